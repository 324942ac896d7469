"""Each generated page as Markdown without HTML, for reading and for language models: beside the page, as `index.md`.

`Page.markdown` is for builders, and keeps all HTML. Both are made from the same page.
"""

import re
from collections.abc import Iterable
from functools import partial

from html_to_markdown import ConversionOptions, convert

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.page import Page

OPTIONS = ConversionOptions(
    exclude_selectors=["svg", "script", "template", ".headerlink", '[aria-hidden="true"]', "form"],
    compact_tables=True,
    extract_metadata=False,
)
"""Drawings, controls and what only a script fills are left out. What opens in the page is not."""

CODE_OR_LESS = re.compile(r"<(pre|code)\b.*?</\1>|&lt;", re.DOTALL)


CELL = re.compile(r"(<td[^>]*>)(.*?)(</td>)", re.DOTALL)
"""A cell of a table. There are no tables within tables."""

PLACE = re.compile("\ue000(\\d+)\ue001")
"""Stands for a cell, in characters of private use that no page has."""


def reading(pages: Iterable[Page], memory: Memory | None = None) -> dict[str, str]:
    """Address to text. `memory` spares writing pages that stayed."""
    memory = memory or Memory()
    cells = memory("cells in Markdown", (), _Cells)
    return {
        links.source_file(page.address): memory(("reading", page.address), (page,), partial(_text, page, cells))
        for page in pages
    }


class _Cells(dict[str, str]):
    """By the HTML of a cell: its Markdown. Most cells stand on many pages."""

    def __missing__(self, html: str) -> str:
        text = _converted(f"<table><tr><th></th></tr><tr><td>{html}</td></tr></table>")
        self[html] = text.strip().rpartition("\n")[2].removeprefix("| ").removesuffix(" |")
        return self[html]


def _text(page: Page, cells: _Cells) -> str:
    found: list[str] = []

    def put(cell: re.Match[str]) -> str:
        found.append(cell[2])
        return f"{cell[1]}\ue000{len(found) - 1}\ue001{cell[3]}"

    text = _converted(CELL.sub(put, page.html))
    return f"{PLACE.sub(lambda at: cells[found[int(at[1])]], text).strip()}\n"


def _converted(html: str) -> str:
    return convert(CODE_OR_LESS.sub(_escaped, html), OPTIONS).content or ""


def _escaped(found: re.Match[str]) -> str:
    """Outside code, what would be taken for HTML in Markdown gets a backslash, so that text stays text."""
    return f"\\{found[0]}" if found[0] == "&lt;" else found[0]
