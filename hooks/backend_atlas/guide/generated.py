"""Answers that nobody chose, to see how many results a change of the data moves.

They are drawn as `variation` draws, so that everybody gets the same. Each question is answered or not; what excludes
is drawn less often than wishes, because otherwise most answers would leave nothing.
"""

from collections.abc import Iterator
from dataclasses import replace

from backend_atlas.guide.answers import Answers, Pick
from backend_atlas.guide.asking import MUST
from backend_atlas.guide.basis import Basis, Question
from backend_atlas.guide.variation import draws

SETS = 1000
SEED = "generated"
MOST = {"need": 4, "integ": 3}
"""Answers to one question that takes several; two for the others."""
IN_ALL = 6
"""One of six answers excludes."""


def generated(basis: Basis, count: int, seed: str = SEED) -> tuple[Answers, ...]:
    """`count` different answers to the questions of `basis`, of which something is asked. The same for each `seed`."""
    source = draws(seed)
    found: dict[str, Answers] = {}
    for _ in range(20 * count):
        if len(found) == count:
            break
        answers = Answers({name: picks for name, picks in sorted(_answers(basis, source)) if picks})
        if answers.picks:
            found.setdefault(answers.text, answers)
    return tuple(found.values())


def common(one: Basis, other: Basis) -> Basis:
    """`one` with the questions and choices that `other` asks in the same way, so that both can be answered."""
    theirs = other.question
    kept = (_kept(question, theirs[question.id]) for question in one.questions if question.id in theirs)
    return replace(one, questions=tuple(question for question in kept if question.choices))


def _kept(question: Question, other: Question) -> Question:
    choices = tuple(choice for choice in question.choices if choice.id in other.by_id)
    strengths = tuple(strength for strength in question.strengths if strength in other.strengths)
    same = bool(question.strengths) == bool(other.strengths) and bool(question.strengths) == bool(strengths)
    return replace(question, choices=choices if same else (), strengths=strengths)


def _answers(basis: Basis, source: Iterator[int]) -> Iterator[tuple[str, tuple[Pick, ...]]]:
    for question in basis.questions:
        yield question.id, tuple(sorted(_picks(question, source))) if _below(source, 2) else ()


def _picks(question: Question, source: Iterator[int]) -> Iterator[Pick]:
    if not question.strengths:
        yield Pick(question.choices[_below(source, len(question.choices))].id)
        return
    wishes = [strength for strength in question.strengths if strength not in MUST]
    musts = [strength for strength in question.strengths if strength in MUST]
    left = [choice.id for choice in question.choices]
    for _ in range(min(1 + _below(source, MOST.get(question.id, 2)), len(left))):
        strengths = musts if musts and not (wishes and _below(source, IN_ALL)) else wishes
        yield Pick(left.pop(_below(source, len(left))), strengths[_below(source, len(strengths))])


def _below(source: Iterator[int], count: int) -> int:
    return next(source) % count
