"""Dates on which something was read, released or counted lie in the past."""

from collections.abc import Iterable, Iterator
from datetime import date

from backend_atlas.model.walk import Leaf
from backend_atlas.rules.finding import Finding

PAST = frozenset({"checked", "released", "date", "began", "ended", "read"})


def not_in_the_future(file: str, values: Iterable[Leaf], today: date) -> Iterator[Finding]:
    """Nothing was read or released after `today`. Planned ends of support may lie ahead."""
    for location, value in values:
        if isinstance(value, date) and location[-1] in PAST and value > today:
            yield Finding(file, location, f"{value} lies after today, {today}", "check the year")
