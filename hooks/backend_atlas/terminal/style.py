"""Width, colour and shapes of what a terminal shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap

from backend_atlas.model import Support

WIDEST = 80
NARROWEST = 40

SHAPES = {
    Support.BUILT_IN: "■",
    Support.OFFICIAL: "◆",
    Support.COMMUNITY: "◉",
    Support.DO_IT_YOURSELF: "△",
    Support.NOT_APPLICABLE: "-",
    Support.UNKNOWN: "?",
}
LETTERS = dict(zip(Support, "#*o^-?", strict=True))
"""For terminals that show letters only."""

COLOURS = {
    Support.BUILT_IN: 32,
    Support.OFFICIAL: 36,
    Support.COMMUNITY: 34,
    Support.DO_IT_YOURSELF: 33,
    Support.NOT_APPLICABLE: 90,
    Support.UNKNOWN: 35,
}
"""Of the sixteen that every terminal has and lets its user choose."""

BOLD, FAINT = 1, 90


@dataclass(frozen=True)
class Style:
    """How text is laid out."""

    width: int
    colour: bool
    shapes: Mapping[Support, str]
    """The shape of each level."""

    def paint(self, text: str, code: int) -> str:
        """The text in a colour or weight, where there are any."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def heading(self, text: str) -> str:
        """The first line of a part."""
        return self.paint(text, BOLD)

    def level(self, support: Support) -> str:
        """Shape and word of a level."""
        return self.paint(f"{self.shapes[support]} {support.label}", COLOURS[support])

    def lines(self, text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
        """The text in lines that are not too wide. Addresses stay whole. `first` stands before the first line."""
        begin = indent if first is None else first
        yield from wrap(
            text,
            self.width,
            initial_indent=begin,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def row(self, label: str, text: str, column: int) -> Iterator[str]:
        """A label, and beside it the text, which begins at `column`; below it where the label is too long."""
        lines = list(self.lines(text, " " * column)) or [""]
        if len(label) > column - 2:
            yield from (label, *lines)
        else:
            yield from (f"{label.ljust(column)}{lines[0][column:]}".rstrip(), *lines[1:])


def style(columns: int, colour: bool, encoding: str) -> Style:
    """For a terminal of so many columns."""
    shapes = SHAPES
    try:
        "".join(SHAPES.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        shapes = LETTERS
    return Style(max(NARROWEST, min(columns, WIDEST)), colour, shapes)
