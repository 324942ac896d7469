"""How well a result holds: the same ranking many times, with other weights and with cells that may be wrong.

After stochastic multicriteria acceptability analysis (Tervonen and Lahdelma 2007): the part of the samples in which a
technology comes first. Every draw is fixed by the ids of what is varied, so that everybody gets the same result.
"""

from collections.abc import Iterator
from operator import add, eq, mul, truediv

from backend_atlas.guide.asking import Asked, Block, Row
from backend_atlas.guide.basis import Basis, CellValue, Option
from backend_atlas.guide.scoring import STEPS, Values, cell_value, moved

MASK = 0xFFFFFFFF
GRID = 101
"""An unknown cell is taken to be worth 0, 0.01 ... 1, each as likely."""


def digest(text: str) -> int:
    """FNV-1a of the characters, 32 bits (Fowler, Noll, Vo)."""
    found = 2166136261
    for character in text:
        found = ((found ^ ord(character)) * 16777619) & MASK
    return found


def draws(key: str) -> Iterator[int]:
    """An endless sequence of 32-bit numbers that depends on `key` alone: Mulberry32 (Ettinger 2017)."""
    state = digest(key)
    while True:
        state = (state + 0x6D2B79F5) & MASK
        mixed = ((state ^ (state >> 15)) * (state | 1)) & MASK
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & MASK
        yield (mixed ^ (mixed >> 14)) & MASK


Weighted = tuple[Row, list[float]]
"""A row, and its weight in every sample."""

Slips = list[tuple[int, float]]
"""Samples in which the cell behind a row is taken to be something else, and what it is worth there."""


class Variation:
    """The samples of one basis. `seed` gives others, for an independent check. Remembers what answers share."""

    def __init__(self, basis: Basis, seed: str = "", samples: int | None = None) -> None:
        self.basis = basis
        self.row = Values(basis)
        self.seed = seed
        self.samples = samples or basis.rules.samples
        self.wrong = basis.rules.draws * self.samples // basis.rules.samples
        self.blocks: dict[Block, list[Weighted]] = {}
        self.factors: dict[str, list[float]] = {}
        self.slips: dict[tuple[str, str, bool], Slips] = {}
        self.steps: dict[tuple[str, int, bool], tuple[float, float]] = {}

    def shares(self, asked: Asked, eligible: list[int]) -> dict[int, float]:
        """For each eligible technology, the part of the samples that it wins. Equal technologies win together."""
        weighted = [found for block in asked.blocks for found in self.weighted(block)]
        columns = [self.row(row, bare=asked.bare).value for row, _ in weighted]
        groups: dict[tuple[float, ...], list[int]] = {}
        for index in eligible:
            groups.setdefault(tuple(column[index] for column in columns), []).append(index)
        known: list[dict[float, list[float]]] = [{} for _ in weighted]
        varied = [
            self.scores(self.basis.options[group[0]], values, weighted, known, bare=asked.bare)
            for values, group in groups.items()
        ]
        best = [max(scores) for scores in zip(*varied, strict=True)]
        wins = [sum(map(eq, scores, best)) for scores in varied]
        return {
            index: count / self.samples for group, count in zip(groups.values(), wins, strict=True) for index in group
        }

    def weighted(self, block: Block) -> list[Weighted]:
        """The rows of a question, and the weight of each in every sample."""
        if block not in self.blocks:
            self.blocks[block] = list(self.weigh(block))
        return self.blocks[block]

    def weigh(self, block: Block) -> Iterator[Weighted]:
        outer = [block.weight * factor for factor in self.multipliers(f"question {block.question}")]
        inner = [
            (row, [row.weight * factor for factor in self.multipliers(f"row {' '.join(row.criteria)}")])
            for row in block.rows
        ]
        totals = [0.0] * self.samples
        for _, factors in inner:
            totals = list(map(add, totals, factors))
        for row, factors in inner:
            yield row, list(map(truediv, map(mul, outer, factors), totals))

    def scores(
        self,
        option: Option,
        values: tuple[float, ...],
        weighted: list[Weighted],
        known: list[dict[float, list[float]]],
        *,
        bare: bool,
    ) -> list[float]:
        """The score of one technology in every sample, up to a factor that all share.

        `known` holds, for each row, what a value adds in every sample: few values are shared by many technologies.
        """
        found = [0.0] * self.samples
        for value, (row, column), products in zip(values, weighted, known, strict=True):
            if value not in products:
                products[value] = [value * weight for weight in column]
            found = list(map(add, found, products[value]))
            for sample, other in self.misread(option, row, bare=bare):
                found[sample] += (other - value) * column[sample]
        return found

    def misread(self, option: Option, row: Row, *, bare: bool) -> Slips:
        """Samples in which the cell behind a row is taken to be something else, and what it is worth there."""
        criterion = row.criteria[0]
        key = (option.id, criterion, bare)
        if key not in self.slips:
            fact = self.basis.measure[criterion].fact
            self.slips[key] = [] if fact else self.drawn(option, criterion, bare=bare)
        return self.slips[key]

    def drawn(self, option: Option, criterion: str, *, bare: bool) -> Slips:
        cell, key = option.cells[criterion], f"{option.id} {criterion}"
        if cell.level == "unknown":
            return [(sample, drawn / (GRID - 1)) for sample, drawn in enumerate(self.unknown(key))]
        worth = self.beside(cell, bare=bare)
        return [(sample, worth[drawn]) for sample, drawn in self.slip(key).items()]

    def beside(self, cell: CellValue, *, bare: bool) -> tuple[float, float]:
        """What a cell is worth one step better and one step worse."""
        key = (cell.level, cell.lowered, bare)
        if key not in self.steps:
            better, worse = (moved(cell, _step(cell.level, drawn)) for drawn in (0, 1))
            worth = cell_value(self.basis, better, bare=bare), cell_value(self.basis, worse, bare=bare)
            self.steps[key] = worth[0].value, worth[1].value
        return self.steps[key]

    def unknown(self, key: str) -> list[int]:
        source = draws(f"{self.seed}cell {key}")
        return [next(source) % GRID for _ in range(self.samples)]

    def slip(self, key: str) -> dict[int, int]:
        """Which samples, and for each whether the level is one step better (0) or worse (1)."""
        source = draws(f"{self.seed}cell {key}")
        found: dict[int, int] = {}
        while len(found) < self.wrong:
            sample = next(source) % self.samples
            if sample not in found:
                found[sample] = next(source) >> 31
        return found

    def multipliers(self, key: str) -> list[float]:
        """What a weight is multiplied with in each sample."""
        if key not in self.factors:
            steps = self.basis.rules.factors
            source = draws(f"{self.seed}{key}")
            self.factors[key] = [steps[next(source) % len(steps)] for _ in range(self.samples)]
        return self.factors[key]


def _step(level: str, drawn: int) -> int:
    """One step better or worse; at the ends of the ladder the only way there is."""
    if level == STEPS[0]:
        return 1
    if level in (STEPS[-1], "not-applicable"):
        return -1
    return 1 if drawn else -1
