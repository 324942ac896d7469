"""How well a result holds: the same ranking many times, with other weights and with cells that may be wrong.

After stochastic multicriteria acceptability analysis (Tervonen and Lahdelma 2007): the part of the samples in which a
technology comes first. Every draw is fixed by the ids of what is varied, so that everybody gets the same result.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import add, eq, mul, truediv

from backend_atlas.guide import bounds
from backend_atlas.guide.asking import Asked, Block, Row
from backend_atlas.guide.basis import CellValue, Option
from backend_atlas.guide.scoring import STEPS, Values

MASK = 0xFFFFFFFF
GRID = 101
"""An unknown cell is taken to be worth 0, 0.01 ... 1, each as likely."""

FEW = 16
"""Groups of technologies of which samples are drawn without a look at what they can reach."""

EVEN = tuple(drawn / (GRID - 1) for drawn in range(GRID))
"""These values."""


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


@dataclass(frozen=True)
class Weighted:
    """A row, with its weight in every sample."""

    row: Row
    weights: list[float]

    @cached_property
    def bounds(self) -> int:
        """The weights as bounds."""
        return bounds.weights(self.weights)


Slips = list[tuple[int, float]]
"""Samples in which the cell behind a row is taken to be something else, and what it is worth there."""


@dataclass(frozen=True)
class Varied:
    """A row, with what each technology gets for it, and gets at most in a sample."""

    weighted: Weighted
    values: list[float]
    most: list[float]
    products: dict[float, list[float]] = field(default_factory=dict)
    """What a value adds in every sample: few values are shared by many technologies."""
    bounds: dict[float, int] = field(default_factory=dict)
    """The same of what is the most."""

    @property
    def row(self) -> Row:
        """The row."""
        return self.weighted.row

    @property
    def weights(self) -> list[float]:
        """Its weight in every sample."""
        return self.weighted.weights

    def bound(self, index: int) -> int:
        """What it adds at most for one technology."""
        most = self.most[index]
        if most not in self.bounds:
            self.bounds[most] = bounds.value(most) * self.weighted.bounds
        return self.bounds[most]


@dataclass(frozen=True)
class Leading:
    """A question, with the scores of technologies up to it in every sample, and what these are at most."""

    block: Block
    bare: bool
    rows: list[Varied]
    scores: dict[int, list[float]] = field(default_factory=dict)
    bounds: dict[int, int] = field(default_factory=dict)


class Variation:
    """The samples of one basis. `seed` gives others, for an independent check. Remembers what answers share."""

    def __init__(self, row: Values, seed: str = "", samples: int | None = None) -> None:
        self.row = row
        self.basis = row.basis
        self.seed = seed
        self.samples = samples or self.basis.rules.samples
        self.wrong = self.basis.rules.draws * self.samples // self.basis.rules.samples
        self.blocks: dict[Block, list[Weighted]] = {}
        self.factors: dict[str, list[float]] = {}
        self.slips: dict[tuple[str, str, bool], Slips] = {}
        self.mosts: dict[tuple[tuple[str, ...], bool], list[float]] = {}
        self.last: list[Leading] = []

    def shares(self, asked: Asked, eligible: list[int]) -> dict[int, float]:
        """For each eligible technology, the part of the samples that it wins. Equal technologies win together."""
        questions = self.leading(asked)
        values = list(zip(*(varied.values for question in questions for varied in question.rows), strict=True))
        groups: dict[tuple[float, ...], list[int]] = {}
        for index in eligible:
            groups.setdefault(values[index], []).append(index)
        varied = list(self.rivals(list(groups.values()), questions))
        best = list(map(max, zip(*(scores for _, scores in varied), strict=True)))
        won = dict.fromkeys(eligible, 0.0)
        for group, scores in varied:
            won.update(dict.fromkeys(group, sum(map(eq, scores, best)) / self.samples))
        return won

    def rivals(self, groups: list[list[int]], questions: list[Leading]) -> Iterator[tuple[list[int], list[float]]]:
        """The groups that can win a sample, with their scores in every sample. Of few, all are taken."""
        if len(groups) > FEW:
            bounded = sorted(((self.bound(group[0], questions), group) for group in groups), reverse=True)
            first = [self.scores(group[0], questions) for _, group in bounded[:FEW]]
            hurdle = bounds.Hurdle(map(max, zip(*first, strict=True)))
            groups = [group for bound, group in bounded if hurdle.taken(bound)]
        for group in groups:
            yield group, self.scores(group[0], questions)

    def leading(self, asked: Asked) -> list[Leading]:
        """The questions. Those with which the last answers began too keep their scores."""
        same = 0
        for block, known in zip(asked.blocks, self.last, strict=False):
            if (block, asked.bare) != (known.block, known.bare):
                break
            same += 1
        new = [Leading(block, asked.bare, self.varied(block, bare=asked.bare)) for block in asked.blocks[same:]]
        self.last = [*self.last[:same], *new]
        return self.last

    def varied(self, block: Block, *, bare: bool) -> list[Varied]:
        """The rows of a question."""
        return [
            Varied(weighted, self.row(weighted.row, bare=bare).value, self.most(weighted.row, bare=bare))
            for weighted in self.weighted(block)
        ]

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
            yield Weighted(row, list(map(truediv, map(mul, outer, factors), totals)))

    def bound(self, index: int, questions: list[Leading]) -> int:
        """What the score of one technology is at most in every sample."""
        found = 0
        for question in questions:
            if index not in question.bounds:
                question.bounds[index] = sum((varied.bound(index) for varied in question.rows), found)
            found = question.bounds[index]
        return found

    def scores(self, index: int, questions: list[Leading]) -> list[float]:
        """The score of one technology in every sample, up to a factor that all share."""
        found = [0.0] * self.samples
        for question in questions:
            if index not in question.scores:
                question.scores[index] = self.added(index, question, found)
            found = question.scores[index]
        return found

    def added(self, index: int, question: Leading, before: list[float]) -> list[float]:
        """The scores before a question, and what it adds."""
        option, found = self.basis.options[index], before
        for varied in question.rows:
            value, weights = varied.values[index], varied.weights
            if value not in varied.products:
                varied.products[value] = [value * weight for weight in weights]
            # what is worth nothing would add 0 to each
            found = list(map(add, found, varied.products[value])) if value else found.copy()
            for sample, other in self.misread(option, varied.row, bare=question.bare):
                found[sample] += (other - value) * weights[sample]
        return found

    def most(self, row: Row, *, bare: bool) -> list[float]:
        """What each technology gets at most for one row, if the cell behind it is taken to be something else."""
        key = (row.criteria, bare)
        if key not in self.mosts:
            criterion, values = row.criteria[0], self.row(row, bare=bare).value
            fact = self.basis.measure[criterion].fact
            cells = [] if fact else [option.cells[criterion] for option in self.basis.options]
            others = [max(self.instead(cell, bare=bare)) for cell in cells]
            self.mosts[key] = list(map(max, values, others)) if others else values
        return self.mosts[key]

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
        drawn = enumerate(self.unknown(key)) if cell.level == "unknown" else self.slip(key).items()
        worth = self.instead(cell, bare=bare)
        return [(sample, worth[number]) for sample, number in drawn]

    def instead(self, cell: CellValue, *, bare: bool) -> tuple[float, ...]:
        """What a cell may be worth, by what is drawn: a value of the grid if unknown, else one step better or worse."""
        if cell.level == "unknown":
            return EVEN
        better, worse = (self.row.cell(cell, _step(cell.level, drawn), bare=bare) for drawn in (0, 1))
        return better, worse

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
