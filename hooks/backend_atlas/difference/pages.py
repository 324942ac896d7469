"""Which pages have other content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from backend_atlas.difference.sides import PageParts


class Fate(str, Enum):  # noqa: UP042 - as the words of the model
    """What became of a page."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class PageChange:
    """A page that is another now."""

    address: str
    title: str
    fate: Fate
    parts: tuple[str, ...] = ()
    """What changed of it: headings, or what stands before them."""


def page_changes(before: Mapping[str, PageParts], after: Mapping[str, PageParts]) -> Iterator[PageChange]:
    """In the order of the site; what is gone comes last."""
    for address, page in after.items():
        old = before.get(address)
        if old is None:
            yield PageChange(address, page.title, Fate.ADDED)
        elif old != page:
            yield PageChange(address, page.title, Fate.CHANGED, _parts(old, page))
    for address, page in before.items():
        if address not in after:
            yield PageChange(address, page.title, Fate.REMOVED)


def _parts(old: PageParts, new: PageParts) -> tuple[str, ...]:
    names = dict.fromkeys((*new.parts, *old.parts))
    return tuple(name for name in names if old.parts.get(name) != new.parts.get(name))
