"""One answer: a feature or a fact of one technology, with its evidence."""

from collections.abc import Iterable, Iterator

from backend_atlas.load.single import Single
from backend_atlas.model import Cell, Feature, InheritedCell, Package
from backend_atlas.model.base import Source
from backend_atlas.terminal.style import FAINT, Style
from backend_atlas.views.facts import FactRow, day
from backend_atlas.views.packages import check_line


def feature_answer(found: Single, feature: Feature, style: Style) -> Iterator[str]:
    """The question, the answer with everything that supports it, and what counts."""
    technology, cell = found.technology, found.technology.features[feature.id]
    yield style.heading(f"{technology.name} {technology.release}: {feature.name}")
    yield from style.lines(feature.question)
    marks = ", ".join(cell.marks)
    yield from ("", style.level(cell.support) + (f" ({marks})" if marks else ""))
    if cell.note:
        yield from style.lines(cell.note)
    yield from _evidence(cell, style)
    yield from ("", style.heading("What counts"))
    for point in feature.counts:
        yield from style.lines(point, "    ", "  - ")
    if feature.not_applicable:
        yield from style.lines(f"Not applicable: {feature.not_applicable}", "    ", "  - ")
    owner = cell.runtime if isinstance(cell, InheritedCell) else technology.id
    yield from ("", style.paint(found.place(owner, ("features", feature.id)), FAINT))


def fact_answer(found: Single, row: FactRow, style: Style) -> Iterator[str]:
    """A fact with its note and sources."""
    yield style.heading(f"{found.technology.name} {found.technology.release}: {row.label}")
    for value in row.values:
        yield from style.lines(value)
    if row.note:
        yield from ("", *style.lines(row.note))
    if row.runtime:
        yield from style.lines(f"The answer of {row.runtime}, which runs it.")
    yield from _sources(row.sources, style)
    owner = (row.runtime and found.technology.runs_on) or found.technology.id
    yield from ("", style.paint(found.place(owner, ("facts", row.key.replace("-", "_"))), FAINT))


def _evidence(cell: Cell, style: Style) -> Iterator[str]:
    if isinstance(cell, InheritedCell):
        yield from style.lines(f"The answer of {cell.runtime_name}, which runs it.")
    if cell.since:
        yield f"Since {cell.since}."
    if cell.demonstrated_by:
        yield from style.lines(f"Shown by code: the task `{cell.demonstrated_by}` in samples/.")
    for index, package in enumerate(cell.packages):
        yield from ("", style.heading("Also" if index else "Package"), *_package(package, style))
    yield from _sources(cell.sources, style)


def _package(package: Package, style: Style) -> Iterator[str]:
    where = f"{package.name} {package.release} on {package.registry.label}"
    yield from style.lines(f"{where}, released {day(package.released)}, {package.licence}. {check_line(package)}", "  ")


def _sources(sources: Iterable[Source], style: Style) -> Iterator[str]:
    for index, source in enumerate(sources):
        if not index:
            yield from ("", style.heading("Sources"))
        read = f"({source.release}, read {day(source.checked)})"
        yield from style.lines(f"{source.where} {read}", "    ", "  - ")
        yield f"    {source.url}"
