"""What is due to be read again, for `atlas stale`: lines, JSON, and a table in Markdown for an issue."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from backend_atlas import source
from backend_atlas.exports.issue import plain, table
from backend_atlas.guide.use import Use
from backend_atlas.model import Catalogue
from backend_atlas.model.ages import dated
from backend_atlas.problems import Problem
from backend_atlas.render import plural
from backend_atlas.source import Document
from backend_atlas.views.facts import day
from backend_atlas.views.freshness import Due, dues, in_order, span
from backend_atlas.views.guide import Deciding

Read = Callable[[str], Document]
"""Reads the file of a technology, by its id, for the place of each fact in it."""


@dataclass(frozen=True)
class Stale:
    """Everything that is due on a day."""

    today: date
    facts: int
    """How many there are, due or not."""
    due: tuple[Due, ...]
    """In the order in which they should be read."""
    next: date | None
    """The first day on which one more is due. None where all are."""


def stale(catalogue: Catalogue, today: date) -> Stale:
    """What is due, the longest over its budget first, then what the guide uses most."""
    deciding = Deciding.of(catalogue, today)
    use = deciding.uses if deciding else {}
    technologies = catalogue.technologies.values()
    facts = [fact for technology in technologies for fact in dated(technology)]
    found = in_order((item for technology in technologies for item in dues(technology, catalogue, today, use)), today)
    ahead = [fact.due for fact in facts if not fact.budget.is_over(fact.read, today)]
    return Stale(today, len(facts), found, min(ahead, default=None))


def text(found: Stale, read: Read) -> str:
    """A line for each, as problems in the data are told, and how many there are."""
    return "\n".join([*(str(_problem(item, found.today, read)) for item in found.due), summary(found)]) + "\n"


def summary(found: Stale) -> str:
    """How many are due, in a sentence; where none is, when the next one will be."""
    number = len(found.due) or "None"
    told = f"{number} of {found.facts} facts {'is' if len(found.due) < 2 else 'are'} due on {day(found.today)}."
    return f"{told} The next budget ends on {day(found.next)}." if found.next and not found.due else told


def as_json(found: Stale, read: Read) -> str:
    """The same for other programs."""
    whole = {
        "today": found.today.isoformat(),
        "facts": found.facts,
        "next": found.next.isoformat() if found.next else None,
        "due": [_fields(item, read) for item in found.due],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def markdown(found: Stale, read: Read) -> str:
    """The same for an issue."""
    lines = [summary(found)]
    if found.due:
        head = ("Fact", "Place", "Kind", "Last read", "Due since", "In the guide")
        lines += table(head, [_row(item, found.today, read) for item in found.due], "atlas stale")
    return "\n".join(lines) + "\n"


def _problem(item: Due, today: date, read: Read) -> Problem:
    budget, document = item.fact.budget, read(item.technology.id)
    message = f"last read on {item.fact.read}, {span(item.fact.read, today)} ago; due since {item.fact.due}"
    used = f"; in the guide: {_used(item.use)}" if item.use.total else ""
    hint = f"{budget.label}: every {budget.months} months{used}"
    return document.problem(item.location, message, hint, prefer_key=True)


def _fields(item: Due, read: Read) -> dict[str, object]:
    document = read(item.technology.id)
    mark = document.mark(item.location)
    return {
        "technology": item.technology.id,
        "name": item.name,
        "path": document.path,
        "line": mark.line,
        "column": mark.column,
        "field": source.dotted(item.location),
        "kind": item.fact.budget.value,
        "months": item.fact.budget.months,
        "read": item.fact.read.isoformat(),
        "due": item.fact.due.isoformat(),
        "questions": item.use.questions,
        "examples": item.use.examples,
    }


def _row(item: Due, today: date, read: Read) -> tuple[str, ...]:
    document = read(item.technology.id)
    return (
        plain(f"{item.technology.name}: {item.name}"),
        f"`{document.path}:{document.mark(item.location).line}`",
        item.fact.budget.label,
        f"{item.fact.read}, {span(item.fact.read, today)} ago",
        item.fact.due.isoformat(),
        _used(item.use) if item.use.total else "",
    )


def _used(use: Use) -> str:
    return ", ".join(plural(count, noun) for count, noun in _counts(use) if count)


def _counts(use: Use) -> Iterator[tuple[int, str]]:
    yield use.questions, "question"
    yield use.examples, "worked example"
