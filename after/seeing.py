"""What a reader sees of a page: its headings, its tables and its links, whoever built it."""

import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = ("h1", "h2", "h3")
CELLS = ("th", "td")
SILENT = ("script", "style", "template", "svg", "button", "nav")
"""Elements of which nothing is read: what the theme adds, and what only a program sees."""
VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Seen:
    """One page."""

    headings: list[tuple[str, str, str]] = field(default_factory=list)
    """Level, anchor and text."""
    tables: list[list[list[str]]] = field(default_factory=list)
    """Of each table the texts of its cells, by row."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Where each leads, and its text."""


def seen(site: Path) -> dict[str, Seen]:
    """By the address of the page."""
    addresses = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}
    return {address: _Reader(address).read(path.read_text()) for address, path in addresses.items()}


class _Reader(HTMLParser):
    """Reads what stands in the article of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.found = Seen()
        self.open: list[str] = []
        self.silent: int | None = None
        """How deep the element lies of which nothing is read."""
        self.texts: list[tuple[int, str, str, list[str]]] = []
        """What is being read: how deep it lies, its element, its anchor or target, and the texts in it."""

    def read(self, text: str) -> Seen:
        self.feed(text)
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        self.open.append(tag)
        if "article" not in self.open or self.silent is not None:
            return
        values = {name: value or "" for name, value in attrs}
        if tag in SILENT or {"headerlink", "md-content__button", "contents"} & set(values.get("class", "").split()):
            self.silent = len(self.open)
        elif tag == "table":
            self.found.tables.append([])
        elif tag == "tr" and self.found.tables:
            self.found.tables[-1].append([])
        elif tag in (*HEADINGS, *CELLS, "a"):
            self.texts.append((len(self.open), tag, values.get("id" if tag in HEADINGS else "href", ""), []))

    def handle_data(self, data: str) -> None:
        if self.silent is None:
            for _, _, _, parts in self.texts:
                parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            return
        while self.open:
            depth, last = len(self.open), self.open.pop()
            if self.silent == depth:
                self.silent = None
            if self.texts and self.texts[-1][0] == depth:
                self._keep(*self.texts.pop()[1:])
            if last == tag:
                return

    def _keep(self, tag: str, value: str, parts: list[str]) -> None:
        text = re.sub(r"\s+", " ", "".join(parts)).strip()
        if tag in HEADINGS:
            self.found.headings.append((tag, value, text))
        elif tag in CELLS:
            self.found.tables[-1][-1].append(text)
        elif text:  # what has no words is a button of the theme
            self.found.links.append((self._resolved(value), text))

    def _resolved(self, link: str) -> str:
        """A link within the site as seen from its root."""
        if re.match(r"[a-z]+:|//", link):
            return link
        path, mark, anchor = link.partition("#")
        whole = posixpath.normpath(posixpath.join(self.address, path or "."))
        return f"{whole.removesuffix('/index.html')}{mark}{anchor}"
