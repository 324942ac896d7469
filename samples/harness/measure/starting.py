"""How long a server takes to its first answer, and how much memory it holds then."""

import time
from collections.abc import Sequence

from backend_atlas.model.lab.measurements import StartingRow
from harness.measure.plan import Plan
from harness.measure.processes import memory
from harness.measure.subjects import Measured

INTERVAL = 0.005
"""Seconds between two questions whether it is up."""


def measure(subjects: Sequence[Measured], plan: Plan) -> tuple[StartingRow, ...]:
    """One row a subject. Every subject is stopped at first and at the end; starts of all subjects take turns."""
    milliseconds: list[list[float]] = [[] for _ in subjects]
    kib: list[list[int]] = [[] for _ in subjects]
    for _ in range(plan.starts):
        for index, measured in enumerate(subjects):
            milliseconds[index].append(_start(measured))
            time.sleep(plan.settles)
            kib[index].append(memory(measured.running.pid))
            measured.running.stop()
    return tuple(
        StartingRow(subject=measured.subject, milliseconds=tuple(took), memory=tuple(used))
        for measured, took, used in zip(subjects, milliseconds, kib, strict=True)
    )


def _start(measured: Measured) -> float:
    before = time.perf_counter()
    measured.running.start_server(INTERVAL)
    return round((time.perf_counter() - before) * 1000, 1)
