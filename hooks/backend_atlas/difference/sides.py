"""One of two data folders: the pages built from it, and what its guide decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from backend_atlas.guide.answers import read
from backend_atlas.guide.checks import failures, testifies
from backend_atlas.guide.deciding import Result
from backend_atlas.load import load
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.pages import decided_pages
from backend_atlas.views.guide import Deciding


@dataclass(frozen=True)
class Outcome:
    """What comes out for a worked example or a witness."""

    title: str
    answers: str
    recorded: str
    """The result as a link holds it."""
    words: str
    """The result for people: what it is called, and the names."""
    link: str
    """What stands after the hash in the address of the guide."""
    failures: tuple[str, ...] = ()
    """What is not as it has to be."""


@dataclass(frozen=True)
class PageParts:
    """A page as digests of its parts: each changes where the content does."""

    title: str
    parts: dict[str, str]


@dataclass(frozen=True)
class Side:
    """Everything that is made from one data folder."""

    pages: dict[str, PageParts]
    """By address."""
    scenarios: dict[str, Outcome]
    witnesses: dict[str, Outcome]
    short_lists: dict[str, str]
    """The results for every language, kind and structure, by answers."""


def read_side(folder: Path, name: str, today: date) -> Side:
    """Reads a data folder and builds. Raises `DataError` where the data have problems."""
    catalogue = load(folder, today, name)
    return side(catalogue, Deciding.of(catalogue, today), today)


def side(catalogue: Catalogue, deciding: Deciding | None, today: date) -> Side:
    """Builds the pages and decides everything that the data name."""
    released = deciding.basis.released if deciding else ""
    pages = {page.address: _parts(page, released) for page in decided_pages(catalogue, deciding, today)}
    if deciding is None:
        return Side(pages, {}, {}, {})
    lists = {short.result.answers.text: short.result.recorded for short in deciding.survey.lists}
    return Side(pages, dict(_scenarios(deciding)), dict(_witnesses(deciding)), lists)


def _scenarios(deciding: Deciding) -> Iterator[tuple[str, Outcome]]:
    for view in deciding.scenarios:
        ignored = read(view.scenario.answers, deciding.basis).ignored
        found = [message for _, message in failures(deciding.catalogue, view.scenario, deciding.engine, view.answered)]
        if ignored:
            found.append(f"its answers cannot be read: {', '.join(ignored)}")
        yield view.scenario.id, _outcome(deciding, view.scenario.title, view.scenario.answers, view.answered, found)


def _witnesses(deciding: Deciding) -> Iterator[tuple[str, Outcome]]:
    for witness in deciding.guide.witnesses:
        if witness.answers is not None:
            result = deciding.engine.outcome(read(witness.answers, deciding.basis).answers)
            found = [] if testifies(witness, result) else ["it is not the only result"]
            title = deciding.words.name(witness.id)
            yield witness.id, _outcome(deciding, title, witness.answers, result, found)


def _outcome(deciding: Deciding, title: str, answers: str, result: Result, found: list[str]) -> Outcome:
    return Outcome(title, answers, result.recorded, called(deciding, result), deciding.link(result), tuple(found))


def called(deciding: Deciding, result: Result) -> str:
    """What a result is called, with its names."""
    names = deciding.words.names(result.leaders)
    return f"{deciding.words.verdict(result)}{': ' if names else ''}{names}"


def _parts(page: Page, released: str) -> PageParts:
    texts = {
        "title": f"{page.title}\n{page.heading}",
        "description": page.description,
        "opening": page.lead,
        **dict(_sections(page.sections)),
        "data of its script": page.script,
        "search": repr(page.search),
        "anchors and settings": repr((sorted(page.rows), page.source, page.hide, page.layout, page.in_navigation)),
    }
    return PageParts(page.title, {name: _digest(text, released) for name, text in texts.items() if text})


def _sections(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    for section in sections:
        yield section.title, f"{section.id}\n{section.html}"
        yield from _sections(section.children)


def _digest(text: str, released: str) -> str:
    """Of a text without the release of the data: it is in every link to the guide, new as soon as a fact is read."""
    plain = re.sub(rf'(d=|"released":"){released}', r"\1", text) if released else text
    return sha256(plain.encode()).hexdigest()
