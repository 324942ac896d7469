"""The command `atlas lab`: reads its words, runs what they name, and tells how it ended."""

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence

from backend_atlas.model.lab import Outcome
from backend_atlas.problems import DataError, did_you_mean
from harness import samples
from harness.broken import controls, misplaced
from harness.catching import trial
from harness.defaults import command as defaults
from harness.faults import Fault
from harness.installing import install
from harness.lab import Lab, Report, is_installed, lint
from harness.results import Results
from harness.sessions import Folders, Interrupted
from harness.writing import write

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


class Misuse(Exception):  # noqa: N818 - it is the caller's
    """The words of the call make no sense."""


def main(options: argparse.Namespace) -> int:
    """Does what was asked for. Returns 0 where everything is well, 1 where not, 2 for a wrong call."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folders = Folders(options.samples.resolve(), options.cache.resolve(), options.data.resolve())
    try:
        if options.defaults:
            return defaults.run(options.words, folders)
        if options.lint:
            return run_lint(options.words, folders)
        if options.controls:
            return run_controls(options.words, folders)
        return run_contract(options, folders)
    except Misuse as error:
        print(f"atlas: {error}", file=sys.stderr)
        return MISUSED
    except (KeyboardInterrupt, Interrupted):
        print("atlas: interrupted; every server was stopped, and nothing was written of what did not end")
        return INTERRUPTED


def run_contract(options: argparse.Namespace, folders: Folders) -> int:
    """Runs the contract. Raises Misuse, DataError for a wrong call, KeyboardInterrupt, Interrupted."""
    names, tasks = told_apart(options.words, options.task, folders)
    if options.write and (tasks or options.variant):
        raise Misuse("a record is of the whole contract: leave out --write, or the tasks and the variant")
    start, reports = time.monotonic(), []
    for report in Lab(folders, tasks, options.variant).reports(names, (os.cpu_count() or 1) + 1):
        reports.append(report)
        print("\n".join(told(report)), flush=True)
        if options.write and report.record:
            print(f"  wrote {write(report.record, folders.data, 'contract', report.id)}", flush=True)
    print(summary(reports, time.monotonic() - start))
    return 0 if all(report.good for report in reports) else FAILED


def run_controls(words: Sequence[str], folders: Folders) -> int:
    """Tries every breakage of the samples that are named. Returns 0 where each was caught, 1 where one was not."""
    if problems := list(misplaced(folders.samples)):
        raise DataError(problems)
    wanted = [
        control for control in controls(folders.samples) if not words or {control.sample, control.id} & set(words)
    ]
    if not wanted:
        raise Misuse(f"no breakage is called {' or '.join(words)}, or breaks a sample of that name")
    trials = [trial(control, folders, threading.Event()) for control in wanted]
    print("\n".join(str(found) for found in trials))
    return 0 if all(found.caught for found in trials) else FAILED


def run_lint(words: Sequence[str], folders: Folders) -> int:
    """Runs the linters of samples whose packages are installed. Returns 1 where one finds something."""
    found = 0
    for sample in words or samples.ids(folders.samples):
        if not is_installed(sample, folders):
            print(f"{sample}: its linter was not run, because nothing is installed; run: make lab")
            continue
        try:
            lint(install(samples.sample(sample, folders.samples), folders.cache))
        except Fault as fault:
            print(fault)
            found = FAILED
    return found


def told_apart(words: Sequence[str], tasks: Sequence[str], folders: Folders) -> tuple[list[str], list[str]]:
    """The samples and the tasks among the words; no sample means every sample. Raises Misuse, DataError."""
    known, every = samples.ids(folders.samples), [task.id for task in samples.tasks().tasks]
    for word in words:
        if word not in known and word not in every:
            raise Misuse(
                f"{word} is neither a sample nor a task ({did_you_mean(word, [*known, *every]) or list_of(known)})"
            )
    for task in tasks:
        if task not in every:
            raise Misuse(f"{task} is not a task ({did_you_mean(task, every) or list_of(every)})")
    named = [word for word in words if word in known]
    if not (named or known):
        raise Misuse(f"{folders.samples} holds no sample")
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
