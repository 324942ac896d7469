"""`llms.txt`: the list of all pages as Markdown, in the form of llmstxt.org."""

from collections.abc import Iterable

from backend_atlas import links
from backend_atlas.page import Page
from backend_atlas.render import environment

PARTS = (
    ("Technologies", links.TECHNOLOGIES),
    ("Features", links.FEATURES),
    ("Decision guide", links.GUIDE),
    ("Lab", links.SAMPLES),
    ("Measurements", links.MEASUREMENTS),
    ("About", links.ABOUT),
    ("Optional", links.COMPARE),
)
"""Heading, and the address at and below which pages are listed. A reader short of room leaves out the last."""


def llms(pages: Iterable[Page], site: str = "") -> dict[str, str]:
    """Address to text. Links are relative to it where the address of the site is not known."""
    found = tuple(pages)
    parts = [(title, [page for page in found if page.address.startswith(part)]) for title, part in PARTS]
    template = environment().get_template("llms.txt.jinja")
    text = template.render(parts=[(title, below) for title, below in parts if below], site=site, links=links)
    return {links.LLMS: text}
