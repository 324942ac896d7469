"""What comes in the box: the levels of each group of features, counted for some technologies."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend_atlas.model import Cell, Group, Support
from backend_atlas.views.matrix import Column, Matrix

ICONS = {
    "http": "web",
    "pages": "form-textbox",
    "data": "database-outline",
    "identity": "account-key-outline",
    "security": "shield-lock-outline",
    "apis": "api",
    "background": "clock-outline",
    "productivity": "wrench-outline",
    "quality": "format-list-checks",
    "operations": "server-outline",
}
"""One for each group, see `render.Icons`. A group without one goes without."""


@dataclass(frozen=True)
class LevelCount:
    """How many features have one level."""

    support: Support
    count: int
    partial: int
    """How many of them meet only a part of the definition."""


@dataclass(frozen=True)
class BoxRow:
    """One group, with the levels of each technology in the order of the levels."""

    group: Group
    strips: tuple[tuple[LevelCount, ...], ...]

    @property
    def icon(self) -> str:
        """The name of the group's icon, or nothing."""
        return ICONS.get(self.group.id, "")


@dataclass(frozen=True)
class Box:
    """One row a group, one column a technology. Nothing is added up: groups differ in size and weight."""

    columns: tuple[Column, ...]
    rows: tuple[BoxRow, ...]


def box(tables: tuple[Matrix, ...]) -> Box:
    """The levels in the tables of one page, which all have the same columns."""
    columns = tables[0].columns
    rows = tuple(
        BoxRow(table.group, tuple(counted(row.cells[i] for row in table.rows) for i in range(len(columns))))
        for table in tables
    )
    return Box(columns, rows)


def counted(cells: Iterable[Cell]) -> tuple[LevelCount, ...]:
    """The levels that occur, in their order."""
    found = [(cell.support, bool(cell.partial)) for cell in cells]
    levels = [support for support, _ in found]
    return tuple(
        LevelCount(level, levels.count(level), found.count((level, True))) for level in Support if level in levels
    )
