"""How old the facts are: the days on which they were read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backend_atlas.model import Technology
from backend_atlas.model.walk import leaves


@dataclass(frozen=True)
class Freshness:
    """The first and last day of reading, and how many sources were read."""

    oldest: date
    newest: date
    sources: int


def freshness(technologies: Iterable[Technology]) -> Freshness:
    """Over every source of the given technologies."""
    days = [
        value
        for technology in technologies
        for location, value in leaves(technology)
        if isinstance(value, date) and location[-1] == "checked" and "sources" in location
    ]
    return Freshness(min(days), max(days), len(days))
