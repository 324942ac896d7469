"""A switch for measuring: a site without pages of pairs. As a hook of MkDocs it stands before those of the project.

The pages of pairs grow with the square of the technologies: 300 would have 44,850 of them. Links to them lead to the
page on which a reader puts a selection together.
"""

from backend_atlas import links


def _pairs(ids: list[str]) -> list[tuple[str, str]]:
    del ids  # none of them has a page with another
    return []


def _pair(one: str, other: str) -> str:
    del one, other
    return links.COMPARE


links.pairs = _pairs
links.pair = _pair
