"""Features in rows, technologies in columns. Used by the pages of the groups and by comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue, Cell, Feature, Group, Support, Technology
from backend_atlas.views.demonstrations import Demonstration, demonstration
from backend_atlas.views.words import searchable


@dataclass(frozen=True)
class Column:
    """A technology at the head of a table."""

    name: str
    address: str


@dataclass(frozen=True)
class Row:
    """One feature across the columns. `same` means that no level differs and none is unknown."""

    feature: Feature
    address: str
    words: str
    """What a reader may type for it."""
    cells: tuple[Cell, ...]
    shown: tuple[Demonstration | None, ...]
    """Beside each cell, the code that shows it."""
    same: bool


@dataclass(frozen=True)
class Matrix:
    """One table: a group of features for some technologies."""

    group: Group
    address: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def different(self) -> int:
        """How many rows differ."""
        return sum(not row.same for row in self.rows)


def matrix(catalogue: Catalogue, group: Group, technologies: tuple[Technology, ...]) -> Matrix:
    """The table of one group for the given technologies, in their order."""
    rows = tuple(_row(catalogue, group, feature, technologies) for feature in group.features)
    return Matrix(group, links.group(group.id), columns(technologies), rows)


def columns(technologies: tuple[Technology, ...]) -> tuple[Column, ...]:
    """The heads of a table."""
    return tuple(Column(technology.name, links.technology(technology.id)) for technology in technologies)


def matrices(catalogue: Catalogue, technologies: tuple[Technology, ...]) -> tuple[Matrix, ...]:
    """One table a group."""
    return tuple(matrix(catalogue, group, technologies) for group in catalogue.groups)


def same(cells: Sequence[Cell]) -> bool:
    """Whether cells answer alike. What is unknown is like nothing."""
    answers = {(cell.support, cell.partial, cell.experimental) for cell in cells}
    return len(answers) == 1 and cells[0].support is not Support.UNKNOWN


def _row(catalogue: Catalogue, group: Group, feature: Feature, technologies: tuple[Technology, ...]) -> Row:
    cells = tuple(technology.features[feature.id] for technology in technologies)
    words = searchable(feature.name, *feature.also, feature.id, group.name)
    shown = tuple(demonstration(catalogue, technology, feature.id) for technology in technologies)
    return Row(feature, links.feature(group.id, feature.id), words, cells, shown, same(cells))
