"""From answers to one result: what leads, what is excluded, and what would change that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import combinations

from backend_atlas.dividing import Divided
from backend_atlas.guide.answers import MOST, Answers, Pick
from backend_atlas.guide.asking import MUST, Asked, Asking, Condition
from backend_atlas.guide.basis import Basis, CellValue, Option, Question, basis
from backend_atlas.guide.scoring import (
    SAME,
    Contribution,
    Interval,
    Scores,
    contributions,
    first,
    meets,
    moved,
    row_value,
    shares,
    tenths,
)
from backend_atlas.guide.variation import Variation
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.model.guide import Guide
from backend_atlas.model.vocabulary import Verdict

SHOWN = 0.8
"""Technologies with at least this part of the leader's score are considered options of the decision record."""


@dataclass(frozen=True)
class Ranked:
    """A technology that meets every condition."""

    id: str
    score: float
    low: float
    high: float
    """The score if everything unknown about it were at its worst, and at its best."""
    share: float
    """The part of the samples that it wins."""


@dataclass(frozen=True)
class Excluded:
    """A technology that does not, and why."""

    id: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Flip:
    """One answer that would change what comes first. Without a choice: "not sure", or the answer taken back."""

    question: str
    choice: str
    strength: str
    leaders: tuple[str, ...]
    """What comes first then. None: see `verdict`."""
    verdict: str = ""
    """`none fits` or `no answers`."""


@dataclass(frozen=True)
class Rest:
    """A cell that the result rests on."""

    id: str
    criterion: str
    reason: str
    """`flips`: one level would change what comes first. `unknown`. `stale`: read over a year ago."""


@dataclass(frozen=True)
class Risk:
    """Something to know about a result before choosing it."""

    id: str
    reason: str
    """`not preferred`, `one package`, `partial`, `support ends`, `no end date`, `one maintainer`."""
    criterion: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Relaxation:
    """Conditions without which something fits, and what."""

    conditions: tuple[Condition, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """Everything the guide says about some answers. Ids are sorted where no order is meant."""

    answers: Answers
    asked: Asked
    verdict: str
    leaders: tuple[str, ...]
    """Shown as result. In the order of the score; in alphabetical order where it is too close to call."""
    ranking: tuple[Ranked, ...]
    excluded: tuple[Excluded, ...]
    contributions: dict[str, tuple[Contribution, ...]] = field(default_factory=dict)
    """For each of the ranking."""
    flips: tuple[Flip, ...] = ()
    rests: tuple[Rest, ...] = ()
    risks: tuple[Risk, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    """Where nothing fits: the smallest sets of conditions to give up."""
    conflicts: tuple[tuple[Condition, ...], ...] = ()
    """Where nothing fits: conditions that nothing meets, alone or two together."""

    @property
    def recorded(self) -> str:
        """The result as a link records it."""
        name = self.verdict.replace(" ", "-")
        return f"{name}~{','.join(self.leaders)}" if self.leaders else name

    @property
    def sole(self) -> bool:
        """True where only one technology was left to rank."""
        return len(self.ranking) == 1

    @property
    def considered(self) -> tuple[Ranked, ...]:
        """The leaders and what comes near them: at least two, if there are two."""
        if not self.ranking:
            return ()
        least = SHOWN * self.ranking[0].score
        near = tuple(item for item in self.listed if item.score >= least or item.id in self.leaders)
        return near if len(near) > 1 else self.listed[:2]

    @property
    def listed(self) -> tuple[Ranked, ...]:
        """The leaders, then the others in the order of the score. Where it is too close to call, none is first."""
        by_id = {item.id: item for item in self.ranking}
        others = [item for item in self.ranking if item.id not in self.leaders]
        return (*(by_id[name] for name in self.leaders), *others)


class Engine:
    """Decides for one basis. Remembers what answers share, and the outcomes."""

    @classmethod
    def of(cls, catalogue: Catalogue, guide: Guide, today: date, memory: Memory) -> "Engine":
        """The engine of a valid catalogue as of `today`, the same one as long as what decides stays."""
        kept = memory.kept("what decides", basis(catalogue, guide, today, memory))
        return memory("engine", (kept,), lambda: cls(kept))

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.asked = Asking(basis)
        self.scores = Scores(basis)
        self.variation = Variation(self.scores.row)
        self.outcomes: dict[str, Result] = {}

    def decide(self, answers: Answers) -> Result:
        """The whole result."""
        found = self.scored(answers)
        wanted = found.asked
        eligible = self.scores.eligible(wanted)
        by_id = {option.id: option for option in self.basis.options}
        scores = self.scores.values(wanted) if wanted.blocks else []
        relaxations, conflicts = self.ways_out(wanted) if not eligible else ((), ())
        return replace(
            found,
            flips=tuple(self.flips(answers, self.top(wanted))),
            rests=tuple(self.rests(wanted, scores, eligible)) if wanted.blocks else (),
            risks=tuple(risk for name in found.leaders for risk in self.risks(wanted, by_id[name])),
            relaxations=relaxations,
            conflicts=conflicts,
        )

    def scored(self, answers: Answers) -> Result:
        """The outcome, and what each row adds to the score of each technology."""
        found = self.outcome(answers)
        rows, columns = shares(found.asked), self.values(found.asked)
        values = {option.id: [column[index] for column in columns] for index, option in enumerate(self.basis.options)}
        return replace(found, contributions={item.id: contributions(rows, values[item.id]) for item in found.ranking})

    def values(self, wanted: Asked) -> list[list[float]]:
        """For each row, what each technology gets."""
        return [self.scores.row(row, bare=wanted.bare).value for block in wanted.blocks for row in block.rows]

    def outcome(self, answers: Answers) -> Result:
        """Verdict, leaders and ranking only. Remembered: what is checked while the data are read is shown later."""
        key = answers.text
        if key not in self.outcomes:
            self.outcomes[key] = self._outcome(answers)
        return replace(self.outcomes[key], answers=answers)  # the same in another order have the same outcome

    def ask(self, several: Iterable[Answers]) -> None:
        """Finds the outcomes of several answers at once, to be remembered. Two processes divide them."""
        new = {answers.text: answers for answers in several if answers.text not in self.outcomes}
        found = Divided([partial(self._outcome, answers) for answers in new.values()]).results()
        self.outcomes.update(zip(new, found, strict=True))

    def _outcome(self, answers: Answers) -> Result:
        wanted = self.asked(answers)
        eligible = self.scores.eligible(wanted)
        excluded = tuple(self.excluded(wanted))
        if not eligible:
            return Result(answers, wanted, Verdict.NONE_FITS.value, (), (), excluded)
        if not wanted.blocks:
            return Result(answers, wanted, Verdict.NO_ANSWERS.value, (), (), excluded)
        scores = self.scores.scores(wanted)
        won = self.variation.shares(wanted, eligible)
        verdict, leaders = self.verdict(wanted, [score.value for score in scores], eligible, won)
        order = sorted(eligible, key=lambda index: (-scores[index].value, index))
        ranking = tuple(self.ranked(index, scores[index], won[index]) for index in order)
        return Result(answers, wanted, verdict.value, tuple(self.ids(leaders)), ranking, excluded)

    def ids(self, indexes: list[int]) -> list[str]:
        return [self.basis.options[index].id for index in indexes]

    def ranked(self, index: int, score: Interval, share: float) -> Ranked:
        return Ranked(self.basis.options[index].id, score.value, score.low, score.high, share)

    def excluded(self, wanted: Asked) -> Iterator[Excluded]:
        met = [(condition, self.scores.meeting(condition, bare=wanted.bare)) for condition in wanted.conditions]
        for index, option in enumerate(self.basis.options):
            failed = [condition for condition, flags in met if not flags[index]]
            if failed:
                yield Excluded(option.id, tuple(failed))

    def verdict(
        self, wanted: Asked, scores: list[float], eligible: list[int], won: dict[int, float]
    ) -> tuple[Verdict, list[int]]:
        """What the result is called, and the indexes of what is shown as result."""
        rules = self.basis.rules
        top = first(scores, eligible)
        if len(top) > 1:
            return Verdict.TIE, top
        leader = top[0]
        others = [scores[index] for index in eligible if index != leader]
        if not others:
            return Verdict.AHEAD, top
        gap = scores[leader] - max(others)
        if gap >= rules.clear_gap and won[leader] >= rules.clear_share:
            return Verdict.CLEAR, top
        if won[leader] >= rules.ahead_share:
            return Verdict.AHEAD, top
        values = self.values(wanted)
        close = [
            index
            for index in eligible
            if index == leader or (won[index] >= rules.close_share and not dominated(values, index, eligible))
        ]
        return (Verdict.CLOSE, close) if len(close) > 1 else (Verdict.AHEAD, top)

    def top(self, wanted: Asked) -> tuple[str, tuple[str, ...]]:
        """What comes first: a verdict without leaders, or the ids with the highest score."""
        eligible = self.scores.eligible(wanted)
        if not eligible:
            return Verdict.NONE_FITS.value, ()
        if not wanted.blocks:
            return Verdict.NO_ANSWERS.value, ()
        return "", tuple(self.ids(first(self.scores.values(wanted), eligible)))

    def flips(self, answers: Answers, now: tuple[str, tuple[str, ...]]) -> Iterator[Flip]:
        """Every single answer that changes what comes first, in the order of the form."""
        for question in self.basis.questions:
            others = self.asked.others(answers, question)
            for pick, picks in alternatives(question, answers.picks.get(question.id, ())):
                verdict, leaders = self.top(self.asked.beside(others, answers.but(question.id, picks)))
                if (verdict, leaders) != now:
                    yield Flip(question.id, pick.choice, pick.strength, leaders, verdict)

    def rests(self, wanted: Asked, scores: list[float], eligible: list[int]) -> Iterator[Rest]:
        """Cells that the result rests on: first those that can flip it, then what is unknown or old."""
        found = list(self.sensitive(wanted, scores, eligible))
        yield from found
        rows = [row for block in wanted.blocks for row in block.rows]
        columns = [(row.criteria[0], self.scores.row(row, bare=wanted.bare)) for row in rows]
        for index in eligible:
            option = self.basis.options[index]
            for criterion, column in columns:
                cell = option.cells.get(criterion) or option.facts[self.basis.measure[criterion].fact]
                if column.low[index] < column.high[index]:
                    yield Rest(option.id, criterion, "unknown")
                elif cell.source and cell.source.checked < self.basis.stale:
                    yield Rest(option.id, criterion, "stale")

    def sensitive(self, wanted: Asked, scores: list[float], eligible: list[int]) -> Iterator[Rest]:
        """Cells of which one level would change what comes first, by the score or by a condition."""
        top = first(scores, eligible)
        best = max((scores[index] for index in eligible), default=0.0)
        second = max((scores[index] for index in eligible if index not in top), default=-1.0)
        rival = second if len(top) == 1 else best
        rows = [(row.criteria[0], share) for row, share in shares(wanted)]
        rows = [(criterion, share) for criterion, share in rows if not self.basis.measure[criterion].fact]
        for index, option in enumerate(self.basis.options):
            leads, within = index in top, index in eligible
            step = 1 if leads else -1
            for criterion, share in rows:
                cell = option.cells[criterion]
                if cell.level == "unknown":
                    continue
                now, then = (self.scores.row.cell(cell, steps, bare=wanted.bare) for steps in (0, step))
                score = scores[index] + share * (then - now)
                reaches = score <= rival + SAME if leads else score >= best - SAME
                if not leads and not reaches:
                    continue
                fits = self.fits(wanted, option, (criterion, moved(cell, step)))
                changed = not fits or (then != now and reaches) if leads else fits and (then != now or not within)
                if changed:
                    yield Rest(option.id, criterion, "flips")

    def fits(self, wanted: Asked, option: Option, other: tuple[str, CellValue]) -> bool:
        """Whether a technology meets every condition if it has another cell."""
        return all(
            meets(self.basis, option, condition, bare=wanted.bare, other=other) for condition in wanted.conditions
        )

    def risks(self, wanted: Asked, option: Option) -> Iterator[Risk]:
        """What to know before choosing this technology."""
        for row, _ in shares(wanted):
            wish = self.basis.question[row.question].any_of
            if wish and row_value(self.basis, option, row, bare=wanted.bare).high <= 0:
                yield Risk(option.id, "not preferred", row.criteria[0], " ".join(row.criteria))
        for condition in wanted.conditions:
            criterion = condition.criteria[0]
            cell = option.cells.get(criterion)
            if cell is None or self.basis.measure[criterion].fact:
                continue
            if cell.lowered:
                yield Risk(option.id, "partial", criterion)
            if cell.level == "community" and not cell.spare:
                yield Risk(option.id, "one package", criterion, cell.package)
        if wanted.until and not option.supported:
            yield Risk(option.id, "no end date")
        elif wanted.until and option.supported < wanted.until:
            yield Risk(option.id, "support ends", "", f"{option.line} {option.supported}")
        if option.alone:
            yield Risk(option.id, "one maintainer")

    def ways_out(self, wanted: Asked) -> tuple[tuple[Relaxation, ...], tuple[tuple[Condition, ...], ...]]:
        """The smallest sets of conditions to give up, and the conditions that contradict each other."""
        failing: dict[tuple[Condition, ...], list[str]] = {}
        for item in self.excluded(wanted):
            failing.setdefault(item.conditions, []).append(item.id)
        smallest = [
            Relaxation(conditions, tuple(ids))
            for conditions, ids in failing.items()
            if not any(set(other) < set(conditions) for other in failing)
        ]
        smallest.sort(key=lambda item: (len(item.conditions), item.conditions))
        met = {condition: self.scores.meeting(condition, bare=wanted.bare) for condition in wanted.conditions}
        alone = [(condition,) for condition, flags in met.items() if not any(flags)]
        pairs = [
            (one, other)
            for one, other in combinations(wanted.conditions, 2)
            if any(met[one]) and any(met[other]) and not any(map(min, met[one], met[other]))
        ]
        return tuple(smallest), (*alone, *pairs)

    def meets_as_package(self, condition: Condition, name: str) -> bool:
        """Whether a technology would meet a condition if packages by others were accepted."""
        option = next(option for option in self.basis.options if option.id == name)
        return condition.least != MUST[0] and meets(
            self.basis, option, Condition(condition.question, condition.criteria), bare=False
        )


def dominated(columns: list[list[float]], index: int, eligible: list[int]) -> bool:
    """Whether another eligible technology is at least as good in every row, and better in one."""
    values = [column[index] for column in columns]
    for other in eligible:
        theirs = [column[other] for column in columns]
        if theirs != values and all(one >= two for one, two in zip(theirs, values, strict=True)):
            return True
    return False


def alternatives(question: Question, picks: tuple[Pick, ...]) -> Iterator[tuple[Pick, tuple[Pick, ...]]]:
    """Every other answer to one question that one step reaches: what is changed, and all picks then."""
    if not question.strengths:
        for choice in question.choices:
            pick = Pick(choice.id)
            if (pick,) != picks:
                yield pick, (pick,)
        if picks:
            yield Pick(""), ()
        return
    given = {pick.choice: pick for pick in picks}
    for choice in question.choices:
        others = tuple(pick for pick in picks if pick.choice != choice.id)
        for strength in question.strengths if len(others) < MOST else ():
            pick = Pick(choice.id, strength)
            if given.get(choice.id) != pick:
                yield pick, (*others, pick)
        if choice.id in given:
            yield Pick(choice.id), others


def flipped(basis: Basis, answers: Answers, flip: Flip) -> Answers:
    """The answers with the one change that a flip is about."""
    pick = Pick(flip.choice, flip.strength)
    if not basis.question[flip.question].strengths:
        return answers.but(flip.question, (pick,) if flip.choice else ())
    others = tuple(other for other in answers.picks.get(flip.question, ()) if other.choice != flip.choice)
    return answers.but(flip.question, (*others, pick) if flip.strength else others)


def link(basis: Basis, answers: Answers) -> str:
    """Answers as a link holds them, after the hash, without a result."""
    return "&".join(filter(None, (f"v={basis.version}&d={basis.released}", answers.text)))


def fragment(basis: Basis, result: Result) -> str:
    """The result as a link keeps it, after the hash. Empty where nothing was answered."""
    text = result.answers.text
    return f"v={basis.version}&d={basis.released}&r={result.recorded}&{text}" if text else ""


def gap(result: Result) -> int:
    """How far the first is ahead of the second, in tenths of a percent."""
    one, two = result.ranking[:2]
    return tenths(one.score) - tenths(two.score)
