"""A generated page as a value: what MkDocs, or a Markdown file, is made from."""

from dataclasses import dataclass
from html import escape
from typing import Literal, TypedDict

from backend_atlas.render import environment
from backend_atlas.views.search import Entry


class TocEntry(TypedDict):
    """A heading in the form of Python-Markdown's `toc_tokens`. The name is HTML."""

    level: int
    id: str
    name: str
    children: "list[TocEntry]"


@dataclass(frozen=True)
class Section:
    """A heading with an anchor, the HTML below it, and sections one level deeper."""

    id: str
    title: str
    content: str | tuple[str, ...]
    """HTML; in parts where other pages have the same ones, which then are in memory once."""
    children: tuple["Section", ...] = ()

    @property
    def html(self) -> str:
        """The HTML in one."""
        return self.content if isinstance(self.content, str) else "".join(self.content)

    def ids(self) -> frozenset[str]:
        """The anchors of the headings."""
        return frozenset({self.id}).union(*(child.ids() for child in self.children))

    def toc(self, level: int = 1) -> TocEntry:
        """Its entry in the table of contents."""
        below = [child.toc(level + 1) for child in self.children]
        return {"level": level, "id": self.id, "name": escape(self.title), "children": below}


@dataclass(frozen=True)
class Page:
    """One generated page. Everything that a builder needs, and nothing that only one builder knows."""

    address: str
    """Relative to the site's root, see `links`."""
    title: str
    """The heading, and the name in the navigation."""
    description: str
    """One or two sentences for search engines."""
    lead: str
    """HTML before the first section."""
    sections: tuple[Section, ...]
    """The rest."""
    links: frozenset[str]
    """Addresses in the site that the page links to."""
    script: str = ""
    """HTML after everything else: the data and the code of a page that can do more with JavaScript."""
    rows: frozenset[str] = frozenset()
    """Anchors of table rows."""
    source: str = ""
    """The data file to edit, relative to the repository."""
    feed: str = ""
    """The address of a feed of its own."""
    heading: str = ""
    """The heading, where it differs from the title."""
    hide: tuple[str, ...] = ()
    """Side columns that the page does without: `navigation`, `toc`."""
    layout: Literal["", "home", "wide"] = ""
    """A page that is laid out in its own way: `wide` takes the width of the window, as columns of code need it."""
    in_navigation: bool = True
    search: tuple[Entry, ...] = ()
    """What the search knows of it: the page itself first, then places on it. A page without entries is not found."""

    @property
    def top(self) -> Section:
        """The heading of the page with everything below it, the target of "skip to content"."""
        return Section("page-title", self.heading or self.title, "", self.sections)

    @property
    def in_parts(self) -> bool:
        """Whether HTML of it is in parts, as other pages have them."""
        return any(not isinstance(section.content, str) for section in self.sections)

    @property
    def outline(self) -> tuple[tuple[str, ...], ...]:
        """Id and title of each section, followed by those of the sections below it."""
        return tuple(
            (section.id, section.title, *(text for child in section.children for text in (child.id, child.title)))
            for section in self.sections
        )

    @property
    def anchors(self) -> frozenset[str]:
        """Every anchor of the page."""
        return self.rows | self.top.ids()

    @property
    def html(self) -> str:
        """The whole body."""
        return environment().get_template("page.html.jinja").render(page=self)

    @property
    def markdown(self) -> str:
        """The same page for a builder that reads Markdown."""
        return environment().get_template("page.md.jinja").render(page=self)
