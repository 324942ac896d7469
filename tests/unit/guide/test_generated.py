"""Generated answers: the same for everybody, and all of them can be read."""

from dataclasses import replace

from backend_atlas.guide.answers import read
from backend_atlas.guide.basis import basis
from backend_atlas.guide.generated import common, generated
from backend_atlas.model import Catalogue
from project import TODAY


def test_generated_answers_are_read_back_and_repeatable(sample: Catalogue) -> None:
    assert sample.guide
    found = basis(sample, sample.guide, TODAY)
    sets = generated(found, 100)
    assert len({answers.text for answers in sets}) == 100
    assert [answers.text for answers in generated(found, 100)] == [answers.text for answers in sets]
    assert generated(found, 100, "other") != sets
    for answers in sets:
        reading = read(answers.text, found)
        assert (reading.answers, reading.ignored) == (answers, ())


def test_only_what_both_ask_is_answered(sample: Catalogue) -> None:
    assert sample.guide
    found = basis(sample, sample.guide, TODAY)
    kept = [question for question in found.questions if question.id in ("kind", "structure")]
    fewer = replace(found, questions=(replace(kept[0], choices=kept[0].choices[:1]), *kept[1:]))
    shared = common(found, fewer)
    assert [question.id for question in shared.questions] == ["kind", "structure"]
    assert len(shared.question["kind"].choices) == 1


def test_there_are_no_more_sets_than_there_are_answers(sample: Catalogue) -> None:
    assert sample.guide
    found = basis(sample, sample.guide, TODAY)
    one = replace(found, questions=tuple(question for question in found.questions if question.id == "life"))
    assert [answers.text for answers in generated(one, 10)] == ["life=long"]
