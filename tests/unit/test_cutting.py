"""Code is cut by the text of its first and last line."""

import pytest

from backend_atlas.model.lab import CannotCut, Snippet, cut

JAVASCRIPT = """import x from "x";

  function outer() {
    for (const y of x) {
      y();
    }
  }

const end = 1;
"""
PYTHON = """@app.get("/")
def index():
    return page(
        "index",
    )


@app.get("/more")
def more():
    return 1
"""


def lines(text: str, **fields: str) -> tuple[int, int]:
    found = cut(text, Snippet.model_validate({"file": "x.js", **fields}))
    return found.first, found.last


def test_a_file_without_lines_named_is_whole() -> None:
    found = cut("a\n\nb\n", Snippet(file="x.txt"))
    assert (found.first, found.last, found.whole, found.code) == (1, 3, True, "a\n\nb\n")


def test_a_bracket_closes_what_the_start_opened() -> None:
    assert lines(JAVASCRIPT, **{"from": "function outer() {", "through": "}"}) == (3, 7)


def test_shared_indentation_is_removed() -> None:
    found = cut(JAVASCRIPT, Snippet.model_validate({"file": "x.js", "from": "function outer() {", "through": "}"}))
    assert found.code.splitlines()[0] == "function outer() {"
    assert found.code.splitlines()[-1] == "}"
    assert not found.whole


def test_where_nothing_is_aligned_the_first_such_line_ends_it() -> None:
    assert lines(PYTHON, **{"from": "def index():", "through": ")"}) == (2, 5)


def test_without_an_end_the_rest_of_the_file_is_shown() -> None:
    assert lines(PYTHON, **{"from": "def more():"}) == (9, 10)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"from": "def less():"}, "the line `def less():` stands in it 0 times, not once"),
        ({"from": "y();", "through": "y()"}, "the line `y()` does not stand in it after the start"),
        ({"from": "function outer() {", "through": 'import x from "x";'}, "does not stand in it after the start"),
    ],
)
def test_what_is_not_there_is_named(fields: dict[str, str], message: str) -> None:
    with pytest.raises(CannotCut) as error:
        lines(JAVASCRIPT, **fields)
    assert message in str(error.value)


def test_a_start_that_stands_twice_is_refused() -> None:
    with pytest.raises(CannotCut, match="2 times"):
        lines("a\nb\na\n", **{"from": "a"})
