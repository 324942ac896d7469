"""Reading one file: what is refused before any model sees it, and where things stand."""

import re
from pathlib import Path

import pytest

from backend_atlas import source
from backend_atlas.problems import DataError
from backend_atlas.source import MAX_BYTES, Document, Mark, dotted, read


def reading(tmp_path: Path, content: str | bytes) -> Document:
    file = tmp_path / "x.yml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(file, "data/x.yml")


def refused(tmp_path: Path, content: str | bytes) -> list[str]:
    with pytest.raises(DataError) as error:
        reading(tmp_path, content)
    return [str(problem) for problem in error.value.problems]


def test_plain_values_keep_their_type_and_quoted_ones_are_text(tmp_path: Path) -> None:
    document = reading(tmp_path, 'a: 1\nb: "1"\nc: true\nd: 1.5\ne: [x, -2]\nf: 2026-11-22\ng: |\n  yes\n')
    expected = {"a": 1, "b": "1", "c": True, "d": 1.5, "e": ("x", -2), "f": "2026-11-22", "g": "yes\n"}
    assert document.value == expected


def test_marks_lead_to_values_and_to_names_of_fields(tmp_path: Path) -> None:
    document = reading(tmp_path, "a:\n  b: value\n  c:\n    - one\n    - two\n")
    assert (document.mark(("a", "b")).line, document.mark(("a", "b")).column) == (2, 6)
    assert document.mark(("a", "b"), prefer_key=True).column == 3
    assert document.mark(("a", "c")).line == 3
    assert document.mark(("a", "c", 1)).line == 5
    assert document.mark(("a", "missing")).line == 1
    assert document.mark(("nowhere",)).line == 1


def test_places_are_made_once_and_only_when_somebody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Mark] = []

    def mark(event: object) -> Mark:
        made.append(Mark(len(made) + 1, 1))
        return made[-1]

    monkeypatch.setattr(source, "_mark", mark)
    document = reading(tmp_path, "a: 1\nb: [one, two]\n")
    assert (document.value, made) == ({"a": 1, "b": ("one", "two")}, [])
    document.mark(("b", 1))
    count = len(made)
    document.mark(("a",))
    assert len(made) == count > 0


@pytest.mark.parametrize(
    "word",
    ["yes", "No", "ON", "off", "y", "True", "NULL", "~", "010", "0x1f", "1e3", "1_000", ".5", "12:30", "+3", "<<"],
)
def test_words_that_readers_understand_differently_are_refused(tmp_path: Path, word: str) -> None:
    (problem,) = refused(tmp_path, f"a: {word}\n")
    assert problem.startswith(f"data/x.yml:1:4: a: `{word}` means different things")


def test_a_word_is_refused_wherever_it_stands_again(tmp_path: Path) -> None:
    problems = refused(tmp_path, "a: yes\nb: yes\nc: right\nd: [right, yes]\ne:\nf:\n")
    assert [problem.split(":")[1] for problem in problems] == ["1", "2", "4", "5", "6"]


def test_a_field_name_is_checked_like_a_value(tmp_path: Path) -> None:
    assert "means different things" in refused(tmp_path, "on: x\n")[0]
    assert "field name that is not text" in refused(tmp_path, "7: x\n")[0]
    assert "field name that is not text" in refused(tmp_path, "? [a]\n: x\n")[0]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "# nothing\n") == ["data/x.yml:1:1: is empty (see data/README.md for what belongs here)"]


def test_a_file_that_holds_no_fields_is_refused(tmp_path: Path) -> None:
    assert "must hold fields" in refused(tmp_path, "- a\n- b\n")[0]


def test_other_encodings_are_refused_with_the_line(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, b"a: 1\nb: " + "ü".encode("latin-1") + b"\n")
    assert problem == "data/x.yml:2:1: is not UTF-8 (save the file with the encoding UTF-8)"


def test_control_characters_are_refused_with_the_line(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "a: 1\nb: x\x07y\n")
    assert problem.startswith("data/x.yml:2:")


def test_a_tab_is_a_syntax_error(tmp_path: Path) -> None:
    assert "cannot be read as YAML" in refused(tmp_path, "a:\n\tb: 1\n")[0]


def test_a_long_file_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "a: " + "x" * MAX_BYTES + "\n")
    assert "over the limit of 256 KB" in problem


def test_a_deep_file_is_refused_without_recursion_errors(tmp_path: Path) -> None:
    assert "nested more than 10 deep" in refused(tmp_path, "a: " + "[" * 900 + "]" * 900 + "\n")[-1]
    assert refused(tmp_path, "a: " + "{a: " * 5000 + "1" + "}" * 5000 + "\n")


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: 1\n")
    (tmp_path / "x.yml").symlink_to(tmp_path / "real.yml")
    with pytest.raises(DataError, match="is a symbolic link"):
        read(tmp_path / "x.yml", "data/x.yml")


def test_every_refusal_of_a_file_is_listed(tmp_path: Path) -> None:
    problems = refused(tmp_path, "a: &x 1\nb: !t 2\nc: *x\nd: yes\na: 3\ne:\n")
    assert [problem.split(":")[1] for problem in problems] == ["1", "2", "3", "4", "5", "6"]


def test_locations_are_written_with_dots_and_brackets() -> None:
    assert dotted(("features", "orm", "sources", 0, "url")) == "features.orm.sources[0].url"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a:\n  b: 1\n    c: 2\n", "this field stands too deep, or the line above lacks the colon"),
        ("a:\n  b: 1\n  c\n  d: 2\n", "a line lacks the colon and the space after the name of its field"),
        ("a:\n    b: 1\n  c: 2\n", "this line is not in line with the fields that it belongs to"),
        ("a:\n  - b: 1\n  c: 2\n", "a list and fields stand in one place"),
        ("a: [b\nc: 2\n", "a list in brackets is not closed"),
        ("a: ['open\n", "a quote is not closed"),
    ],
)
def test_slips_of_indentation_are_told_in_plain_words(tmp_path: Path, content: str, words: str) -> None:
    (problem,) = refused(tmp_path, content)
    assert f"cannot be read as YAML: {words}" in problem
    assert not re.search("block|scalar|scanning|parsing|expected|token", problem)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a: 'open\n", "1:4"),
        ('a:\n  - b: "one\n    c: "two"\n', "2:8"),
        ("a: 'one\n  and two'\nb: 'open\nc: 1\nd: 'e'\n", "3:4"),
        ('a:\n  - "it\'s\n  - "b"\n', "2:5"),
    ],
)
def test_a_quote_is_told_where_it_was_opened(tmp_path: Path, content: str, place: str) -> None:
    wanted = f"data/x.yml:{place}: a quote is not closed (write the same mark at the end of the text)"
    assert refused(tmp_path, content) == [wanted]


def test_a_closed_quote_above_is_not_blamed(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "a: 'one\n  and two'\nb:\n  c: 1\n    d: 2\n")
    assert problem.startswith("data/x.yml:5:6: cannot be read as YAML: this field stands too deep")


def test_a_name_that_stands_too_deep_is_one_problem(tmp_path: Path) -> None:
    content = "a:\n  b:\n    c: 1\n    d: 2\n    e:\n    c: 3\n    d: 4\n"
    assert refused(tmp_path, content) == [
        "data/x.yml:5:5: a.b.e: is empty, and the fields below it stand in b already (move `e:` to the left, or its "
        "fields to the right)"
    ]


def test_mappings_as_field_names_do_not_make_messages_longer_and_longer(tmp_path: Path) -> None:
    names = "a: " + "{" * 8 + "x: &y 1" + "}: &y 2" * 8 + "\n"
    assert max(map(len, refused(tmp_path, names))) < 250


@pytest.mark.parametrize("written", ["note: a \ue0000\ue001", 'note: "a \\uE002"', "note: |\n  a \uf8ff"])
def test_characters_of_private_use_are_refused_with_their_place(written: str, tmp_path: Path) -> None:
    """Pages are put together with them, and no font has a shape for them."""
    (problem,) = refused(tmp_path, f"name: x\n{written}\n")
    assert problem.startswith("data/x.yml:2:7: note: has a character of private use, U+")
