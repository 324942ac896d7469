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


def reading(pages: Iterable[Page], memory: Memory | None = None) -> dict[str, str]:
    """Address to text. `memory` spares writing pages that stayed."""
    memory = memory or Memory()
    return {
        links.source_file(page.address): memory(("reading", page.address), (page,), partial(_text, page))
        for page in pages
    }


def _text(page: Page) -> str:
    text = convert(CODE_OR_LESS.sub(_escaped, page.html), OPTIONS).content or ""
    return f"{text.strip()}\n"


def _escaped(found: re.Match[str]) -> str:
    """Outside code, what would be taken for HTML in Markdown gets a backslash, so that text stays text."""
    return f"\\{found[0]}" if found[0] == "&lt;" else found[0]
