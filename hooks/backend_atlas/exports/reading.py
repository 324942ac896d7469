"""Each generated page as Markdown without HTML, for reading and for language models: beside the page, as `index.md`.

`Page.markdown` is for builders, and keeps all HTML. Both are made from the same page.
"""

from collections.abc import Iterable

from html_to_markdown import ConversionOptions, convert

from backend_atlas import links
from backend_atlas.page import Page

OPTIONS = ConversionOptions(
    exclude_selectors=["svg", "script", "template", ".headerlink", '[aria-hidden="true"]', "form"],
    compact_tables=True,
    extract_metadata=False,
)
"""Drawings, controls and what only a script fills are left out. What opens in the page is not."""


def reading(pages: Iterable[Page]) -> dict[str, str]:
    """Address to text."""
    return {links.source_file(page.address): _text(page) for page in pages}


def _text(page: Page) -> str:
    text = convert(page.html, OPTIONS).content or ""
    return f"{text.strip()}\n"
