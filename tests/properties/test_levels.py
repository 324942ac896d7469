"""Properties 4 and 9: better cells never harm, and what is unknown stays inside its interval."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from backend_atlas.guide.answers import Answers, Pick
from backend_atlas.guide.asking import MUST
from backend_atlas.guide.basis import Basis, CellValue, Option
from properties.strategies import (
    CELLS,
    FEATURES,
    LADDER,
    LEVELS,
    READ,
    UNKNOWN,
    answers,
    bases,
    cases,
    eligible,
    facts,
    outcome,
    scores,
    with_cell,
    with_fact,
    with_options,
)

BETTER = {"not-applicable": "do-it-yourself", **dict(zip(LADDER[1:], LADDER, strict=False))}
"""One step up, for each level that has one."""


def picked(data: st.DataObject, basis: Basis) -> Option:
    return data.draw(st.sampled_from(basis.options))


def ahead(basis: Basis, answers: Answers, name: str) -> int:
    """How many that meet every condition have a higher score than a technology."""
    found, fitting = scores(basis, answers), eligible(basis, answers)
    return sum(found[other].value > found[name].value for other in fitting)


@given(st.data(), bases())
def test_raising_a_cell_lowers_neither_score_nor_rank(data: st.DataObject, before: Basis) -> None:
    option, found = picked(data, before), data.draw(answers(before))
    for criterion, cell in option.cells.items():
        if cell.level in BETTER:
            better = replace(cell, level=BETTER[cell.level])
            never_harms(before, with_cell(before, option.id, criterion, better), found, option.id)


def never_harms(before: Basis, after: Basis, answers: Answers, name: str) -> None:
    assert eligible(before, answers) <= eligible(after, answers) <= eligible(before, answers) | {name}
    old, new = scores(before, answers), scores(after, answers)
    if old:
        assert new[name].value >= old[name].value
        assert new[name].low >= old[name].low
        assert new[name].high >= old[name].high
        assert ahead(after, answers, name) <= ahead(before, answers, name)


@given(st.data(), bases(), st.sampled_from(FEATURES), st.sampled_from(MUST))
def test_a_must_is_met_from_one_level_on(data: st.DataObject, before: Basis, criterion: str, strength: str) -> None:
    option = picked(data, before)
    found = Answers({"need": (Pick(criterion, strength),)})
    fits = {level for level in LEVELS if option.id in eligible(with_level(before, option, criterion, level), found)}
    assert fits == set(LADDER[: 2 if strength == "first-party" else 3])


def with_level(basis: Basis, option: Option, criterion: str, level: str) -> Basis:
    return with_cell(basis, option.id, criterion, replace(option.cells[criterion], level=level))


@given(cases())
def test_a_score_lies_in_its_interval(case: tuple[Basis, Answers]) -> None:
    for score in scores(*case).values():
        assert 0 <= score.low <= score.value <= score.high <= 1
    for item in outcome(*case).ranking:
        assert 0 <= item.low <= item.score <= item.high <= 1
        assert 0 <= item.share <= 1


@given(cases())
def test_what_is_known_has_no_interval(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    known = with_options(basis, (filled(option) for option in basis.options))
    for score in scores(known, found).values():
        assert score.low == score.value == score.high


def filled(option: Option) -> Option:
    """The same with the plainest cell and fact wherever something is unknown."""
    cells = {name: CELLS[0] if cell.level == "unknown" else cell for name, cell in option.cells.items()}
    facts = {name: fact if fact.words else replace(fact, words="None") for name, fact in option.facts.items()}
    return replace(option, cells=cells, facts=facts)


@given(st.data(), bases(), st.sampled_from(FEATURES), st.sampled_from(CELLS))
def test_filling_an_unknown_cell_stays_in_the_interval(
    data: st.DataObject, before: Basis, criterion: str, cell: CellValue
) -> None:
    option, found = picked(data, before), data.draw(answers(before))
    unknown = with_level(before, option, criterion, "unknown")
    stays_inside(unknown, with_cell(before, option.id, criterion, cell), found, option.id)


@given(st.data(), bases(), st.sampled_from(READ))
def test_filling_an_unknown_fact_stays_in_the_interval(data: st.DataObject, before: Basis, name: str) -> None:
    option, found = picked(data, before), data.draw(answers(before))
    unknown = with_fact(before, option.id, name, UNKNOWN)
    stays_inside(unknown, with_fact(before, option.id, name, data.draw(st.sampled_from(facts(name)))), found, option.id)


def stays_inside(before: Basis, after: Basis, answers: Answers, name: str) -> None:
    """The filled score and its interval lie in the interval of before; filling makes nothing ineligible."""
    old, new = scores(before, answers), scores(after, answers)
    assert {key: score for key, score in old.items() if key != name} == {
        key: score for key, score in new.items() if key != name
    }
    if old:
        assert old[name].low <= new[name].low <= new[name].value <= new[name].high <= old[name].high
    assert eligible(before, answers) <= eligible(after, answers)
