"""Handlers that wait, on many connections at once."""

from collections.abc import Sequence
from statistics import median

from backend_atlas.model.lab.measurements import WaitingRow
from harness.measure.generator import Generator, Window
from harness.measure.plan import Plan
from harness.measure.processes import memory
from harness.measure.subjects import Measured

CONNECTIONS = 256
WAIT = 100
"""Milliseconds."""
PATH = f"/api/wait?ms={WAIT}"
MILLI = 1000


def measure(subjects: Sequence[Measured], generator: Generator, plan: Plan) -> tuple[WaitingRow, ...]:
    """One row a subject. Windows of all subjects take turns."""
    seen: list[list[tuple[Window, int]]] = [[] for _ in subjects]
    for _ in range(plan.windows):
        for measured, windows in zip(subjects, seen, strict=True):
            window = generator.window(measured.running.url + PATH, CONNECTIONS, plan.waiting)
            windows.append((window, memory(measured.running.pid)))
    return tuple(_row(measured, windows) for measured, windows in zip(subjects, seen, strict=True))


def ceiling(measured: Measured) -> float:
    """Answers per second that can be given at most: what threads that each wait allow, else what the connections do."""
    subject = measured.subject
    if measured.threads_wait:
        return subject.processes * subject.threads * MILLI / WAIT
    return CONNECTIONS * MILLI / WAIT


def _row(measured: Measured, windows: list[tuple[Window, int]]) -> WaitingRow:
    valid = [window for window, _ in windows if not window.refused]
    return WaitingRow(
        subject=measured.subject,
        ceiling=ceiling(measured),
        threads_wait=measured.threads_wait,
        per_second=tuple(round(window.answered * MILLI / window.elapsed, 1) for window in valid),
        median=tuple(round(window.median, 1) for window in valid),
        slowest=tuple(round(window.slowest, 1) for window in valid),
        memory=round(median(used for _, used in windows)),
        voided=len(windows) - len(valid),
    )
