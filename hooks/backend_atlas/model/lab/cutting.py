"""Cuts the code that a page shows out of the file that was tested."""

from dataclasses import dataclass
from textwrap import dedent

from backend_atlas.model.lab.manifest import Snippet


class CannotCut(ValueError):  # noqa: N818 - the name is the sentence
    """The file does not hold the lines that the snippet names. The text says which."""


@dataclass(frozen=True)
class Cut:
    """A part of a file."""

    file: str
    """The path inside the sample's folder."""
    first: int
    """The number of its first line, counted from 1."""
    last: int
    """The number of its last line."""
    whole: bool
    """Whether that is the whole file."""
    code: str
    """Its lines, without the indentation that all of them share."""


def cut(text: str, snippet: Snippet) -> Cut:
    """The lines of `text` that the snippet names. Raises `CannotCut`."""
    lines = text.splitlines()
    first = _first(lines, snippet.start)
    last = _last(lines, first, snippet.end)
    code = dedent("\n".join(lines[first : last + 1])).strip("\n") + "\n"
    return Cut(snippet.file, first + 1, last + 1, (first, last) == (0, len(lines) - 1), code)


def _first(lines: list[str], start: str | None) -> int:
    if start is None:
        return 0
    found = [i for i, line in enumerate(lines) if line.strip() == start]
    if len(found) != 1:
        raise CannotCut(f"the line `{start}` stands in it {len(found)} times, not once")
    return found[0]


def _last(lines: list[str], first: int, end: str | None) -> int:
    """The first such line with the indentation of the start closes what the start opened, not something inside."""
    if end is None:
        return len(lines) - 1
    found = [i for i in range(first, len(lines)) if lines[i].strip() == end]
    if not found:
        raise CannotCut(f"the line `{end}` does not stand in it after the start")
    return next((i for i in found if _indentation(lines[i]) == _indentation(lines[first])), found[0])


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
