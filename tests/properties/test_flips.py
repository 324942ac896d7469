"""Property 12: every single answer that changes what comes first is listed, and no other."""

from collections.abc import Iterator

from hypothesis import given

from backend_atlas.guide.answers import Answers, Pick
from backend_atlas.guide.basis import Basis, Question
from properties.strategies import cases, decide, outcome, quick

Top = tuple[str, frozenset[str]]
Change = tuple[str, str, str, Top]


def top(basis: Basis, answers: Answers) -> Top:
    """What comes first, read off the whole ranking."""
    result = outcome(basis, answers)
    if not result.ranking:
        return result.verdict, frozenset()
    best = max(item.score for item in result.ranking)
    return "", frozenset(item.id for item in result.ranking if best - item.score <= 1e-9)


def other_answers(question: Question, picks: tuple[Pick, ...]) -> Iterator[tuple[Pick, tuple[Pick, ...]]]:
    """All answers to a question that one step reaches from these: what is changed, and what is answered then."""
    given_before = {pick.choice: pick.strength for pick in picks}
    for choice in question.choices:
        for strength in question.strengths or ("",):
            others = {**given_before, choice.id: strength} if question.strengths else {choice.id: strength}
            if others != given_before:
                yield Pick(choice.id, strength), tuple(Pick(*item) for item in sorted(others.items()))
    if question.strengths:
        for name in given_before:
            left = {other: strength for other, strength in given_before.items() if other != name}
            yield Pick(name), tuple(Pick(*item) for item in sorted(left.items()))
    elif picks:
        yield Pick(""), ()


def changes(basis: Basis, answers: Answers) -> Iterator[Change]:
    """Each change of one answer after which something else comes first, found by trying all."""
    now = top(basis, answers)
    for question in basis.questions:
        for pick, picks in other_answers(question, answers.picks.get(question.id, ())):
            others = {name: found for name, found in answers.picks.items() if name != question.id}
            then = top(basis, Answers(others | ({question.id: picks} if picks else {}), answers.weights))
            if then != now:
                yield question.id, pick.choice, pick.strength, then


@given(cases(most=4).map(lambda case: (quick(case[0]), case[1])))
def test_the_flips_are_exactly_the_single_answers_that_change_what_comes_first(case: tuple[Basis, Answers]) -> None:
    basis, answers = case
    listed = [
        (flip.question, flip.choice, flip.strength, (flip.verdict, frozenset(flip.leaders)))
        for flip in decide(basis, answers).flips
    ]
    assert sorted(listed, key=repr) == sorted(changes(basis, answers), key=repr)
