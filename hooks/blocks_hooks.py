"""Renders blocks of the theme once for all pages on which they are the same, which MkDocs would render for each.

Pages can do without: take this file away, and its line in `mkdocs.yml`. They stay the same, and take longer.
Needs no import of MkDocs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


@dataclass
class Block:
    """What a block was the first time, around the places of a value that differs from page to page."""

    parts: list[str]
    proven: bool | None = None
    """Whether it was the same the second time. None before."""


class Blocks:
    """Keeps the blocks of generated pages that the navigation leaves out.

    What such a page shows around its content depends on its folder, which tells all links and what is marked as
    active, on the columns it hides and on its headings. The theme may come to read more. So what is kept is rendered
    again for a second page, and where the two differ, for every page.
    """

    def __init__(self) -> None:
        self.kept: dict[tuple[object, ...], Block] = {}

    def __call__(self, name: str, page: "Page | None", rendered: Callable[[], str], differs: str = "") -> str:
        """The block called `name` on a page. `differs` is the one value in it that may be another on each page."""
        generated = getattr(page, "generated", None)
        if not page or not generated or generated.in_navigation:
            return rendered()
        folder = page.file.dest_uri.rsplit("/", 2)[0]
        key = (name, folder, generated.hide, generated.outline)
        block = self.kept.get(key)
        if block and block.proven:
            return differs.join(block.parts)
        text = rendered()
        if not block:
            self.kept[key] = Block(text.split(differs) if differs else [text])
        elif block.proven is None:
            block.proven = differs.join(block.parts) == text
        return text


def on_env(env: "Environment", config: "MkDocsConfig", files: "Files") -> None:
    """Gives them to the templates of the theme, which say for which blocks they hold."""
    env.globals["once"] = Blocks()
