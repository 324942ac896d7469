"""Property 13: answers survive a link, and nothing that stands in a link does harm."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend_atlas.guide.answers import MOST, Answers, Pick, Reading, read
from backend_atlas.guide.basis import Basis, Question
from backend_atlas.guide.deciding import fragment
from properties.strategies import NASTY, answers, bases, cases, decide, outcome, real, texts

LIMIT = 2000


@given(cases())
def test_answers_survive_being_written_and_read(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    assert read(found.text, basis) == Reading(found)
    assert read(read(found.text, basis).answers.text, basis).answers.text == found.text


@given(cases(), st.sampled_from(("", "~", ",", "=", "&", "~,=&")), st.sampled_from(("", "#")), st.booleans())
def test_a_link_reads_back_with_nothing_ignored(
    case: tuple[Basis, Answers], escaped: str, mark: str, lower: bool
) -> None:
    """Mail and chat programs escape some of the characters."""
    basis, found = case
    result = outcome(basis, found)
    text = fragment(basis, result)
    for character in escaped:
        code = f"%{ord(character):02X}"
        text = text.replace(character, code.lower() if lower else code)
    kept = (result.recorded, basis.released) if found.text else ("", "")
    assert read(mark + text, basis) == Reading(found, (), *kept)


@given(answers(real(), most=MOST))
def test_a_link_is_short(found: Answers) -> None:
    assert len(fragment(real(), outcome(real(), found))) < LIMIT


@given(st.data(), bases())
def test_a_link_to_generated_technologies_is_short(data: st.DataObject, basis: Basis) -> None:
    found = data.draw(answers(basis, most=MOST))
    text = fragment(basis, outcome(basis, found))
    assert len(text) < LIMIT
    assert read(text, basis).answers == found


def test_the_longest_link_is_short_and_reads_back() -> None:
    """Even if every technology were a leader."""
    basis = real()
    questions = sorted(basis.questions, key=lambda question: question.id)
    swing = max(basis.rules.swings, key=len)
    found = Answers(
        {question.id: longest(question) for question in questions},
        {question.id: swing for question in questions if not question.edits},
    )
    leaders = ",".join(option.id for option in basis.options)
    text = f"v={basis.version}&d={basis.released}&r=close~{leaders}&{found.text}"
    assert len(text) < LIMIT
    assert read(text, basis) == Reading(found, (), f"close~{leaders}", basis.released)
    assert read(quote(text, safe="-"), basis).answers == found


def longest(question: Question) -> tuple[Pick, ...]:
    """As many answers as are read, those with the longest names."""
    choices = sorted((choice.id for choice in question.choices), key=len, reverse=True)
    strength = max(question.strengths, key=len, default="")
    return tuple(sorted(Pick(choice, strength) for choice in choices[: MOST if question.strengths else 1]))


@given(texts(real()))
def test_no_text_raises_and_what_is_read_is_canonical(text: str) -> None:
    reading = read(text, real())
    assert read(reading.answers.text, real()) == Reading(reading.answers)
    assert all(len(part) <= 40 for part in reading.ignored)
    known = {question.id for question in real().questions}
    assert set(reading.answers.picks) <= known
    assert set(reading.answers.weights) <= known
    again = fragment(real(), outcome(real(), reading.answers))
    assert len(again) < LIMIT
    assert read(again, real()).answers == reading.answers


@given(texts(real()))
def test_what_is_not_read_has_a_notice(text: str) -> None:
    says_what_is_read_or_has_a_notice(text)


@pytest.mark.parametrize("text", NASTY, ids=lambda text: text[:20].encode("unicode_escape").decode())
def test_a_hostile_text_has_a_notice(text: str) -> None:
    says_what_is_read_or_has_a_notice(text)


def says_what_is_read_or_has_a_notice(text: str) -> None:
    """Without a notice, the text says what was read and nothing else."""
    reading = read(text, real())
    if reading.ignored:
        return
    kept = {"v": real().version, "d": reading.released, "r": reading.recorded}
    said = [part for part in plain(text).split("&") if part]
    canonical = [part for part in reading.answers.text.split("&") if part]
    meta = [f"{key}={value}" for key, value in kept.items() if any(part.startswith(f"{key}=") for part in said)]
    assert sorted(ordered(part) for part in said) == sorted(ordered(part) for part in (*canonical, *meta))


def plain(text: str) -> str:
    """The text without the escapes that mail and chat programs make."""
    for code, character in (("2C", ","), ("7E", "~"), ("3D", "="), ("26", "&")):
        text = text.replace(f"%{code}", character).replace(f"%{code.lower()}", character)
    return text.removeprefix("#")


def ordered(part: str) -> str:
    """The part with its values in one order."""
    key, sign, value = part.partition("=")
    return part if key == "r" else f"{key}{sign}{','.join(sorted(value.split(',')))}"


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    decide(real(), read(text, real()).answers)


@given(cases(), st.sampled_from(("v=0", "v=", "v=2", "v=1.0", "v=01")))
def test_a_link_of_another_version_is_not_read(case: tuple[Basis, Answers], version: str) -> None:
    basis, found = case
    text = f"{version}&{found.text}"
    reading = read(text, basis)
    assert reading.answers == Answers()
    assert reading.ignored
    assert read(found.text + "&" + version, basis).answers == Answers()
