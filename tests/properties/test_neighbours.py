"""Properties 2 and 3: what a technology gets depends on no other, and copies are equal."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from backend_atlas.clock import today
from backend_atlas.guide.answers import Answers
from backend_atlas.guide.basis import Basis, basis
from properties.strategies import (
    NAMES,
    answers,
    bases,
    cases,
    decide,
    options,
    outcome,
    real,
    real_catalogue,
    scores,
    with_options,
)


@given(st.data(), bases(most=5), st.sampled_from(NAMES))
def test_adding_a_technology_moves_no_other_score(data: st.DataObject, before: Basis, name: str) -> None:
    others = [option for option in before.options if option.id != name]
    found = data.draw(answers(before))
    alone = with_options(before, others)
    after = with_options(before, [*others, data.draw(options(name))])
    assert {key: score for key, score in scores(after, found).items() if key != name} == scores(alone, found)


@given(st.data(), cases(least=2))
def test_removing_a_technology_moves_no_other_score_and_lets_nothing_in(
    data: st.DataObject, case: tuple[Basis, Answers]
) -> None:
    before, found = case
    name = data.draw(st.sampled_from([option.id for option in before.options]))
    after = with_options(before, [option for option in before.options if option.id != name])
    one, two = outcome(before, found), outcome(after, found)
    assert [(item.id, item.score, item.low, item.high) for item in one.ranking if item.id != name] == [
        (item.id, item.score, item.low, item.high) for item in two.ranking
    ]
    assert tuple(item for item in one.excluded if item.id != name) == two.excluded


@given(answers(real(), without=("have",)), st.sampled_from([option.id for option in real().options]))
def test_removing_a_file_moves_no_other_score(found: Answers, name: str) -> None:
    catalogue, guide = real_catalogue()
    rest = {key: value for key, value in catalogue.technologies.items() if key != name}
    after = basis(replace(catalogue, technologies=rest), guide, today())
    assert scores(after, found) == {key: score for key, score in scores(real(), found).items() if key != name}


@given(st.data(), cases(without=("have",)), st.sampled_from(["a-copy", "zz-copy"]))
def test_a_copy_ties_with_the_original_everywhere(data: st.DataObject, case: tuple[Basis, Answers], name: str) -> None:
    before, found = case
    original = data.draw(st.sampled_from(before.options))
    existing = original.facts["existing"]
    facts = {**original.facts, "existing": replace(existing, terms=(name, *existing.terms[1:]))}
    result = decide(with_options(before, [*before.options, replace(original, id=name, facts=facts)]), found)
    ranked = {item.id: replace(item, id="") for item in result.ranking}
    excluded = {item.id: item.conditions for item in result.excluded}
    assert ranked.get(name) == ranked.get(original.id)
    assert result.contributions.get(name) == result.contributions.get(original.id)
    assert excluded.get(name) == excluded.get(original.id)
    assert (name in result.leaders) == (original.id in result.leaders)
    for flip in result.flips:
        assert flip.question == "have" or (name in flip.leaders) == (original.id in flip.leaders)
