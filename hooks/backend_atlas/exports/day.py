"""The newest day in the data: what an export is dated by, besides the day of the build."""

from collections.abc import Iterator
from datetime import date

from backend_atlas.model import Catalogue
from backend_atlas.model.walk import leaves

DAYS = frozenset({"checked", "read"})
"""The fields that say when something was read: by somebody, or by a program."""


def data_day(catalogue: Catalogue) -> date:
    """The last day on which something was read, ran, or was changed."""
    return max(_days(catalogue))


def _days(catalogue: Catalogue) -> Iterator[date]:
    for technology in catalogue.technologies.values():
        for location, value in leaves(technology):
            if location[-1] in DAYS and isinstance(value, date):
                yield value
    yield from (change.date for change in catalogue.news)
    if catalogue.lab:
        yield from (sample.record.environment.date for sample in catalogue.lab.samples.values() if sample.record)
        measured = catalogue.lab.measurements
        for name in type(measured).model_fields:
            if record := getattr(measured, name):
                yield record.conditions.date
