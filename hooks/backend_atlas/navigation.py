"""Puts the generated pages into the navigation of the site."""

from collections.abc import Iterable, Iterator
from typing import Any

from backend_atlas import links
from backend_atlas.page import Page


def navigation(nav: Iterable[Any], pages: tuple[Page, ...]) -> Iterator[Any]:
    """`nav` as MkDocs reads it, with each target that ends in a slash replaced by the generated pages below it.

    A title below which there is no page is left out.
    """
    for item in nav:
        title, target = next(iter(item.items())) if isinstance(item, dict) else (None, item)
        if isinstance(target, list):
            if below := list(navigation(target, pages)):
                yield {title: below}
        elif isinstance(target, str) and target.endswith("/"):
            if found := [page for page in pages if page.address.startswith(target) and page.in_navigation]:
                yield {title: [links.source_file(page.address) for page in found]}
        else:
            yield item
