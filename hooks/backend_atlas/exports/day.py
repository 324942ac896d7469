"""The newest day in the data: what an export is dated by, besides the day of the build."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.walk import leaves

DAYS = frozenset({"checked", "read"})
"""The fields that say when something was read: by somebody, or by a program."""


def data_day(catalogue: Catalogue, memory: Memory | None = None) -> date:
    """The last day on which something was read, ran, or was changed. `memory` spares looking at the same again."""
    return max(_days(catalogue, memory or Memory()))


def _days(catalogue: Catalogue, memory: Memory) -> Iterator[date]:
    for item in catalogue.technologies.values():
        yield memory(("newest day", item.id), (item,), partial(_newest, item))
    yield from (change.date for change in catalogue.news)
    if catalogue.lab:
        yield from (sample.record.environment.date for sample in catalogue.lab.samples.values() if sample.record)
        measured = catalogue.lab.measurements
        for name in type(measured).model_fields:
            if record := getattr(measured, name):
                yield record.conditions.date


def _newest(technology: Technology) -> date:
    return max(value for _, value in leaves(technology, DAYS) if isinstance(value, date))
