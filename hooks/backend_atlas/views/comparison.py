"""The page that compares two technologies."""

from dataclasses import dataclass
from functools import cached_property

from backend_atlas.model import Catalogue, Cell, Feature, Group, Technology
from backend_atlas.model.vocabulary import Kind
from backend_atlas.views.box import LevelCount, counted
from backend_atlas.views.facts import FactRow, fact_rows
from backend_atlas.views.matrix import Column, columns, same
from backend_atlas.views.pairs import comparison
from backend_atlas.views.wording import Difference, fact_differences, feature_differences, with_article

MISMATCH = {
    "text": "{0}.",
    "frameworks": "Many rows below differ for that reason: one kind leaves to packages what another decides.",
    "hosted": "{0} is what runs {1}: the rows below show what a framework adds to it.",
    "runtime": "A framework that runs on {0} is the closer comparison with {1}.",
    "none": "None is in the atlas yet, so read the rows below as what each brings by itself.",
}
"""Said where kinds differ; by the page of a pair, and by the script for every other selection."""


@dataclass(frozen=True)
class Side:
    """What one technology brings to each of its comparisons."""

    technology: Technology
    column: Column
    facts: tuple[FactRow, ...]
    strips: tuple[tuple[LevelCount, ...], ...]
    """Its levels, a group each."""


@dataclass(frozen=True)
class Row:
    """One feature of both technologies. `same` means that no level differs and none is unknown."""

    feature: Feature
    cells: tuple[Cell, Cell]
    same: bool


@dataclass(frozen=True)
class Table:
    """A group of features."""

    group: Group
    rows: tuple[Row, ...]

    @property
    def different(self) -> int:
        """How many rows differ."""
        return sum(not row.same for row in self.rows)


@dataclass(frozen=True)
class FactPair:
    """One fact of both technologies."""

    key: str
    label: str
    sides: tuple[FactRow, FactRow]

    @property
    def same(self) -> bool:
        """True when both are known and say the same, in whatever order."""
        one, other = self.sides
        return one.known and other.known and set(one.values) == set(other.values)


@dataclass(frozen=True)
class Mismatch:
    """Two kinds that do different jobs, and what to compare instead."""

    text: str
    advice: str
    instead: tuple[Column, ...]


@dataclass(frozen=True)
class ComparisonView:
    """Everything the page prints."""

    sides: tuple[Side, Side]
    mismatch: Mismatch | None
    sentences: tuple[str, ...]
    differences: tuple[Difference[Row], ...]
    facts: tuple[FactPair, ...]
    groups: tuple[Table, ...]

    @cached_property
    def columns(self) -> tuple[Column, Column]:
        """The heads of its tables."""
        one, other = self.sides
        return one.column, other.column

    @cached_property
    def different(self) -> int:
        """How many features differ."""
        return sum(group.different for group in self.groups)

    @cached_property
    def different_in_level(self) -> int:
        """How many features have different levels. The rest are partial or experimental on one side, or unknown."""
        rows = [row for group in self.groups for row in group.rows]
        return sum(row.cells[0].support is not row.cells[1].support for row in rows)

    @cached_property
    def different_facts(self) -> int:
        """How many facts differ."""
        return sum(not fact.same for fact in self.facts)

    @cached_property
    def total(self) -> int:
        """How many features there are."""
        return sum(len(group.rows) for group in self.groups)


def side(catalogue: Catalogue, technology: Technology) -> Side:
    """What all comparisons of a technology take from it."""
    (column,) = columns((technology,))
    strips = tuple(counted(technology.features[item.id] for item in group.features) for group in catalogue.groups)
    return Side(technology, column, fact_rows(technology), strips)


def comparison_view(catalogue: Catalogue, one: Side, other: Side) -> ComparisonView:
    """The view of one pair, in the given order."""
    left, right = one.technology, other.technology
    groups = tuple(_table(group, left, right) for group in catalogue.groups)
    rows = tuple(row for group in groups for row in group.rows)
    return ComparisonView(
        sides=(one, other),
        mismatch=_mismatch(catalogue, left, right),
        sentences=fact_differences(left, right),
        differences=feature_differences(left, right, rows),
        facts=tuple(FactPair(a.key, a.label, (a, b)) for a, b in zip(one.facts, other.facts, strict=True)),
        groups=groups,
    )


def _table(group: Group, one: Technology, other: Technology) -> Table:
    pairs = ((feature, (one.features[feature.id], other.features[feature.id])) for feature in group.features)
    return Table(group, tuple(Row(feature, cells, same(cells)) for feature, cells in pairs))


def _mismatch(catalogue: Catalogue, one: Technology, other: Technology) -> Mismatch | None:
    kinds = (one.facts.kind.value, other.facts.kind.value)
    if None in kinds or kinds[0] is kinds[1]:
        return None
    words = [
        f"{item.name} is {with_article(kind.label)}" for item, kind in zip((one, other), kinds, strict=True) if kind
    ]
    text = MISMATCH["text"].format(", ".join(words))
    if Kind.RUNTIME not in kinds:
        return Mismatch(text, MISMATCH["frameworks"], ())
    return _against_runtime(catalogue, text, *((one, other) if kinds[0] is Kind.RUNTIME else (other, one)))


def _against_runtime(catalogue: Catalogue, text: str, runtime: Technology, framework: Technology) -> Mismatch:
    on_it = [item for item in catalogue.technologies.values() if item is not runtime and _same_platform(item, runtime)]
    instead = tuple(
        Column(f"{framework.name} and {item.name}", comparison(catalogue, framework.id, item.id))
        for item in on_it
        if item is not framework
    )
    hosted = framework in on_it
    advice = MISMATCH["hosted" if hosted else "runtime"].format(runtime.name, framework.name)
    if not (hosted or instead):
        advice += f" {MISMATCH['none']}"
    return Mismatch(text, advice, instead)


def _same_platform(one: Technology, other: Technology) -> bool:
    return one.facts.platform.value is not None and one.facts.platform.value is other.facts.platform.value
