"""What the generated pages are found by, in the form of the index that the theme searches."""

from collections.abc import Iterable
from html import escape
from typing import TypedDict

from backend_atlas.page import Page
from backend_atlas.render import prose
from backend_atlas.views.search import Entry


class Document(TypedDict, total=False):
    """One entry of the index. Every text in it is HTML: the theme shows it as such."""

    location: str
    title: str
    text: str
    names: str
    words: str
    boost: float
    packages: list[str]
    """Only of the first entry: of each technology the packages of its rows. `browser/search/packages.js` makes entries
    of them. They are most of the index, and take half as many bytes in this form, side by side.
    """


def documents(pages: Iterable[Page]) -> list[Document]:
    """The entries of all pages. That of a page comes before those of its sections, as the theme expects."""
    entries = [(page, entry) for page in pages for entry in page.search]
    found = [_document(page, entry) for page, entry in entries]
    if packages := [escape("|".join(entry.packages), quote=False) for _, entry in entries if entry.packages]:
        found[0]["packages"] = packages
    return found


def _document(page: Page, entry: Entry) -> Document:
    location = f"{page.address}#{entry.anchor}" if entry.anchor else page.address
    document = Document(location=location, title=escape(entry.title, quote=False), text=_text(entry))
    if entry.names:
        document["names"] = _joined(entry.names)
    if entry.words:
        document["words"] = _joined(entry.words)
    if entry.boost != 1:
        document["boost"] = entry.boost
    return document


def _text(entry: Entry) -> str:
    """Paragraphs without markup in them. The theme shows those that hold a word that was typed."""
    texts = [escape(prose(text).striptags(), quote=False) for text in entry.text]
    return "".join(f"<p>{text}</p>" for text in texts) if len(texts) > 1 else "".join(texts)


def _joined(names: tuple[str, ...]) -> str:
    return escape(", ".join(names), quote=False)
