"""Properties 5 and 6: what may come first, and what is excluded."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backend_atlas.guide.answers import Answers, Pick
from backend_atlas.guide.asking import MUST
from backend_atlas.guide.basis import Basis, CellValue, Option, Question
from backend_atlas.guide.deciding import Result
from properties.strategies import LADDER, UNKNOWN, cases, decide, eligible, outcome, with_options

WORSE = {**dict(pairwise(LADDER)), "do-it-yourself": "not-applicable"}
"""One step down, for each level that has one."""


def worth(result: Result, name: str) -> list[float]:
    return [item.value for item in result.contributions[name]]


def dominated(result: Result, name: str) -> bool:
    """Whether another of the ranking is as good in every row, and better in one."""
    own = worth(result, name)
    others = [worth(result, item.id) for item in result.ranking]
    return any(all(map(float.__ge__, other, own)) and other != own for other in others)


def leads_undominated(result: Result) -> None:
    assert not [name for name in result.leaders if dominated(result, name)]
    if result.ranking:
        best = max(item.score for item in result.ranking)
        assert not [item.id for item in result.ranking if item.score == best and dominated(result, item.id)]


@given(cases(least=2))
def test_a_dominated_technology_is_never_a_result(case: tuple[Basis, Answers]) -> None:
    leads_undominated(decide(*case))


@given(st.data(), cases(without=("have",)), st.sampled_from(["a-twin", "zz-twin"]))
def test_a_worse_twin_is_never_a_result_unless_it_ties(
    data: st.DataObject, case: tuple[Basis, Answers], name: str
) -> None:
    before, found = case
    original = data.draw(st.sampled_from(before.options))
    criteria = data.draw(st.sets(st.sampled_from(sorted(original.cells)), max_size=3))
    twin = replace(original, id=name, cells={**original.cells, **{key: worse(original.cells[key]) for key in criteria}})
    result = decide(with_options(before, [*before.options, twin]), found)
    leads_undominated(result)
    scores = {item.id: item.score for item in result.ranking}
    if name in result.leaders:
        assert original.id in result.leaders
        assert scores[name] == scores[original.id]


def worse(cell: CellValue) -> CellValue:
    return replace(cell, level=WORSE.get(cell.level, cell.level))


@given(cases())
def test_nothing_that_is_excluded_is_a_result(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    result = decide(basis, found)
    ranked, excluded = {item.id for item in result.ranking}, {item.id for item in result.excluded}
    assert set(result.leaders) <= ranked
    assert not ranked & excluded
    assert excluded == {option.id for option in basis.options if lacks(basis, option, found)}
    if result.ranking:
        assert ranked | excluded == {option.id for option in basis.options}


def lacks(basis: Basis, option: Option, answers: Answers) -> bool:
    """Whether a technology lacks a must, found out in another way than the engine does."""
    bare = any(pick.choice == "packages-none" and pick.strength in MUST for pick in answers.picks.get("need", ()))
    for name, picks in answers.picks.items():
        question = basis.question[name]
        met = [has(basis, option, *must, bare=bare) for must in musts(question, picks)]
        if met and not (any(met) if question.any_of else all(met)):
            return True
    return False


def musts(question: Question, picks: tuple[Pick, ...]) -> list[tuple[str, str]]:
    """Each criterion that is a must, and how strongly."""
    if question.strengths:
        wanted = [pick for pick in picks if pick.strength in MUST]
        return [(question.by_id[pick.choice].criterion, pick.strength) for pick in wanted]
    return [(criterion, "must") for criterion in question.by_id[picks[0].choice].requires]


def has(basis: Basis, option: Option, criterion: str, strength: str, *, bare: bool) -> bool:
    measure = basis.measure[criterion]
    if not measure.fact:
        return option.cells[criterion].level in LADDER[: 2 if bare or strength == "first-party" else 3]
    fact = option.facts[measure.fact]
    return fact.words != UNKNOWN.words and any(measure.values.get(term) == 1.0 for term in fact.terms)


@given(st.data(), cases(wishes=True))
def test_removing_a_constraint_excludes_nothing(data: st.DataObject, case: tuple[Basis, Answers]) -> None:
    """Where one of several is enough, all of them are the constraint: without one of them less is left."""
    basis, found = case
    found = found.but("lang", data.draw(few_musts(basis.question["lang"])))
    found = found.but("need", data.draw(few_musts(basis.question["need"])))
    before = eligible(basis, found)
    for name, picks in found.picks.items():
        assert before <= eligible(basis, found.but(name, ()))
        for pick in picks:
            fewer = eligible(basis, found.but(name, tuple(other for other in picks if other != pick)))
            if not basis.question[name].any_of:
                assert before <= fewer
            elif fewer_musts(picks, pick):
                assert fewer <= before


def few_musts(question: Question) -> st.SearchStrategy[tuple[Pick, ...]]:
    """Up to two musts: few enough that something is left."""
    choice = st.sampled_from([choice.id for choice in question.choices])
    strength = st.sampled_from([strength for strength in question.strengths if strength in MUST])
    return st.dictionaries(choice, strength, max_size=2).map(lambda found: tuple(Pick(*item) for item in found.items()))


def fewer_musts(picks: tuple[Pick, ...], without: Pick) -> bool:
    """Whether a must is left of several when one answer is taken back."""
    return any(pick.strength in MUST for pick in picks if pick != without)


@given(st.data(), cases())
def test_one_language_of_several_is_enough(data: st.DataObject, case: tuple[Basis, Answers]) -> None:
    basis, found = case
    languages = st.sampled_from([choice.id for choice in basis.question["lang"].choices])
    names = sorted(data.draw(st.sets(languages, min_size=2)))
    several = eligible(basis, found.but("lang", tuple(Pick(name, "must") for name in names)))
    assert several == set().union(*(eligible(basis, found.but("lang", (Pick(name, "must"),))) for name in names))


@given(st.data(), cases())
def test_first_party_implies_must_and_must_implies_a_wish(data: st.DataObject, case: tuple[Basis, Answers]) -> None:
    basis, found = case
    choice = data.draw(st.sampled_from(basis.question["need"].choices)).id
    others = tuple(pick for pick in found.picks.get("need", ()) if pick.choice != choice)
    first, must, wish, absent = (
        eligible(basis, found.but("need", (*others, Pick(choice, strength)) if strength else others))
        for strength in ("first-party", "must", "nice", "")
    )
    assert first <= must <= wish == absent


@given(st.data(), cases(wishes=True))
def test_one_must_leaves_what_has_it(data: st.DataObject, case: tuple[Basis, Answers]) -> None:
    """Few generated technologies meet several musts. With one, some are left and some are not."""
    basis, found = case
    criterion = data.draw(st.sampled_from([choice.id for choice in basis.question["need"].choices]))
    found = found.but("need", (Pick(criterion, data.draw(st.sampled_from(MUST))),))
    result = outcome(basis, found)
    excluded = {option.id for option in basis.options if lacks(basis, option, found)}
    assert {item.id for item in result.excluded} == excluded
    assert not set(result.leaders) & excluded
