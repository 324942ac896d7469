"""What stands at an address without a page: the nearest pages, and the ways in."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from backend_atlas import links
from backend_atlas.browser import NOT_FOUND, script
from backend_atlas.page import Page
from backend_atlas.render import environment
from backend_atlas.views.search import Entry

WAYS = (links.GUIDE, links.TECHNOLOGIES, links.COMPARE, links.FEATURES)

HAND_WRITTEN = (
    (links.ABOUT, "How the atlas is made", ("about", "licence", "license")),
    (links.BACKEND, "What a backend does", ()),
    (links.CONTRIBUTE, "Contribute", ("contributing", "corrections")),
)
"""Pages that are not generated, with other names."""

Place = tuple[str, str, tuple[str, ...]]
"""Address, title, and other names."""


def not_found(pages: tuple[Page, ...], site: str, *, paired: bool = True) -> str:
    """The body of the page. `site` is the public address, empty if it is not known; `paired`: every pair has a page.

    The page is served at any depth, so every link of it begins at the root of the site.
    """
    root = f"{urlsplit(site).path.rstrip('/')}/"
    by_address = {page.address: page for page in pages}
    places = [*(place for page in pages for place in _places(page)), *HAND_WRITTEN]
    data = json.dumps({"root": root, "places": places, "paired": paired}, ensure_ascii=False, separators=(",", ":"))
    return (
        environment()
        .get_template("not-found.html.jinja")
        .render(
            ways=[by_address[address] for address in WAYS if address in by_address],
            href=lambda address: root + address,
            name="not-found",
            data=data.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e"),
            code=script(NOT_FOUND),
        )
    )


def _places(page: Page) -> Iterator[Place]:
    """The page, and the features that it defines. Pairs are put together from their ids."""
    own = page.address.startswith((links.FEATURES, links.TECHNOLOGIES))
    for entry in page.search:
        if not entry.anchor or page.address.startswith(links.FEATURES):
            yield _address(page, entry), entry.title, (*entry.names, *(entry.words if own else ()))


def _address(page: Page, entry: Entry) -> str:
    return f"{page.address}#{entry.anchor}" if entry.anchor else page.address
