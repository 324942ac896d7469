"""What technologies are filtered and sorted by: facts, and the levels of features."""

import json
from dataclasses import dataclass
from typing import Any

from backend_atlas import links
from backend_atlas.guide.words import lowered
from backend_atlas.model import Catalogue, Group, Support, Technology
from backend_atlas.views.facts import newest, release_line
from backend_atlas.views.words import searchable

Value = tuple[str, str]
"""The word and the label of a value."""

UNKNOWN = ("unknown", "Not known yet")

COLUMNS = 12
"""Technologies side by side. A reader turns to the next ones."""

FACETS = {"kind": "Kind", "language": "Language", "licence": "Licence"}


@dataclass(frozen=True)
class Facet:
    """A fact with the values that occur. A reader may choose several; one of them is enough."""

    id: str
    label: str
    values: tuple[Value, ...]
    """In the order of the labels."""


@dataclass(frozen=True)
class LevelChoice:
    """Levels that are asked for together."""

    value: str
    label: str


LEVELS = (
    LevelChoice("built-in", "built in"),
    LevelChoice("built-in.official", "built in or an official package"),
    LevelChoice("built-in.official.community", "built in or any package"),
    *(LevelChoice(level.value, lowered(level.label)) for level in Support if level is not Support.BUILT_IN),
)
"""The combinations that people ask for, then each level by itself."""


@dataclass(frozen=True)
class FilterView:
    """What the form prints, and what its script reads."""

    facets: tuple[Facet, ...]
    levels: tuple[LevelChoice, ...]
    groups: tuple[Group, ...]
    json: str


def filter_view(catalogue: Catalogue, base: str) -> FilterView:
    """The filter of all technologies, for the page at `base`."""
    technologies = tuple(catalogue.technologies.values())
    found = {
        "columns": COLUMNS,
        "levels": {level.value: level.label for level in Support},
        "features": [feature.id for feature in catalogue.features],
        "technologies": [_listed(catalogue, technology, base) for technology in technologies],
    }
    return FilterView(
        facets=tuple(_facet(name, label, technologies) for name, label in FACETS.items()),
        levels=LEVELS,
        groups=catalogue.groups,
        json=json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    )


def _facet(name: str, label: str, technologies: tuple[Technology, ...]) -> Facet:
    found = {value for technology in technologies for value in _values(technology, name)}
    return Facet(name, label, tuple(sorted(found, key=lambda value: (value == UNKNOWN, value[1].lower()))))


def _values(technology: Technology, name: str) -> tuple[Value, ...]:
    facts = technology.facts
    kind, licence, languages = facts.kind.value, facts.licence.value, facts.languages.value
    found: dict[str, tuple[Value, ...]] = {
        "kind": ((kind.value, kind.label),) if kind else (),
        "language": tuple((language.value, language.label) for language in languages or ()),
        "licence": ((licence, licence),) if licence else (),
    }
    return found[name] or (UNKNOWN,)


def _listed(catalogue: Catalogue, technology: Technology, base: str) -> dict[str, Any]:
    cells = {feature.id: technology.features[feature.id] for feature in catalogue.features}
    line, latest = release_line(technology), newest(technology).date
    order = list(Support)
    return {
        "id": technology.id,
        "name": technology.name,
        "words": searchable(technology.name, *technology.aliases, technology.id),
        "page": links.relative(links.technology(technology.id), base),
        "column": links.relative(links.column(technology.id), base),
        "facts": {name: [word for word, _ in _values(technology, name)] for name in FACETS},
        "latest": latest.isoformat() if latest else "",
        "ends": line.ends.isoformat() if line and line.ends else "",
        "answers": "".join(str(order.index(cell.support)) for cell in cells.values()),
        "flags": {name: flags for name, cell in cells.items() if (flags := cell.marks)},
        "packages": {name: cell.package.name for name, cell in cells.items() if cell.package},
    }
