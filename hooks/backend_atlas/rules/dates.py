"""Dates on which something was read, released or counted lie in the past."""

from collections.abc import Iterator
from datetime import date

from backend_atlas.model import Catalogue
from backend_atlas.model.walk import leaves
from backend_atlas.rules.finding import AGREEMENT, Finding, in_changes, in_technology

PAST = frozenset({"checked", "released", "date", "began", "ended", "read"})


def not_in_the_future(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Nothing was read or released after `today`. Planned ends of support may lie ahead."""
    files = [(in_technology(stem), technology) for stem, technology in catalogue.technologies.items()]
    months = [(in_changes(month), changes) for month, changes in catalogue.changes.items()]
    for file, record in (*files, (AGREEMENT, catalogue.agreement), *months):
        for location, value in leaves(record):
            if isinstance(value, date) and location[-1] in PAST and value > today:
                yield Finding(file, location, f"{value} lies after today, {today}", "check the year")
