"""Each generated page as Markdown without HTML, for reading and for language models: beside the page, as `index.md`.

`Page.markdown` is for builders, and keeps all HTML. Both are made from the same page.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

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

CELLS = ("<td", "<tr")
"""How a part begins that holds a cell: with the cell, or with the row and the head of it."""

BAR, NEW_LINE, PARAGRAPH = " | ", "\n", "\n\n"
"""Between the cells of a row, between rows, and between blocks."""

PART, ROW, END = "\ue000", "\ue002", "\ue001"
"""Around the number of what is written already: of parts, of rows of a table. Of private use: no page has them."""

PART_AGAIN = re.compile(f"{PART}(\\d+){END}")
ROW_AGAIN = re.compile(f"^\\| {ROW}(\\d+){END} .*$", re.MULTILINE)
"""A line of a table: what the converter makes of a row with one cell. In its place come all rows."""


def reading(pages: Iterable[Page], memory: Memory | None = None) -> Each[str]:
    """Address to text, written when it is asked for: first of pages in parts, each of which is converted once.

    `memory` spares writing again what stayed.
    """
    memory = memory or Memory()
    known = memory("parts in Markdown", (), _Parts)
    ordered = sorted(pages, key=lambda page: not page.in_parts)
    return Each({links.source_file(page.address): partial(_text, page, known) for page in ordered})


class _Parts(dict[str, str]):
    """By the HTML of a part: its Markdown, of a cell without bars. Most parts stand on many pages."""

    def __missing__(self, html: str) -> str:
        if html.startswith(CELLS):
            self.learn([html])
        else:
            self[html] = _converted(html).strip()
        return self[html]

    def learn(self, parts: Iterable[str]) -> None:
        """Converts the cells among these parts in one go, as a table with a row each."""
        new = [part for part in dict.fromkeys(parts) if part not in self and part.startswith(CELLS)]
        rows = "".join(part if part.startswith("<tr") else f"<tr>{part}</tr>" for part in new)
        lines = _converted(f"<table><tr><th></th></tr>{rows}</table>").strip().split("\n")[2:] if new else []
        self.update(zip(new, (line.removeprefix("| ").removesuffix(" |") for line in lines), strict=True))


def _text(page: Page, known: _Parts) -> str:
    """The page is converted with holes, into which comes what is known of other pages."""
    found: list[str] = []

    def hole(text: str, begin: str) -> str:
        found.append(text)
        return f"{begin}{len(found) - 1}{END}"

    def section(item: Section) -> Section:
        content = item.content if isinstance(item.content, str) else "".join(_holes(item.content, known, hole))
        return replace(item, content=content, children=tuple(map(section, item.children)))

    html = replace(page, sections=tuple(map(section, page.sections)), script="").html
    known.learn(CELL.findall(html))
    text = _converted(CELL.sub(lambda cell: f"<td>{hole(known[cell[0]], PART)}</td>", html))
    for again in (ROW_AGAIN, PART_AGAIN):
        text = again.sub(lambda at: found[int(at[1])], text)
    return f"{text.strip()}\n"


def _holes(parts: Iterable[str], known: _Parts, hole: Callable[[str, str], str]) -> Iterator[str]:
    """The first and the last part are the frame, and stay. Between them are either rows or blocks.

    A row is a part that begins it with its head, its cells, and its end.
    """
    first, *inner, last = parts
    known.learn(inner)
    rows: list[str] = []
    blocks: list[str] = []
    cells: list[str] = []
    for part in inner:
        if part.startswith(CELLS):
            cells.append(known[part])
        elif part.startswith("</tr>"):
            rows.append(f"| {BAR.join(cells)} |")
            cells = []
        else:
            blocks.append(known[part])
    yield first
    if rows:
        yield f"<tr><th>{hole(NEW_LINE.join(rows), ROW)}</th></tr>"
    if blocks:
        yield f"<p>{hole(PARAGRAPH.join(blocks), PART)}</p>"
    yield last


def _converted(html: str) -> str:
    drawn = DRAWING.sub("", html)
    escaped = CODE_OR_LESS.sub(_escaped, drawn) if LESS in drawn else drawn
    return convert(escaped, OPTIONS).content or ""


def _escaped(found: re.Match[str]) -> str:
    """Outside code, what would be taken for HTML in Markdown gets a backslash, so that text stays text."""
    return f"\\{found[0]}" if found[0] == LESS else found[0]
