"""How old the facts are, in words, and which of them have to be read again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from backend_atlas import links
from backend_atlas.clock import months_between
from backend_atlas.guide.use import Use
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Technology
from backend_atlas.model.ages import Budget, Dated, cell_read, dated
from backend_atlas.model.walk import CHECKED, leaves
from backend_atlas.source import Location
from backend_atlas.views.facts import FactRow, day, fact_rows

SECTIONS = {
    "summary": ("Summary", ""),
    "purpose": ("Purpose", ""),
    "is_not": ("What it is not", "what-it-is-not"),
    "needs": ("What it needs beside it", ""),
    "often_said": ("Often said", "often-said"),
    "strengths": ("Strengths", "strengths-and-limits"),
    "limits": ("Limits", "strengths-and-limits"),
}
"""Of each text: what it is called, and its anchor on the page of the technology; none for what stands at the top."""
NOT_USED = Use()


@dataclass(frozen=True)
class Freshness:
    """The first and last day of reading, and how many sources were read."""

    oldest: date
    newest: date
    sources: int


@dataclass(frozen=True)
class Due:
    """A fact that is over its budget."""

    technology: Technology
    fact: Dated
    name: str
    address: str
    """Where the site shows it."""
    use: Use

    @property
    def location(self) -> Location:
        """Where it stands in its file."""
        return self.fact.location


def freshness(technologies: Iterable[Technology], memory: Memory | None = None) -> Freshness:
    """Over every source of the given technologies. `memory` spares walking through the same one again."""
    memory = memory or Memory()
    each = [memory(("freshness", item.id), (item,), partial(_freshness, item)) for item in technologies]
    return Freshness(min(it.oldest for it in each), max(it.newest for it in each), sum(it.sources for it in each))


def _freshness(technology: Technology) -> Freshness:
    found = leaves(technology, CHECKED)
    days = [value for location, value in found if isinstance(value, date) and "sources" in location]
    return Freshness(min(days), max(days), len(days))


def span(read: date, today: date) -> str:
    """`9 months`, `1 day`: in days up to two months, in years from two years."""
    months = months_between(read, today)
    count, unit = ((today - read).days, "day") if months < 2 else (months, "month")
    if months >= 24:
        count, unit = months // 12, "year"
    return f"{count} {unit}{'' if count == 1 else 's'}"


def age(read: date, today: date | None) -> str:
    """How long before the page was built something was read, in words. Empty where that day is not known."""
    if today is None:
        return ""
    return f"{span(read, today)} before this page was built" if read < today else "the day this page was built"


def overdue(item: Cell | FactRow, today: date | None) -> str:
    """What a reader is told of a cell or a fact that is over its budget. Empty where it is not."""
    budget, read = (Budget.CELLS, cell_read(item)) if isinstance(item, Cell) else (item.budget, item.read)
    if today is None or read is None or not budget.is_over(read, today):
        return ""
    return f"Due to be read again: last read on {day(read)}, {age(read, today)}."


def dues(technology: Technology, catalogue: Catalogue, today: date, use: Mapping[str, Use]) -> tuple[Due, ...]:
    """What has to be read again of one technology: what is most over its budget first, then what is most used."""
    return in_order(_dues(technology, catalogue, today, use), today)


def in_order(items: Iterable[Due], today: date) -> tuple[Due, ...]:
    """By the whole months over the budget, then by the use in the guide, then by the day."""

    def key(item: Due) -> tuple[int, int, date, str]:
        return (-months_between(item.fact.due, today), -item.use.total, item.fact.read, item.technology.id)

    return tuple(sorted(items, key=key))


def _dues(technology: Technology, catalogue: Catalogue, today: date, use: Mapping[str, Use]) -> Iterator[Due]:
    features = {feature.id: feature.name for feature in catalogue.features}
    labels = {row.key: row.label for row in fact_rows(technology)}
    page = links.technology(technology.id)
    for fact in dated(technology):
        if not fact.budget.is_over(fact.read, today):
            continue
        name, anchor = _named(technology, fact, features, labels)
        subject = str(fact.location[1]) if fact.budget is not Budget.TEXTS else ""
        yield Due(technology, fact, name, f"{page}#{anchor}" if anchor else page, use.get(subject, NOT_USED))


def _named(
    technology: Technology, fact: Dated, features: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[str, str]:
    """What a fact is called, and its anchor on the page of the technology."""
    field, *rest = fact.location
    if field == "features":
        name = features[str(rest[0])]
        package = technology.features[str(rest[0])].packages_by_place[tuple(rest[1:])].name if rest[1:] else ""
        return f"{name}: {package}" if package else name, str(rest[0])
    if field == "facts":
        key = str(rest[0]).replace("_", "-")
        return labels[key], f"fact-{key}"
    name, anchor = SECTIONS[str(field)]
    return f"{name}, {int(rest[0]) + 1}" if rest else name, anchor
