"""The whole contract for each technology: install, lint, check every variant, and compare with the manifest."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass, field

from backend_atlas.model.lab import ContractRecord
from backend_atlas.problems import DataError
from harness import evidence, rules, samples
from harness.faults import Fault, NotInstalled
from harness.installing import Installation, install
from harness.once import DONE
from harness.results import Results
from harness.samples import Sample
from harness.servers import Running
from harness.sessions import Folders, Interrupted, Session, check


@dataclass
class Report:
    """How one technology ended."""

    id: str
    results: dict[str, Results] = field(default_factory=dict)
    """By the id of the variant."""
    problems: list[str] = field(default_factory=list)
    """What is wrong with the sample itself: its manifest, its linter, its processes."""
    not_run: str | None = None
    """Why it was not run."""
    record: ContractRecord | None = None
    """What can be written down: of the whole contract, when everything ended as the manifest says."""
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """True where everything ran and ended as the manifest says."""
        ran = bool(self.results) and all(results.good for results in self.results.values())
        return ran and not self.problems and not self.not_run


@dataclass(frozen=True)
class Lab:
    """What is to be run. No task means every task, and no variant every variant."""

    folders: Folders
    tasks: Sequence[str] = ()
    variant: str | None = None
    stopping: threading.Event = field(default_factory=threading.Event)

    def reports(self, ids: Sequence[str], at_once: int) -> Iterator[Report]:
        """The technologies, as they end. Raises Interrupted after the running ones have stopped their servers."""
        with ThreadPoolExecutor(at_once) as pool:
            waiting = [pool.submit(self.report, sample) for sample in ids]
            try:
                for future in as_completed(waiting):
                    yield future.result()
            except BaseException:
                self.stopping.set()
                pool.shutdown(cancel_futures=True)
                raise

    def report(self, id: str) -> Report:
        """One technology. A fault of its sample is part of the report."""
        report, start = Report(id), time.monotonic()
        try:
            self.run(samples.sample(id, self.folders.samples), report)
        except NotInstalled as error:
            report.not_run = str(error)
        except (DataError, Fault) as error:
            report.problems.append(str(error))
        report.seconds = time.monotonic() - start
        return report

    def run(self, sample: Sample, report: Report) -> None:
        """Runs the checks on every variant, all at the same time. Raises NotInstalled, DataError or Fault."""
        if problems := [*rules.missing_tasks(sample, samples.tasks()), *rules.missing_snippets(sample)]:
            raise DataError(problems)
        installation = install(sample, self.folders.cache)
        if problems := list(rules.missing_packages(installation)):
            raise DataError(problems)
        if not self.tasks:
            lint(installation)
        variants = [sample.variant(self.variant)] if self.variant else sample.manifest.variants
        sessions = [Session(sample.id, variant.id, self.tasks) for variant in variants]
        with ThreadPoolExecutor(len(sessions)) as pool:
            for session, results in zip(sessions, pool.map(self.check, sessions), strict=True):
                report.results[session.variant] = results
        self.judge(installation, report)

    def check(self, session: Session) -> Results:
        """Runs the checks on one variant. Raises Interrupted."""
        if self.stopping.is_set():
            raise Interrupted
        return check(session, self.folders, self.stopping)

    def judge(self, installation: Installation, report: Report) -> None:
        """Adds what the results lack, and the record where they lack nothing."""
        wanted = self.tasks or [task.id for task in samples.tasks().tasks]
        for variant, results in report.results.items():
            if results.not_run:
                report.not_run = results.not_run
            elif not results.fault:
                report.problems += [
                    f"{variant}: {task} was not checked" for task in wanted if task not in results.tasks
                ]
        if report.good and not self.tasks and not self.variant:
            report.record = evidence.record(installation, report.results)


def is_installed(sample: str, folders: Folders) -> bool:
    """True where its packages were installed before."""
    return (folders.cache / sample / DONE).exists()


def lint(installation: Installation) -> None:
    """Runs the linter of the sample. Raises Fault where it finds something."""
    sample = installation.sample
    with closing(Running(installation, sample.variant())) as running:
        done = running.run(sample.manifest.lint)
    if done.returncode:
        raise Fault(f"{sample.id}: its linter ended with status {done.returncode}", done.stdout)
