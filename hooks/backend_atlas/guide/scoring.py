"""Values and scores, on fixed scales: what one technology gets depends on no other.

A score is the weighted mean over the questions of the weighted mean of the values within each question
(Keeney and Raiffa's additive model with swing weights). Sums run in canonical order, so that equal input gives equal
bits in every engine.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import repeat
from math import floor
from operator import add
from typing import Literal, get_args

from backend_atlas.guide.asking import MUST, Asked, Block, Condition, Row
from backend_atlas.guide.basis import LADDER, Basis, CellValue, Option

STEPS = tuple(level.value for level in LADDER)
COMMUNITY, OWN_CODE = 2, 3
"""Steps on the ladder of levels."""

SAME = 1e-9
"""Scores that differ by less are equal."""


@dataclass(frozen=True)
class Interval:
    """A value between 0 and 1, and the least and most it can be while something is unknown."""

    value: float
    low: float
    high: float


UNKNOWN = Interval(0.5, 0.0, 1.0)


def exact(value: float) -> Interval:
    """A value that is known."""
    return Interval(value, value, value)


@dataclass(frozen=True)
class Contribution:
    """What one row adds to the score of one technology."""

    row: Row
    share: float
    """The part of all weight that the row has."""
    value: float
    points: float
    """share x value. The points of all rows sum to the score."""
    shown: int
    """Points in tenths of a percent."""


def moved(cell: CellValue, steps: int) -> CellValue:
    """The cell with a level so many steps worse, or better if negative. What is unknown stays so."""
    if cell.level == "not-applicable" and steps < 0:
        return replace(cell, level=STEPS[OWN_CODE])
    if cell.level not in STEPS:
        return cell
    return replace(cell, level=STEPS[min(max(STEPS.index(cell.level) + steps, 0), OWN_CODE)])


def cell_value(basis: Basis, cell: CellValue, *, bare: bool) -> Interval:
    """What a cell is worth."""
    levels = basis.rules.levels
    if cell.level == "unknown":
        return Interval(levels["unknown"], 0.0, 1.0)
    if cell.level == "not-applicable":
        return exact(levels["not-applicable"])
    step = STEPS.index(cell.level)
    if bare and step == COMMUNITY:
        step = OWN_CODE
    return exact(levels[STEPS[min(step + cell.lowered, OWN_CODE)]])


def value(basis: Basis, option: Option, criterion: str, *, bare: bool) -> Interval:
    """What one technology gets for one criterion."""
    measure = basis.measure[criterion]
    if not measure.fact:
        return cell_value(basis, option.cells[criterion], bare=bare)
    fact = option.facts[measure.fact]
    if not fact.words:
        return UNKNOWN
    return exact(max([measure.values.get(term, 0.0) for term in fact.terms], default=0.0))


def row_value(basis: Basis, option: Option, row: Row, *, bare: bool) -> Interval:
    """What one technology gets for one row: the best of its criteria."""
    found = [value(basis, option, criterion, bare=bare) for criterion in row.criteria]
    if len(found) == 1:
        return found[0]
    return Interval(max(i.value for i in found), max(i.low for i in found), max(i.high for i in found))


def meets(
    basis: Basis, option: Option, condition: Condition, *, bare: bool, other: tuple[str, CellValue] | None = None
) -> bool:
    """Whether a technology has what it must, if it has an `other` cell for one criterion. Unknown is not enough."""
    return any(
        enough(other[1], condition.least, bare=bare)
        if other and other[0] == criterion
        else _has(basis, option, criterion, condition.least, bare=bare)
        for criterion in condition.criteria
    )


def _has(basis: Basis, option: Option, criterion: str, least: str, *, bare: bool) -> bool:
    if basis.measure[criterion].fact:
        return value(basis, option, criterion, bare=bare).low >= 1.0
    return enough(option.cells[criterion], least, bare=bare)


def enough(cell: CellValue, least: str, *, bare: bool) -> bool:
    """Whether a level meets a condition."""
    worst = COMMUNITY if least == MUST[0] and not bare else COMMUNITY - 1
    return cell.level in STEPS[: worst + 1]


@dataclass(frozen=True)
class Columns:
    """What each technology gets for one row, and the least and most that it can be."""

    value: list[float]
    low: list[float]
    high: list[float]


Part = Literal["value", "low", "high"]


class Values:
    """What every technology of a basis gets for one row. Remembers it, because most rows are asked for again."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.known: dict[tuple[tuple[str, ...], bool], Columns] = {}
        self.cells: dict[tuple[str, int, int, bool], float] = {}

    def __call__(self, row: Row, *, bare: bool) -> Columns:
        """One value for each technology."""
        key = (row.criteria, bare)
        if key not in self.known:
            found = [row_value(self.basis, option, row, bare=bare) for option in self.basis.options]
            self.known[key] = Columns([i.value for i in found], [i.low for i in found], [i.high for i in found])
        return self.known[key]

    def cell(self, cell: CellValue, steps: int, *, bare: bool) -> float:
        """What a cell is worth with a level so many steps worse, or better if negative."""
        key = (cell.level, cell.lowered, steps, bare)
        if key not in self.cells:
            self.cells[key] = cell_value(self.basis, moved(cell, steps), bare=bare).value
        return self.cells[key]


@dataclass(frozen=True)
class Weighted:
    """A column times its weight."""

    weight: float
    products: list[float]

    @classmethod
    def of(cls, weight: float, column: list[float]) -> "Weighted":
        """`column` times `weight`."""
        return cls(weight, [weight * one for one in column])


class Mean:
    """The weighted mean of columns, place by place, summed in their order.

    Remembers the sums on the way to the last one, because most columns begin with the very same as those before.
    """

    def __init__(self) -> None:
        self.columns: list[Weighted] = []
        self.sums: list[tuple[float, list[float]]] = []
        """For each of the columns: the weights and the products up to it."""
        self.last: list[float] = []

    def __call__(self, columns: list[Weighted]) -> list[float]:
        """Needs at least one column."""
        same = _alike(self.columns, columns)
        if same == len(columns) == len(self.columns):
            return self.last
        del self.sums[same:]
        for column in columns[same:]:
            total, found = self.sums[-1] if self.sums else (0.0, repeat(0.0))
            self.sums.append((total + column.weight, list(map(add, found, column.products))))
        total, found = self.sums[-1]
        self.columns, self.last = columns, [one / total for one in found]
        return self.last


def _alike(one: list[Weighted], other: list[Weighted]) -> int:
    """With how many of the very same columns both begin."""
    differ = (number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] is not pair[1])
    return next(differ, min(len(one), len(other)))


class Scores:
    """Scores of every technology of a basis. Remembers the means of questions, because most answers stay the same."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.row = Values(basis)
        self.rows: dict[tuple[tuple[str, ...], float, Part, bool], Weighted] = {}
        self.blocks: dict[tuple[Block, Part, bool], Weighted] = {}
        self.within, self.over = Mean(), Mean()
        """Within a question, and over the questions."""
        self.met: dict[tuple[Condition, bool], list[bool]] = {}
        self.left: dict[tuple[Condition, ...], list[int]] = {}
        """What was left by the last conditions: most answers differ in something else."""

    def eligible(self, asked: Asked) -> list[int]:
        """Indexes of the technologies that meet every condition."""
        if asked.conditions not in self.left:
            left = list(range(len(self.basis.options)))
            for condition in asked.conditions:
                met = self.meeting(condition, bare=asked.bare)
                left = [index for index in left if met[index]]
            self.left = {asked.conditions: left}
        return self.left[asked.conditions]

    def meeting(self, condition: Condition, *, bare: bool) -> list[bool]:
        """For each technology, whether it meets a condition."""
        key = (condition, bare)
        if key not in self.met:
            self.met[key] = [meets(self.basis, option, condition, bare=bare) for option in self.basis.options]
        return self.met[key]

    def scores(self, asked: Asked) -> list[Interval]:
        """The score of each technology, met conditions or not. Needs at least one block."""
        parts = (self.values(asked, part) for part in get_args(Part))
        return [Interval(*found) for found in zip(*parts, strict=True)]

    def values(self, asked: Asked, part: Part = "value") -> list[float]:
        """One part of the score of each technology."""
        return self.over([self.block(block, part, bare=asked.bare) for block in asked.blocks])

    def block(self, block: Block, part: Part, *, bare: bool) -> Weighted:
        """The mean of one question for each technology, times its weight."""
        key = (block, part, bare)
        if key not in self.blocks:
            mean = self.within([self.weighted(row, part, bare=bare) for row in block.rows])
            self.blocks[key] = Weighted.of(block.weight, mean)
        return self.blocks[key]

    def weighted(self, row: Row, part: Part, *, bare: bool) -> Weighted:
        """What each technology gets for one row, times its weight."""
        key = (row.criteria, row.weight, part, bare)
        if key not in self.rows:
            column: list[float] = getattr(self.row(row, bare=bare), part)
            self.rows[key] = Weighted.of(row.weight, column)
        return self.rows[key]


def first(scores: list[float], eligible: list[int]) -> list[int]:
    """Indexes of the eligible with the highest score; several where they tie."""
    best = max(map(scores.__getitem__, eligible), default=0.0)
    return [index for index in eligible if best - scores[index] <= SAME]


def shares(asked: Asked) -> list[tuple[Row, float]]:
    """Every row with its part of all weight. The parts sum to 1."""
    total = _sum(block.weight for block in asked.blocks)
    return [
        (row, block.weight * row.weight / (total * _sum(other.weight for other in block.rows)))
        for block in asked.blocks
        for row in block.rows
    ]


def _sum(values: Iterable[float]) -> float:
    """In order, without the compensation that newer releases of Python apply."""
    total = 0.0
    for number in values:
        total += number
    return total


def tenths(score: float) -> int:
    """A score as a whole number of tenths of a percent."""
    return floor(score * 1000 + 0.5)


def contributions(rows: list[tuple[Row, float]], values: Iterable[float]) -> tuple[Contribution, ...]:
    """What each row adds: of the rows, with the part of all weight of each, and what the technology gets for each."""
    return tuple(
        Contribution(row, share, value, share * value, tenths(share * value))
        for (row, share), value in zip(rows, values, strict=True)
    )


def rounding(score: float, parts: Iterable[Contribution]) -> int:
    """What the rounded points lack to the rounded score, in tenths of a percent. Shown as a line of its own."""
    return tenths(score) - sum(part.shown for part in parts)
