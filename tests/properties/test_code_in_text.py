"""Text in which only code is marked is the same HTML with and without a parser for Markdown."""

from hypothesis import assume, given
from hypothesis import strategies as st

from backend_atlas.render import CODE_ALONE, parsed, prose

PIECES = st.sampled_from(
    [
        "word",
        "`code`",
        "` code `",
        "``",
        "`",
        "`a<b>&c`",
        "`x\\y`",
        "`[a](b)`",
        "`*a*`",
        '"quoted"',
        "it's",
        ", ",
        ". ",
        " ",
        "\n",
        "é",
        "→",
    ]
)


@given(st.lists(PIECES, max_size=9))
def test_code_alone_needs_no_parser(pieces: list[str]) -> None:
    text = "".join(["The ", *pieces]).strip()  # what begins as a list or a heading does is one for the parser
    assume("`" in text and CODE_ALONE.fullmatch(text))
    assert prose(text) == parsed(text)
