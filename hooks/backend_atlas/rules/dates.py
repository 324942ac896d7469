"""Dates that people wrote lie in the past."""

from collections.abc import Iterator
from datetime import date

from backend_atlas.model import Catalogue
from backend_atlas.model.walk import leaves
from backend_atlas.rules.finding import Finding, in_technology

PAST = frozenset({"checked", "released", "date"})


def not_in_the_future(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Nothing was read or released after `today`. Planned ends of support may lie ahead."""
    for stem, technology in catalogue.technologies.items():
        for location, value in leaves(technology):
            if isinstance(value, date) and location[-1] in PAST and value > today:
                yield Finding(in_technology(stem), location, f"{value} lies after today, {today}", "check the year")
