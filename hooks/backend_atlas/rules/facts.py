"""Typed facts that follow from others."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.structure import PROVIDED, level
from backend_atlas.model.vocabulary import Kind, Support
from backend_atlas.rules.finding import Finding, in_technology

LACKING = frozenset(Support) - {Support.UNKNOWN, *PROVIDED}
"""Levels of what a technology does not bring. What is unknown contradicts nothing."""


def kind_follows_its_definition(catalogue: Catalogue) -> Iterator[Finding]:
    """The kind agrees with the cells that define it."""
    for stem, technology in catalogue.technologies.items():
        kind = technology.facts.kind.value
        if kind and (reason := _contradiction(kind, technology)):
            yield Finding(
                in_technology(stem), ("facts", "kind", "value"), f"is {kind.value}, but {reason}", kind.meaning
            )


def _contradiction(kind: Kind, technology: Technology) -> str:
    mapper, generator = level(technology, "orm"), level(technology, "generator")
    if kind is Kind.FULL_STACK:
        if mapper and mapper in LACKING:
            return f"orm is {mapper.value}"
        if generator and generator in LACKING:
            return f"generator is {generator.value}"
    if kind is Kind.MICRO and mapper is Support.BUILT_IN:
        return "orm is built in"
    if kind is Kind.MICRO and technology.facts.layout_required.value:
        return "a folder layout is required"
    return ""


def releases_are_in_order(catalogue: Catalogue) -> Iterator[Finding]:
    """Newest first, and no line ends before it begins."""
    for stem, technology in catalogue.technologies.items():
        releases = technology.facts.support.releases
        for i, release in enumerate(releases):
            where = ("facts", "support", "releases", i)
            if i and release.released > releases[i - 1].released:
                yield Finding(in_technology(stem), (*where, "released"), "is newer than the line above", "newest first")
            ends = [day for day in (release.active_until, release.ends) if day]
            if ends != sorted(ends) or any(day < release.released for day in ends):
                yield Finding(in_technology(stem), where, "ends before it begins", "check released, active_until, ends")
