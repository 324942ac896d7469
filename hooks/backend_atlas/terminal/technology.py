"""One technology on a few screens: what it is, its facts, strengths and limits, and each feature in a line."""

from collections.abc import Iterator

from backend_atlas.load.single import Single
from backend_atlas.model import Cell, InheritedCell, Technology
from backend_atlas.terminal.style import FAINT, Style
from backend_atlas.views.box import counted
from backend_atlas.views.facts import fact_rows, kind_label

FACTS, FEATURES = 26, 28
"""The columns at which values begin."""


def technology_page(found: Single, style: Style) -> Iterator[str]:
    """Every line."""
    technology = found.technology
    yield style.heading(f"{technology.name} {technology.release}")
    yield kind_label(technology)
    yield from ("", *style.lines(technology.summary.text), "", *_addresses(technology), *_facts(technology, style))
    for name, points in (("Strengths", technology.strengths), ("Limits", technology.limits)):
        yield from ("", style.heading(name))
        for point in points:
            yield from style.lines(f"{point.title}. {point.text}", "    ", "  - ")
    yield from _features(found, style)
    yield from ("", style.paint(found.documents[technology.id].path, FAINT))
    yield from style.lines(f"One answer with its sources: atlas show {technology.id} FEATURE")


def _addresses(technology: Technology) -> Iterator[str]:
    yield f"Site           {technology.homepage}"
    yield f"Documentation  {technology.documentation}"
    yield f"Source code    {technology.repository}"


def _facts(technology: Technology, style: Style) -> Iterator[str]:
    yield from ("", style.heading("Facts"))
    for row in fact_rows(technology):
        values = row.values if row.listed else [", ".join(row.values) + (f" (as {row.runtime})" if row.runtime else "")]
        for index, value in enumerate(values):
            yield from style.row("" if index else f"  {row.label}", value, FACTS)


def _features(found: Single, style: Style) -> Iterator[str]:
    yield from ("", style.heading("Features"))
    for level in counted(found.technology.features.values()):
        part = f", {level.partial} of them in part" if level.partial else ""
        yield f"{level.count:>4}  {style.level(level.support)}{part}"
    for group in found.catalogue.groups:
        yield from ("", style.heading(group.name))
        for feature in group.features:
            yield from _row(feature.id, found.technology.features[feature.id], style)


def _row(name: str, cell: Cell, style: Style) -> Iterator[str]:
    details = [text for text in (cell.package.name if cell.package else "", ", ".join(cell.marks)) if text]
    if isinstance(cell, InheritedCell):
        details.append(f"as {cell.runtime_name}")
    word = f"{style.shapes[cell.support]} {cell.support.label}"
    begin, *rest = style.row(f"  {name}", f"{word}  {'; '.join(details)}".strip(), FEATURES)
    yield begin.replace(word, style.level(cell.support), 1)
    yield from rest
