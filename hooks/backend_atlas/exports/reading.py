"""Each generated page as Markdown without HTML, for reading and for language models: beside the page, as `index.md`.

`Page.markdown` is for builders, and keeps all HTML. Both are made from the same page.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import filterfalse

from html_to_markdown import ConversionOptions, convert

from backend_atlas import links
from backend_atlas.exports.late import Each
from backend_atlas.memory import Memory
from backend_atlas.page import Page, Section

OPTIONS = ConversionOptions(
    exclude_selectors=["script", "template", ".headerlink", '[aria-hidden="true"]', "form"],
    compact_tables=True,
    extract_metadata=False,
)
"""Controls and what only a script fills are left out, as are drawings. What opens in the page is not."""

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
"""Taken out before, because reading them takes the converter a quarter of its time."""

LESS = "&lt;"

CODE_OR_LESS = re.compile(rf"<(pre|code)\b.*?</\1>|{LESS}", re.DOTALL)

CELL = re.compile(r"<td.*?</td>", re.DOTALL)
"""A cell of a table. There are no tables within tables."""

CELLS = ("<td", "<tr", "<th ")
"""How a part begins that holds a cell: with the cell, with the row and its head, or with the head of a column."""

TABLE = re.compile(r"<table\b[^>]*>\s*<caption>(.*?)</caption>(.*)", re.DOTALL)
HEAD = re.compile(r"<th .*?</th>", re.DOTALL)
"""A table up to its rows: what it is called, and the heads of its columns."""

BEGIN, END = "\ue000", "\ue001"
"""Around the number of a text that is written already. Of private use: no page has them."""

AGAIN = re.compile(f"{BEGIN}(\\d+){END}")


def reading(pages: Iterable[Page], memory: Memory | None = None) -> Each[str]:
    """Address to text, written when it is asked for: first of pages in parts, each of which is converted once.

    `memory` spares writing again what stayed.
    """
    memory = memory or Memory()
    known = memory("parts in Markdown", (), _Parts)
    ordered = sorted(pages, key=lambda page: not page.in_parts)
    return Each({links.source_file(page.address): partial(_text, page, known) for page in ordered})


class _Parts(dict[str, str]):
    """By the HTML of a part: its Markdown, a cell with the bar behind it. Most parts stand on many pages."""

    def __missing__(self, html: str) -> str:
        if html.startswith(CELLS):
            self.learn([html])
        else:
            self[html] = "" if html.startswith("</tr>") else f"\n\n{_converted(html).strip()}"
        return self[html]

    def learn(self, parts: Iterable[str]) -> None:
        """Converts the cells among these parts in one go, as a table with a row each."""
        new = [part for part in dict.fromkeys(filterfalse(self.__contains__, parts)) if part.startswith(CELLS)]
        rows = "".join(part if part.startswith("<tr") else f"<tr>{part}</tr>" for part in new)
        lines = _converted(f"<table><tr><th></th></tr>{rows}</table>").strip().split("\n")[2:] if new else []
        for part, line in zip(new, lines, strict=True):
            self[part] = f"\n{line}" if part.startswith("<tr") else line.removeprefix("|")

    def joined(self, parts: Sequence[str]) -> str:
        """Their Markdown: cells, rows or blocks, with the new line before each row and block."""
        self.learn(parts)
        return "".join(map(self.__getitem__, parts))


def _text(page: Page, known: _Parts) -> str:
    """The page is converted with holes, into which comes what is known of other pages."""
    found: list[str] = []

    def hole(text: str) -> str:
        found.append(text)
        return f"{BEGIN}{len(found) - 1}{END}"

    def section(item: Section) -> Section:
        content = item.content if isinstance(item.content, str) else _with_hole(item.content, known, hole)
        return replace(item, content=content, children=tuple(map(section, item.children)))

    html = replace(page, sections=tuple(map(section, page.sections)), script="").html
    known.learn(CELL.findall(html))
    text = _converted(CELL.sub(lambda cell: f"<td>{hole(known[cell[0]][1:-2])}</td>", html)).strip()
    return AGAIN.sub(lambda at: found[int(at[1])], f"{text}\n")


def _with_hole(parts: Sequence[str], known: _Parts, hole: Callable[[str], str]) -> str:
    """The first and the last part are the frame. Between them are either blocks, or the rows of a table.

    A row is a part that begins it with its head, its cells, and its end. A table leaves nothing of it to convert but
    its caption.
    """
    first, *inner, last = parts
    text = known.joined(inner)
    if not (table := TABLE.search(first)):
        return f"{first}<p>{hole(text.strip())}</p>{last}"
    heads, (_, _, after) = HEAD.findall(table[2]), last.partition("</table>")
    rows = f"|{known.joined(heads)}\n|{' --- |' * len(heads)}{text}"
    return f"{first[: table.start()]}<p><em>{table[1]}</em></p><p>{hole(rows)}</p>{after}"


def _converted(html: str) -> str:
    drawn = DRAWING.sub("", html)
    escaped = CODE_OR_LESS.sub(_escaped, drawn) if LESS in drawn else drawn
    return convert(escaped, OPTIONS).content or ""


def _escaped(found: re.Match[str]) -> str:
    """Outside code, what would be taken for HTML in Markdown gets a backslash, so that text stays text."""
    return f"\\{found[0]}" if found[0] == LESS else found[0]
