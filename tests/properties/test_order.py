"""Properties 1 and 10: the same answers give the same result, in whatever order and with whatever names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from backend_atlas.clock import today
from backend_atlas.guide.answers import Answers, Pick, read
from backend_atlas.guide.asking import asked
from backend_atlas.guide.basis import Basis, Choice, FactValue, Measure, Option, Question, basis
from backend_atlas.guide.deciding import Engine, Result
from backend_atlas.model import Technology
from properties.strategies import answers, cases, decide, real, real_catalogue

Item = TypeVar("Item")
FEWER = settings(max_examples=settings().max_examples // 4)
"""For tests that make a basis out of files each time."""
RANDOM = st.randoms(use_true_random=False)


def comparable(result: Result) -> Result:
    """The result without the order of flips, which follows the form, and without the names of packages."""
    flips = tuple(sorted(result.flips, key=lambda flip: (flip.question, flip.choice, flip.strength)))
    risks = tuple(replace(risk, detail="") if risk.reason == "one package" else risk for risk in result.risks)
    return replace(result, flips=flips, risks=risks)


def shuffled(items: Iterable[Item], random: Random) -> tuple[Item, ...]:
    """The same in another order."""
    found = list(items)
    random.shuffle(found)
    return tuple(found)


def keys_shuffled(items: Mapping[str, Item], random: Random) -> dict[str, Item]:
    """The same with its keys in another order."""
    return dict(shuffled(items.items(), random))


@given(cases(), RANDOM)
def test_the_order_of_questions_choices_features_and_facts_does_not_matter(
    case: tuple[Basis, Answers], random: Random
) -> None:
    before, found = case
    after = replace(
        before,
        questions=tuple(question_shuffled(question, random) for question in shuffled(before.questions, random)),
        measures=tuple(
            replace(measure, values=keys_shuffled(measure.values, random))
            for measure in shuffled(before.measures, random)
        ),
        options=tuple(option_shuffled(option, random) for option in before.options),
    )
    assert comparable(decide(after, found)) == comparable(decide(before, found))


def question_shuffled(question: Question, random: Random) -> Question:
    choices = shuffled(question.choices, random)
    return replace(
        question,
        choices=tuple(
            replace(choice, loads=keys_shuffled(choice.loads, random), requires=shuffled(choice.requires, random))
            for choice in choices
        ),
    )


def option_shuffled(option: Option, random: Random) -> Option:
    facts = {
        name: replace(fact, terms=shuffled(fact.terms, random))
        for name, fact in keys_shuffled(option.facts, random).items()
    }
    return replace(option, cells=keys_shuffled(option.cells, random), facts=facts)


@given(cases(), RANDOM)
def test_the_order_of_answers_and_earlier_questions_do_not_matter(case: tuple[Basis, Answers], random: Random) -> None:
    """Asked first, or asked again of an engine that remembers."""
    basis, found = case
    mixed = Answers(keys_shuffled(found.picks, random), keys_shuffled(found.weights, random))
    engine = Engine(basis)
    once = engine.decide(mixed)
    assert once == engine.decide(found) == decide(basis, found)


@given(cases(wishes=True), st.sampled_from(("must", "first-party")))
def test_what_an_engine_remembers_does_not_depend_on_other_answers(case: tuple[Basis, Answers], strength: str) -> None:
    """Without third-party packages the same cells and conditions are worth something else."""
    basis, found = case
    need = (Pick("orm", "must"), Pick("jobs", "much"))
    engine = Engine(basis)
    for picks in (need, (*need, Pick("packages-none", strength)), need):
        answers = Answers(found.picks).but("need", picks)
        wanted = asked(basis, answers)
        assert engine.scores.eligible(wanted) == Engine(basis).scores.eligible(wanted)
        assert engine.scores.scores(wanted) == Engine(basis).scores.scores(wanted)
        assert engine.decide(answers) == Engine(basis).decide(answers)


@given(cases())
def test_a_remembered_outcome_keeps_the_order_in_which_answers_were_given(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    engine = Engine(basis)
    for picks in (found.picks, dict(reversed(list(found.picks.items())))):
        assert list(engine.outcome(Answers(picks, found.weights)).answers.picks) == list(picks)


@given(cases(), RANDOM)
def test_the_order_of_keys_and_values_in_a_link_does_not_matter(case: tuple[Basis, Answers], random: Random) -> None:
    basis, found = case
    parts = []
    for part in shuffled(found.text.split("&"), random):
        key, _, value = part.partition("=")
        parts.append(f"{key}={','.join(shuffled(value.split(','), random))}")
    assert read("&".join(parts), basis).answers == found


@FEWER
@given(answers(real()), RANDOM)
def test_the_order_of_files_does_not_matter(found: Answers, random: Random) -> None:
    catalogue, guide = real_catalogue()
    mixed = replace(
        catalogue,
        groups=tuple(
            group.model_copy(update={"features": shuffled(group.features, random)})
            for group in shuffled(catalogue.groups, random)
        ),
        technologies=keys_shuffled(catalogue.technologies, random),
    )
    after = basis(mixed, replace(guide, questions=shuffled(guide.questions, random)), today())
    assert comparable(decide(after, found)) == comparable(decide(real(), found))


@given(cases(), st.text(max_size=8))
def test_names_addresses_and_packages_change_nothing(case: tuple[Basis, Answers], text: str) -> None:
    before, found = case
    after = replace(
        before,
        levels=dict.fromkeys(before.levels, text),
        strengths=dict.fromkeys(before.strengths, text),
        questions=tuple(question_renamed(question, text) for question in before.questions),
        measures=tuple(measure_renamed(measure, text) for measure in before.measures),
        options=tuple(option_renamed(option, text) for option in before.options),
    )
    assert comparable(decide(after, found)) == comparable(decide(before, found))


def question_renamed(question: Question, text: str) -> Question:
    choices = tuple(choice_renamed(choice, text) for choice in question.choices)
    return replace(question, title=text, question=text, choices=choices)


def choice_renamed(choice: Choice, text: str) -> Choice:
    return replace(choice, label=text)


def measure_renamed(measure: Measure, text: str) -> Measure:
    return replace(measure, name=text, address=text)


def option_renamed(option: Option, text: str) -> Option:
    cells = {name: replace(cell, package=text) for name, cell in option.cells.items()}
    facts = {name: fact_renamed(fact, text) for name, fact in option.facts.items()}
    return replace(option, name=text, address=text, cells=cells, facts=facts)


def fact_renamed(fact: FactValue, text: str) -> FactValue:
    return replace(fact, words=f"x{text}") if fact.words else fact


@FEWER
@given(answers(real()), st.text(min_size=1, max_size=8))
def test_what_is_written_about_a_technology_changes_nothing(found: Answers, text: str) -> None:
    catalogue, guide = real_catalogue()
    technologies = {name: rewritten(technology, text) for name, technology in catalogue.technologies.items()}
    after = basis(replace(catalogue, technologies=technologies), guide, today())
    assert comparable(decide(after, found)) == comparable(decide(real(), found))


def rewritten(technology: Technology, text: str) -> Technology:
    points = {
        "strengths": tuple(point.model_copy(update={"title": text, "text": text}) for point in technology.strengths),
        "limits": technology.limits[::-1],
    }
    features = {name: cell.model_copy(update={"note": text}) for name, cell in reversed(technology.features.items())}
    words = {"name": text, "aliases": (text,), "release": text, "homepage": text, "features": features}
    return technology.model_copy(update=words | points)
