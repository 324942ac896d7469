"""The command `atlas lab`: reads its words, runs what they name, and tells how it ended."""

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence

from backend_atlas.model.lab import Outcome
from backend_atlas.problems import did_you_mean
from harness import evidence, samples
from harness.lab import Lab, Report
from harness.results import Results
from harness.sessions import Folders, Interrupted

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def run(words: Sequence[str], tasks: Sequence[str], variant: str | None, folders: Folders, *, write: bool) -> int:
    """Runs the contract. Returns 0 where everything ended as the manifests say, 1 where not, 2 for a wrong call."""
    try:
        ids, tasks = told_apart(words, tasks, folders)
    except ValueError as error:
        print(f"atlas: {error}", file=sys.stderr)
        return MISUSED
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    start, reports = time.monotonic(), []
    try:
        for report in Lab(folders, tasks, variant).reports(ids, os.cpu_count() or 1):
            reports.append(report)
            print("\n".join(told(report)), flush=True)
            if write and report.record:
                print(f"  wrote {evidence.write(report.record, folders.data)}", flush=True)
    except (KeyboardInterrupt, Interrupted):
        print("atlas: interrupted; every server was stopped, and nothing was written for what did not end")
        return INTERRUPTED
    print(summary(reports, time.monotonic() - start))
    return 0 if all(report.good for report in reports) else FAILED


def told_apart(words: Sequence[str], tasks: Sequence[str], folders: Folders) -> tuple[list[str], list[str]]:
    """The samples and the tasks among the words; no sample means every sample. Raises ValueError, DataError."""
    known, every = samples.ids(folders.samples), [task.id for task in samples.tasks().tasks]
    for word in words:
        if word not in known and word not in every:
            raise ValueError(
                f"{word} is neither a sample nor a task ({did_you_mean(word, [*known, *every]) or list_of(known)})"
            )
    for task in tasks:
        if task not in every:
            raise ValueError(f"{task} is not a task ({did_you_mean(task, every) or list_of(every)})")
    named = [word for word in words if word in known]
    if not (named or known):
        raise ValueError(f"{folders.samples} holds no sample")
    return named or list(known), [*tasks, *(word for word in words if word not in known)]


def list_of(known: Sequence[str]) -> str:
    """What could have been meant."""
    return f"known: {', '.join(known)}"


def told(report: Report) -> Iterator[str]:
    """How one technology ended, in lines."""
    end = "not run" if report.not_run else "as its manifest says" if report.good else "FAILED"
    release = f" {report.record.release}" if report.record else ""
    yield f"{report.id}{release}: {end} ({report.seconds:.0f} s)"
    if report.not_run:
        yield from indented(report.not_run)
    for variant, results in report.results.items():
        if results.tasks:
            yield f"  {variant}: {counts(results)}"
        for failure in results.failures:
            yield from indented(f"{failure.task}, {failure.check}:\n{failure.message}")
        if results.fault:
            yield from indented(results.fault)
    for problem in report.problems:
        yield from indented(problem)


def counts(results: Results) -> str:
    """How many tasks ended in which way."""
    outcomes = [task.outcome for task in results.tasks.values()]
    found = [(outcome, outcomes.count(outcome)) for outcome in Outcome if outcome in outcomes]
    return ", ".join(f"{number} {outcome.replace('-', ' ')}" for outcome, number in found)


def indented(text: str) -> Iterator[str]:
    """Lines below a heading."""
    first, *rest = text.splitlines() or [""]
    yield f"  {first}"
    yield from (f"    {line}" for line in rest)


def summary(reports: Sequence[Report], seconds: float) -> str:
    """The last line."""
    good = sum(report.good for report in reports)
    missing = sum(bool(report.not_run) for report in reports)
    parts = [f"{good} of {len(reports)} as their manifests say"]
    parts += [f"{missing} not run"] if missing else []
    return f"{', '.join(parts)} ({seconds:.0f} s)"
