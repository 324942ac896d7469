"""From answers to what is asked of a technology: rows that are scored, and conditions that exclude."""

from dataclasses import dataclass

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

    @property
    def bare(self) -> bool:
        """True where no package by others may be used."""
        return any(condition.criteria == (BARE,) for condition in self.conditions)


def asked(basis: Basis, answers: Answers) -> Asked:
    """What `answers` ask for. Questions with weight 0 or without rows are left out of the score."""
    names = sorted({basis.question[name].edits or name for name in answers.picks})
    blocks = tuple(block for name in names if (block := _block(basis, answers, name)))
    conditions = {condition for name in answers.picks for condition in _conditions(basis, answers, name)}
    until = [choice.until for name, picks in answers.picks.items() for choice in [_first(basis, name, picks)]]
    return Asked(blocks, tuple(sorted(conditions)), max(until, default=""))


def _first(basis: Basis, question: str, picks: tuple[Pick, ...]) -> Choice:
    return basis.question[question].by_id[picks[0].choice]


def _block(basis: Basis, answers: Answers, name: str) -> Block | None:
    rows: dict[tuple[str, ...], Row] = {}
    weight = basis.question[name].weight
    for question in (basis.question[name], *(other for other in basis.questions if other.edits == name)):
        picks = answers.picks.get(question.id, ())
        if question.strengths:
            rows |= _graded(basis, question, picks)
        elif picks:
            choice = question.by_id[picks[0].choice]
            rows |= {(key,): Row((key,), value, question.id) for key, value in choice.loads.items()}
            weight = weight if choice.weight is None else choice.weight
    if name in answers.weights:
        weight = basis.rules.swings[answers.weights[name]]
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


def _conditions(basis: Basis, answers: Answers, name: str) -> set[Condition]:
    question, picks = basis.question[name], answers.picks[name]
    if not question.strengths:
        return {Condition(name, (criterion,)) for criterion in question.by_id[picks[0].choice].requires}
    wanted = [(question.by_id[pick.choice].criterion, pick.strength) for pick in picks if pick.strength in MUST]
    if question.any_of:
        criteria = tuple(sorted(criterion for criterion, _ in wanted))
        return {Condition(name, criteria)} if criteria else set()
    return {Condition(name, (criterion,), strength) for criterion, strength in wanted}
