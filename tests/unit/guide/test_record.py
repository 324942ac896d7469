"""The decision record holds everything that a colleague has to see (property 15 of the guide)."""

import re
from random import Random

import pytest
import yaml

from backend_atlas.guide.answers import Answers, Pick, read
from backend_atlas.guide.basis import Basis
from backend_atlas.guide.deciding import Result, fragment
from backend_atlas.guide.record import madr, nygard
from unit.guide.conftest import Guide

MADR = [
    "## Context and Problem Statement",
    "## Decision Drivers",
    "## Considered Options",
    "## Decision Outcome",
    "### Consequences",
    "### Confirmation",
    "## Pros and Cons of the Options",
    "## More Information",
]
NYGARD = ["## Status", "## Context", "## Decision", "## Consequences"]
SETS = 150


def some_answers(random: Random, known: Basis) -> Answers:
    answers = Answers()
    for question in random.sample(known.questions, random.randint(1, 6)):
        chosen = random.sample(question.choices, min(len(question.choices), 3 if question.strengths else 1))
        strengths = question.strengths or ("",)
        answers = answers.but(question.id, tuple(Pick(choice.id, random.choice(strengths)) for choice in chosen))
    return answers


@pytest.fixture(scope="module")
def results(real: Guide) -> list[Result]:
    random = Random(15)
    return [real.engine.decide(some_answers(random, real.engine.basis)) for _ in range(SETS)]


@pytest.mark.parametrize("write", [madr, nygard])
def test_a_record_holds_every_must_every_option_and_a_link_that_gives_the_same(  # type: ignore[no-untyped-def]
    write, real: Guide, results: list[Result]
) -> None:
    basis = real.engine.basis
    for result in results:
        link = f"guide/#{fragment(basis, result)}"
        text = write(real.words, result, link, "2026-11-22")
        lines = text.splitlines()
        headings = [line for line in lines if re.match(r"##", line) and line not in options_of(real, result)]
        assert headings == (MADR if write is madr else NYGARD)
        for condition in result.asked.conditions:
            assert f"* Must: {real.words.condition(condition)}" in lines
        for name in [item.id for item in result.considered] + [item.id for item in result.excluded]:
            assert any(line.startswith(f"* {real.words.name(name)}, ") for line in lines)
        again = re.search(r"<guide/#(.*)>", text)
        assert again
        assert real.engine.outcome(read(again[1], basis).answers).recorded == result.recorded
        assert not re.search(r"\b(None|nan|\{|\})\b", text.replace("* None", "").replace("None of", ""))


def options_of(guide: Guide, result: Result) -> list[str]:
    return [f"### {guide.words.name(item.id)}" for item in result.considered]


def test_the_front_matter_is_yaml_and_proposes_only(real: Guide) -> None:
    text = madr(real.words, real.decide("kind=crud&structure=full"), "guide/#x", "2026-11-22")
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["status"], front["decision-makers"]) == ("proposed", [])
    assert str(front["date"]) == "2026-11-22"


def test_at_least_two_options_are_considered_where_there_are_two(results: list[Result]) -> None:
    for result in results:
        assert len(result.considered) >= min(2, len(result.ranking))


def test_a_result_that_is_too_close_chooses_nothing(real: Guide) -> None:
    result = real.decide("have=flask&kind=crud&structure=modular")
    text = madr(real.words, result, "guide/#x", "2026-11-22")
    assert "# Choose a backend technology" in text
    assert {"django", "flask"} <= set(result.leaders)
    assert f"No option is chosen yet. Too close to call between {real.words.names(result.leaders)}." in text
    assert "Staying with Flask keeps the code." in text
    assert "Moving to Django means rewriting the application." in text


def test_where_nothing_fits_the_record_says_what_can_go(small: Guide) -> None:
    text = nygard(small.words, small.decide("lang=javascript~must&need=orm~first-party"), "guide/#x", "2026-11-22")
    assert "No option is chosen yet. None of the 3 technologies meets all your conditions.\n" in text
    assert "* Without JavaScript (Languages), Alder would fit.\n" in text
    assert "* [ ] Decide which condition can go, and ask the guide again\n" in text
