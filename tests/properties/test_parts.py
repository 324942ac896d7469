"""Properties 7 and 8: what is not answered counts nothing, and what is shown sums to the score."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backend_atlas.guide.answers import Answers, Pick, read
from backend_atlas.guide.basis import Basis, Question
from backend_atlas.guide.deciding import Result, gap
from backend_atlas.guide.scoring import rounding, tenths
from properties.strategies import cases, decide, outcome, quick

CASES = cases().map(lambda case: (quick(case[0]), case[1]))


def result(basis: Basis, answers: Answers) -> Result:
    """The result without the answers that are recorded in it."""
    return replace(outcome(basis, answers), answers=Answers())


@given(st.data(), CASES)
def test_not_sure_equals_absent(data: st.DataObject, case: tuple[Basis, Answers]) -> None:
    basis, found = case
    name = data.draw(st.sampled_from(basis.questions)).id
    absent = Answers({key: picks for key, picks in found.picks.items() if key != name}, found.weights)
    assert decide(basis, found.but(name, ())) == decide(basis, absent)
    assert read(f"{absent.text}&{name}=", basis).answers == absent
    for pick in found.picks.get(name, ()):
        there_and_back = found.but(name, (pick,)).but(name, found.picks[name])
        assert decide(basis, there_and_back) == decide(basis, found)


@given(st.data(), CASES)
def test_the_weight_of_a_question_without_an_answer_changes_nothing(
    data: st.DataObject, case: tuple[Basis, Answers]
) -> None:
    basis, found = case
    answered = {basis.question[name].edits or name for name in found.picks}
    silent = [item.id for item in basis.questions if item.id not in answered and not item.edits]
    if silent:
        swing = data.draw(st.sampled_from(sorted(basis.rules.swings)))
        weights = {**found.weights, data.draw(st.sampled_from(silent)): swing}
        assert result(basis, Answers(found.picks, weights)) == result(basis, found)


@given(CASES)
def test_an_answer_that_asks_for_nothing_equals_absent(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    edited = {question.edits for question in basis.questions}
    for question in basis.questions:
        if question.id not in edited:
            for pick in empty(question):
                absent = found.but(question.id, ())
                assert result(basis, absent.but(question.id, (pick,))) == result(basis, absent)


def empty(question: Question) -> list[Pick]:
    """The answers that load nothing, require nothing and warn of nothing."""
    if question.strengths:
        return []
    return [Pick(choice.id) for choice in question.choices if not (choice.loads or choice.requires or choice.until)]


@given(CASES)
def test_points_sum_to_the_score_and_shares_to_one(case: tuple[Basis, Answers]) -> None:
    found = decide(*case)
    assert list(found.contributions) == [item.id for item in found.ranking]
    for item in found.ranking:
        parts = found.contributions[item.id]
        assert abs(sum(part.points for part in parts) - item.score) <= 1e-9
        assert abs(sum(part.share for part in parts) - 1) <= 1e-9
        assert all(part.points == part.share * part.value for part in parts)


@given(CASES)
def test_what_is_shown_sums_with_its_rounding_to_the_score_and_differences_to_the_gap(
    case: tuple[Basis, Answers],
) -> None:
    found = decide(*case)
    lines = {
        item.id: [part.shown for part in found.contributions[item.id]]
        + [rounding(item.score, found.contributions[item.id])]
        for item in found.ranking
    }
    shown = [sum(lines[item.id]) for item in found.ranking]
    assert shown == [tenths(item.score) for item in found.ranking]
    assert all(one >= two for one, two in pairwise(shown))
    if len(shown) > 1:
        assert shown[0] - shown[1] == gap(found)
    for parts in found.contributions.values():
        assert all(part.shown >= 0 and abs(part.shown - part.points * 1000) <= 0.5 + 1e-6 for part in parts)
        shown_of = {(part.share, part.value): part.shown for part in parts}
        assert all(shown_of[part.share, part.value] == part.shown for part in parts), "equal lines show equal points"
