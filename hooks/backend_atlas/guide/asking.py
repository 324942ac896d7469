"""From answers to what is asked of a technology: rows that are scored, and conditions that exclude."""

from dataclasses import dataclass
from functools import cached_property

from backend_atlas.guide.answers import Answers, Pick
from backend_atlas.guide.basis import Basis, Choice, Question

MUST = ("must", "first-party")
BARE = "packages-none"
"""As a must: packages by others count as code that is written by hand."""


@dataclass(frozen=True, order=True)
class Row:
    """Something that is scored. Of several criteria the best counts."""

    criteria: tuple[str, ...]
    weight: float
    question: str
    """The question whose answer brought it."""


@dataclass(frozen=True)
class Block:
    """The rows of one question. Their weighted mean is the question's part of the score."""

    question: str
    weight: float
    rows: tuple[Row, ...]

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Blocks are looked up much more often than made."""
        return hash((self.question, self.weight, self.rows))


@dataclass(frozen=True, order=True)
class Condition:
    """Something that a technology must have. Of several criteria one is enough."""

    question: str
    criteria: tuple[str, ...]
    least: str = "must"
    """`must` or `first-party`."""


@dataclass(frozen=True)
class Asked:
    """Everything that the answers ask for, in canonical order."""

    blocks: tuple[Block, ...]
    conditions: tuple[Condition, ...]
    until: str = ""
    """The day until which support should be published."""

    @cached_property
    def bare(self) -> bool:
        """True where no package by others may be used."""
        return any(condition.criteria == (BARE,) for condition in self.conditions)


@dataclass(frozen=True)
class Others:
    """What answers ask for wherever those to one question play no part. They can bring or change one block."""

    question: Question
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    """The blocks on both sides of that one."""
    conditions: tuple[Condition, ...]
    until: str


def asked(basis: Basis, answers: Answers) -> Asked:
    """What `answers` ask for. Questions with weight 0 or without rows are left out of the score."""
    return Asking(basis)(answers)


class Asking:
    """Turns answers into what is asked. Remembers each part, because most answers stay the same."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.editors = {
            question.id: tuple(other for other in basis.questions if other.edits == question.id)
            for question in basis.questions
        }
        self.blocks: dict[tuple[object, ...], Block | None] = {}
        self.conditions: dict[tuple[str, tuple[Pick, ...]], set[Condition]] = {}

    def __call__(self, answers: Answers) -> Asked:
        """What `answers` ask for. Questions with weight 0 or without rows are left out of the score."""
        question, given = self.basis.question, answers.picks.items()
        names = sorted({question[name].edits or name for name in answers.picks})
        blocks = tuple(block for name in names if (block := self.block(answers, name)))
        conditions = {condition for name, picks in given for condition in self.conditions_of(name, picks)}
        until = max((_first(question[name], picks).until for name, picks in given), default="")
        return Asked(blocks, tuple(sorted(conditions)), until)

    def others(self, answers: Answers, question: Question) -> Others:
        """What `answers` ask for, whatever they say to `question`."""
        found, name = self(answers.but(question.id, ())), question.edits or question.id
        before = tuple(block for block in found.blocks if block.question < name)
        after = tuple(block for block in found.blocks if block.question > name)
        return Others(question, before, after, found.conditions, found.until)

    def beside(self, others: Others, answers: Answers) -> Asked:
        """The same as a call gives, for `answers` that differ from those of `others` in the one question alone."""
        question, conditions, until = others.question, others.conditions, others.until
        block = self.block(answers, question.edits or question.id)
        if picks := answers.picks.get(question.id):
            until = max(until, _first(question, picks).until)
            if own := self.conditions_of(question.id, picks):
                conditions = tuple(sorted(own.union(conditions)))
        blocks = (*others.before, block, *others.after) if block else others.before + others.after
        return Asked(blocks, conditions, until)

    def block(self, answers: Answers, name: str) -> Block | None:
        """What is scored for one question, with the answers to those that edit it."""
        questions = (self.basis.question[name], *self.editors[name])
        given = tuple((question, answers.picks.get(question.id, ())) for question in questions)
        key = (name, answers.weights.get(name), *(picks for _, picks in given))
        if key not in self.blocks:
            self.blocks[key] = _block(self.basis, name, given, answers.weights.get(name))
        return self.blocks[key]

    def conditions_of(self, name: str, picks: tuple[Pick, ...]) -> set[Condition]:
        """What the answers to one question exclude."""
        key = (name, picks)
        if key not in self.conditions:
            self.conditions[key] = _conditions(self.basis.question[name], picks)
        return self.conditions[key]


def _first(question: Question, picks: tuple[Pick, ...]) -> Choice:
    return question.by_id[picks[0].choice]


def _block(
    basis: Basis, name: str, given: tuple[tuple[Question, tuple[Pick, ...]], ...], swing: str | None
) -> Block | None:
    rows: dict[tuple[str, ...], Row] = {}
    weight = basis.question[name].weight
    for question, picks in given:
        if question.strengths:
            rows |= _graded(basis, question, picks)
        elif picks:
            choice = _first(question, picks)
            rows |= {(key,): Row((key,), value, question.id) for key, value in choice.loads.items()}
            weight = weight if choice.weight is None else choice.weight
    if swing is not None:
        weight = basis.rules.swings[swing]
    counted = tuple(sorted(row for row in rows.values() if row.weight > 0))
    return Block(name, weight, counted) if counted and weight > 0 else None


def _graded(basis: Basis, question: Question, picks: tuple[Pick, ...]) -> dict[tuple[str, ...], Row]:
    if question.any_of:
        if all(pick.strength in MUST for pick in picks):
            return {}
        key = tuple(sorted(question.by_id[pick.choice].criterion for pick in picks))
        return {key: Row(key, 1.0, question.id)}
    named = [(question.by_id[pick.choice].criterion, basis.rules.strengths[pick.strength]) for pick in picks]
    return {(criterion,): Row((criterion,), weight, question.id) for criterion, weight in named}


def _conditions(question: Question, picks: tuple[Pick, ...]) -> set[Condition]:
    name = question.id
    if not question.strengths:
        return {Condition(name, (criterion,)) for criterion in _first(question, picks).requires}
    wanted = [(question.by_id[pick.choice].criterion, pick.strength) for pick in picks if pick.strength in MUST]
    if question.any_of:
        criteria = tuple(sorted(criterion for criterion, _ in wanted))
        return {Condition(name, criteria)} if criteria else set()
    return {Condition(name, (criterion,), strength) for criterion, strength in wanted}
