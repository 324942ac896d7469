"""What the generated pages are found by, in the form of the index that the theme searches.

Readers fetch all of it before they find anything. So what repeats stands in it once, and `browser/search/entries.js`
makes the entries of it that the theme reads.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TypedDict

from backend_atlas.page import Page
from backend_atlas.render import prose
from backend_atlas.views.search import OFFICIAL_MARK, SECTIONS, Entry


class Document(TypedDict, total=False):
    """One entry of the index. Every text in it is HTML: the theme shows it as such."""

    location: str
    title: str
    text: str
    names: str
    words: str
    """In both, an empty name at the beginning stands for the title."""
    boost: float

    packages: dict[int, str]
    """Only of the first entry, as the next two: of each technology, by its place among them, the packages of its rows,
    with a bar between two features.
    """
    facts: list[str]
    """Of each technology the text of its last section."""
    sections: "list[Document]"
    """What all technologies have."""


def documents(pages: Iterable[Page]) -> list[Document]:
    """The entries of all pages. That of a page comes before those of its sections, as the theme expects."""
    entries = [(page, entry) for page in pages for entry in page.search]
    found = [_document(page.address, entry) for page, entry in entries]
    if technologies := [entry for _, entry in entries if entry.packages]:
        packages = [escape("|".join(entry.packages), quote=False) for entry in technologies]
        about: Document = {
            "packages": {place: packages[place] for place in _side_by_side(technologies)},
            "facts": [_html(entry.facts) for entry in technologies],
            "sections": [_document("", section) for section in SECTIONS],
        }
        found[0] = {**about, **found[0]}
    return found


def _side_by_side(technologies: Sequence[Entry]) -> Iterator[int]:
    """Their places, each behind the one with which it shares most packages: gzip looks back no more than 32 KB."""
    packages = [
        frozenset(name for part in entry.packages for name in part.removeprefix(OFFICIAL_MARK).split(","))
        for entry in technologies
    ]
    left = list(range(1, len(packages)))
    here = 0
    yield here
    while left:
        _, place = max((sum(map(len, packages[here] & packages[other])), -other) for other in left)
        here = -place
        left.remove(here)
        yield here


def _document(address: str, entry: Entry) -> Document:
    location = f"{address}#{entry.anchor}" if entry.anchor else address
    document = Document(location=location, title=escape(entry.title, quote=False), text=_text(entry))
    if entry.names:
        document["names"] = _joined(entry.names, entry.title)
    if entry.words:
        document["words"] = _joined(entry.words, entry.title)
    if entry.boost != 1:
        document["boost"] = entry.boost
    return document


def _text(entry: Entry) -> str:
    """Paragraphs without markup in them. The theme shows those that hold a word that was typed."""
    texts = [_html(text) for text in entry.text]
    return "".join(f"<p>{text}</p>" for text in texts) if len(texts) > 1 else "".join(texts)


def _html(text: str) -> str:
    return escape(prose(text).striptags(), quote=False)


def _joined(names: tuple[str, ...], title: str) -> str:
    """The comma is enough: it parts words for the search, see `separator` in `mkdocs.yml`."""
    first, *others = names
    return escape(",".join(["" if first.casefold() == title.casefold() else first, *others]), quote=False)
