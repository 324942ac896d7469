"""The matrix as CSV after RFC 4180, for spreadsheets: the levels as a table, and every cell with what stands in it."""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Feature, Group, InheritedCell, Technology
from backend_atlas.model.ages import cell_read
from backend_atlas.render import prose

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would be run by a spreadsheet. The downloads of the comparison keep the same rule."""

CELL_HEAD = (
    *("group", "feature", "technology", "answer", "package", "flags", "note", "sources", "read"),
    *("group_id", "feature_id", "technology_id", "level", "partial", "experimental", "vendor", "since"),
    *("registry", "inherited_from", "demonstrated_by"),
)
"""The first nine are those of the downloads of the comparison."""


def tables(catalogue: Catalogue, memory: Memory | None = None) -> dict[str, str]:
    """Address to CSV. `memory` spares writing again what stayed."""
    memory = memory or Memory()
    cells = [_text([CELL_HEAD])]
    for item in catalogue.technologies.values():
        make = partial(_cells, catalogue.groups, item)
        cells.append(memory(("lines of cells", item.id), (catalogue.groups, item), make))
    return {links.MATRIX_CSV: _text(_matrix(catalogue)), links.CELLS_CSV: "".join(cells)}


def field(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _text(lines: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([field(text) for text in line] for line in lines)
    return out.getvalue()


def _matrix(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """One line a feature, one column a technology."""
    technologies = tuple(catalogue.technologies.values())
    yield ("group", "feature", *(item.id for item in technologies))
    for group in catalogue.groups:
        for feature in group.features:
            yield (group.id, feature.id, *(_level(item.features[feature.id]) for item in technologies))


def _cells(groups: Iterable[Group], technology: Technology) -> str:
    """One line a cell."""
    return _text(_cell(group, feature, technology) for group in groups for feature in group.features)


def _cell(group: Group, feature: Feature, technology: Technology) -> tuple[str, ...]:
    cell = technology.features[feature.id]
    read = cell_read(cell)
    shared = (group.name, feature.name, technology.name, cell.support.label, _package(cell), ", ".join(cell.marks))
    evidence = (_plain(cell.note), " ".join(source.url for source in cell.sources), read.isoformat() if read else "")
    ids = (group.id, feature.id, technology.id, cell.support.value)
    marks = tuple("yes" if getattr(cell, name) else "no" for name in ("partial", "experimental", "vendor"))
    inherited = cell.runtime if isinstance(cell, InheritedCell) else ""
    registry = cell.package.registry.value if cell.package else ""
    return (*shared, *evidence, *ids, *marks, cell.since or "", registry, inherited, cell.demonstrated_by or "")


def _level(cell: Cell) -> str:
    """`built-in (partial)`."""
    return f"{cell.support.value} ({', '.join(cell.marks)})" if cell.marks else cell.support.value


def _package(cell: Cell) -> str:
    return cell.package.name if cell.package else ""


def _plain(note: str | None) -> str:
    return prose(note).striptags() if note else ""
