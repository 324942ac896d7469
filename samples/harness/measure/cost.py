"""Processor time per request, in shuffled windows beside a baseline and twins that show the noise."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from random import Random

from backend_atlas.model.lab.measurements import CostRow, Route
from harness.faults import Fault
from harness.measure.generator import Generator
from harness.measure.plan import Plan
from harness.measure.processes import processor_time
from harness.measure.statistics import interval
from harness.measure.subjects import Measured

MICRO = 1_000_000


@dataclass(frozen=True)
class RouteToMeasure:
    """A route of the contract, and on how many connections it is asked for."""

    task: str
    path: str
    connections: int


ROUTES = (
    RouteToMeasure("json", "/api/hello/Ada", 8),
    RouteToMeasure("template", "/greeting?name=Ada", 8),
    RouteToMeasure("compute", "/api/primes?below=100000", 2),
)


@dataclass(frozen=True)
class Taken:
    """One window of one subject: a row of the raw file."""

    task: str
    round: int
    position: int
    technology: str
    variant: str
    twin: bool
    answered: int
    refused: int
    elapsed_ms: float
    processor_s: float
    counts: bool
    """False where an answer was not 200, or there were too few, or the clock of the processor did not move."""

    @property
    def microseconds(self) -> float:
        """Processor time per request."""
        return self.processor_s * MICRO / self.answered


@dataclass(frozen=True)
class Series:
    """The windows of one route. All servers run all the time; `random` decides the order within a round."""

    route: RouteToMeasure
    subjects: Sequence[Measured]
    generator: Generator
    random: Random
    plan: Plan

    def take(self) -> Iterator[Taken]:
        """Every window, after one for each subject that does not count."""
        for measured in self.subjects:
            self.generator.window(measured.running.url + self.route.path, self.route.connections, self.plan.warm_up)
        for round_ in range(self.plan.rounds):
            order = self.random.sample(self.subjects, len(self.subjects))
            for position, measured in enumerate(order):
                yield self.window(measured, round_, position)

    def window(self, measured: Measured, round_: int, position: int) -> Taken:
        """One window of one subject."""
        running, subject = measured.running, measured.subject
        before = processor_time(running.pid)
        window = self.generator.window(running.url + self.route.path, self.route.connections, self.plan.seconds)
        spent = processor_time(running.pid) - before
        return Taken(
            task=self.route.task,
            round=round_,
            position=position,
            technology=subject.technology,
            variant=subject.variant,
            twin=measured.twin,
            answered=window.answered,
            refused=window.refused,
            elapsed_ms=round(window.elapsed, 1),
            processor_s=round(spent, 3),
            counts=not window.refused and window.answered >= self.plan.fewest and spent > 0,
        )


def summary(route: RouteToMeasure, subjects: Sequence[Measured], taken: Iterable[Taken]) -> Route:
    """The middle of each subject, and of its ratio to the first subject in the same round.

    Raises `Fault` where no window of a subject counts.
    """
    by_subject: dict[tuple[str, str, bool], dict[int, Taken]] = {}
    for window in taken:
        by_subject.setdefault((window.technology, window.variant, window.twin), {})[window.round] = window
    baseline = by_subject[subjects[0].key]
    rows = tuple(_row(measured, by_subject.get(measured.key, {}), baseline) for measured in subjects)
    return Route(id=route.task, path=route.path, connections=route.connections, rows=rows)


def _row(measured: Measured, windows: dict[int, Taken], baseline: dict[int, Taken]) -> CostRow:
    valid = {at: window for at, window in windows.items() if window.counts and baseline[at].counts}
    if not valid:
        raise Fault(f"{measured.running.name}: no window of {measured.running.url} counts")
    paired = [window.microseconds / baseline[at].microseconds for at, window in valid.items()]
    return CostRow(
        subject=measured.subject,
        twin=measured.twin,
        microseconds=interval([window.microseconds for window in valid.values()], 1),
        ratio=interval(paired, 3),
        windows=len(valid),
        voided=len(windows) - len(valid),
    )


def raw(taken: Iterable[Taken]) -> bytes:
    """Every window as CSV, compressed; the same windows give the same bytes."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(field.name for field in fields(Taken))
    rows.writerows(astuple(window) for window in taken)
    return gzip.compress(text.getvalue().encode(), mtime=0)
