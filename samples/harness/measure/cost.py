"""Processor time per request, in shuffled windows beside a baseline and twins that show the noise."""

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from random import Random

from backend_atlas.model.lab.measurements import CostRow, Route
from harness.measure.generator import Generator, Window
from harness.measure.processes import processor_time
from harness.measure.statistics import interval
from harness.measure.subjects import Measured

ROUNDS = 30
SECONDS = 1.0
WARM_UP = 2.0
FEWEST = 20
"""Answers below which a window says nothing."""

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

    @property
    def counts(self) -> bool:
        """False where an answer was not 200, or there were too few."""
        return not self.refused and self.answered >= FEWEST

    @property
    def microseconds(self) -> float:
        """Processor time per request."""
        return self.processor_s * MICRO / self.answered


def take(route: RouteToMeasure, subjects: Sequence[Measured], generator: Generator, random: Random) -> list[Taken]:
    """Every window of one route. All servers run all the time; `random` decides the order within a round."""
    for measured in subjects:
        generator.window(measured.running.url + route.path, route.connections, WARM_UP)
    taken = []
    for round_ in range(ROUNDS):
        order = random.sample(range(len(subjects)), len(subjects))
        for position, index in enumerate(order):
            taken.append(_window(route, subjects[index], generator, round_, position))
    return taken


def _window(route: RouteToMeasure, measured: Measured, generator: Generator, round_: int, position: int) -> Taken:
    pid = measured.running.pid
    before = processor_time(pid)
    window: Window = generator.window(measured.running.url + route.path, route.connections, SECONDS)
    spent = processor_time(pid) - before
    subject = measured.subject
    return Taken(
        task=route.task,
        round=round_,
        position=position,
        technology=subject.technology,
        variant=subject.variant,
        twin=measured.twin,
        answered=window.answered,
        refused=window.refused,
        elapsed_ms=round(window.elapsed, 1),
        processor_s=round(spent, 3),
    )


def summary(route: RouteToMeasure, subjects: Sequence[Measured], taken: Iterable[Taken]) -> Route:
    """The middle of each subject, and of its ratio to the first subject in the same round."""
    by_subject: dict[tuple[str, str, bool], dict[int, Taken]] = {}
    for window in taken:
        by_subject.setdefault((window.technology, window.variant, window.twin), {})[window.round] = window
    baseline = by_subject[subjects[0].key]
    rows = tuple(_row(measured, by_subject[measured.key], baseline) for measured in subjects)
    return Route(id=route.task, path=route.path, connections=route.connections, rows=rows)


def _row(measured: Measured, windows: dict[int, Taken], baseline: dict[int, Taken]) -> CostRow:
    valid = {round_: window for round_, window in windows.items() if window.counts}
    paired = [
        window.microseconds / baseline[round_].microseconds
        for round_, window in valid.items()
        if baseline[round_].counts
    ]
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
