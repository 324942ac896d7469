"""Short lists without a script, and the promise that "clear" holds."""

from dataclasses import replace

import pytest

from backend_atlas.guide.deciding import Engine
from backend_atlas.guide.survey import Holding, Survey, refuse_hollow, survey
from backend_atlas.model.vocabulary import Verdict
from backend_atlas.problems import DataError
from unit.guide.conftest import Guide


def test_every_language_kind_and_structure_has_a_short_list(real: Guide) -> None:
    question = real.engine.basis.question
    found = survey(real.engine)
    kinds, structures = len(question["kind"].choices), len(question["structure"].choices)
    spoken = {
        language for item in real.catalogue.technologies.values() for language in item.facts.languages.value or ()
    }
    languages = {short.language for short in found.lists}
    assert languages == {"", *(language.value for language in spoken)}
    assert len(found.lists) == len(languages) * kinds * structures


def test_clear_results_hold_in_new_samples(real: Guide) -> None:
    held = {item.verdict: item for item in survey(real.engine).holding}
    assert held[Verdict.CLEAR].mean >= real.engine.basis.rules.clear_share
    assert held[Verdict.CLEAR].results > 10
    assert held[Verdict.AHEAD].mean < held[Verdict.CLEAR].mean


def test_thresholds_that_promise_too_much_are_refused(real: Guide) -> None:
    rules = replace(real.engine.basis.rules, clear_gap=0.0, clear_share=0.3)
    hollow = survey(Engine(replace(real.engine.basis, rules=rules)))
    with pytest.raises(DataError) as error:
        refuse_hollow(hollow, replace(real.engine.basis, rules=replace(rules, clear_share=0.999)), "values.yml")
    assert "values.yml:1:1: classes: results that are called clear hold in" in str(error.value)


def test_results_that_hold_are_accepted(real: Guide) -> None:
    refuse_hollow(Survey((), (Holding(Verdict.CLEAR, 5, 0.97, 0.9),)), real.engine.basis, "values.yml")


def test_a_guide_without_those_questions_has_no_short_lists(small: Guide) -> None:
    basis = small.engine.basis
    some = tuple(question for question in basis.questions if question.id != "lang")
    assert survey(Engine(replace(basis, questions=some))) == Survey((), ())
