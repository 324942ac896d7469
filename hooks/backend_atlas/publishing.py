"""Everything that is published, made once: the pages, and the files for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backend_atlas.exports import files
from backend_atlas.exports.beside import Beside, beside
from backend_atlas.exports.linked_data import subjects
from backend_atlas.exports.reading import reading
from backend_atlas.exports.social import Pictures, images, social
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.pages import decided, decided_pages
from backend_atlas.pages.not_found import not_found
from backend_atlas.views.coverage import Edit
from backend_atlas.views.pairs import with_pairs


@dataclass(frozen=True)
class Publication:
    """What a builder publishes. Addresses are relative to the root of the site."""

    pages: tuple[Page, ...]
    """In reading order."""
    not_found: str
    """The body of the page for an address without one."""
    files: Mapping[str, str]
    """Address to content of every other file. Made when it is asked for, where no change will follow."""
    readings: Mapping[str, str]
    """Address to text: the generated pages as Markdown without HTML, for whoever reads them without a browser."""
    pictures: Pictures
    """Address to PNG: what is shown where somebody shares a page. None without a site."""
    beside: Mapping[str, tuple[Beside, ...]]
    """Of each page that has them: where the same is as data."""
    subjects: Mapping[str, Mapping[str, Any]]
    """Of each page that is about something: what it is, in the words of schema.org."""
    images: Mapping[str, str]
    """Of a page, the address of its picture for previews; of the home page that of all others. Empty without a site."""


def publish(
    catalogue: Catalogue,
    today: date,
    site: str = "",
    icons: Path | None = None,
    edit: Edit = lambda _: "",
    *,
    most_pairs: int | None = None,
    memory: Memory | None = None,
) -> Publication:
    """Everything, as of `today`. The arguments are those of `pages`, and so are the errors.

    At most `most_pairs` pairs of technologies get a page, all where it is None.
    With `memory`, what stayed as it was is not made again.
    """
    memory = memory or Memory()
    catalogue = with_pairs(catalogue, most_pairs, memory)
    deciding = decided(catalogue, today, site, memory)
    pages = decided_pages(catalogue, deciding, today, icons, edit, memory=memory)
    made = files(catalogue, today, site, deciding, pages, memory=memory)
    return Publication(
        pages,
        not_found(pages, site, paired=catalogue.pairs is None),
        dict(made) if memory.lasting else made,
        reading(pages, memory),
        social(catalogue, memory) if site else Pictures({}, memory),
        beside(catalogue),
        subjects(catalogue, site, memory),
        images(catalogue) if site else {},
    )
