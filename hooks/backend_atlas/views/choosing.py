"""The page on which a reader puts a comparison together."""

import json
from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.vocabulary import Kind
from backend_atlas.views.comparison import MISMATCH
from backend_atlas.views.facts import FactRow, fact_rows, kind_label
from backend_atlas.views.matrix import Matrix, matrices
from backend_atlas.views.wording import with_article
from backend_atlas.views.words import searchable

MOST = 5
"""Columns. More are too many to read side by side."""


@dataclass(frozen=True)
class Choice:
    """One technology in the picker."""

    id: str
    name: str
    kind: str
    words: str
    """What a reader may type for it."""


@dataclass(frozen=True)
class FactHead:
    """The head of a row of facts."""

    key: str
    label: str
    words: str


@dataclass(frozen=True)
class ChoosingView:
    """What the page prints, and what its script reads."""

    choices: tuple[Choice, ...]
    facts: tuple[FactHead, ...]
    groups: tuple[Matrix, ...]
    json: str


def choosing_view(catalogue: Catalogue) -> ChoosingView:
    """The view of all technologies and all rows."""
    technologies = tuple(catalogue.technologies.values())
    return ChoosingView(
        choices=tuple(_choice(technology) for technology in technologies),
        facts=tuple(_fact(row) for row in fact_rows(technologies[0])),
        groups=matrices(catalogue, ()),
        json=_json(technologies),
    )


def _choice(technology: Technology) -> Choice:
    words = searchable(technology.name, *technology.aliases, technology.id)
    return Choice(technology.id, technology.name, kind_label(technology), words)


def _fact(row: FactRow) -> FactHead:
    return FactHead(row.key, row.label, searchable("facts", row.label, row.key))


def _json(technologies: tuple[Technology, ...]) -> str:
    found = {"most": MOST, "mismatch": MISMATCH, "technologies": [_option(item) for item in technologies]}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _option(technology: Technology) -> dict[str, str | bool]:
    kind, platform = technology.facts.kind.value, technology.facts.platform.value
    return {
        "id": technology.id,
        "name": technology.name,
        "page": links.relative(links.technology(technology.id), links.COMPARE),
        "column": links.relative(links.column(technology.id), links.COMPARE),
        "kind": with_article(kind.label) if kind else "",
        "runtime": kind is Kind.RUNTIME,
        "platform": platform.value if platform else "",
    }
