"""Catalogue in, pages out. `reference` builds the pages about the data, `guide` those of the decision guide."""

from datetime import date
from pathlib import Path

from backend_atlas import links
from backend_atlas.guide.survey import refuse_hollow
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.pages.guide import guide_pages
from backend_atlas.pages.reference import reference_pages
from backend_atlas.render import environment
from backend_atlas.views.coverage import Edit
from backend_atlas.views.guide import Deciding


def pages(
    catalogue: Catalogue, today: date, site: str = "", icons: Path | None = None, edit: Edit = lambda _: ""
) -> tuple[Page, ...]:
    """Every generated page, in reading order: indexes first, then what they list.

    `site` is the public address with its last slash, for links that are copied elsewhere; empty if it is not known.
    `edit` gives the address at which a file of the repository can be edited, or an empty text.
    `icons` is a folder of SVG files by the names of Material Design Icons; without it pages have none.

    Raises `DataError` where the guide would promise more than it holds.
    """
    return decided_pages(catalogue, decided(catalogue, today, site), today, icons, edit)


def decided(catalogue: Catalogue, today: date, site: str = "", memory: Memory | None = None) -> Deciding | None:
    """The guide with its engine, where the data hold one.

    Raises `DataError` where it would promise more than it holds.
    """
    deciding = Deciding.of(catalogue, today, site, memory)
    if deciding:
        refuse_hollow(deciding.survey, deciding.basis, links.VALUES_FILE)
    return deciding


def decided_pages(
    catalogue: Catalogue,
    deciding: Deciding | None,
    today: date,
    icons: Path | None = None,
    edit: Edit = lambda _: "",
    *,
    memory: Memory | None = None,
) -> tuple[Page, ...]:
    """The same, of what was decided already, whatever it holds. A page that stays is the same object for `memory`."""
    templates, memory = environment(icons, today), memory or Memory()
    reference = reference_pages(templates, catalogue, deciding, today, edit, memory=memory)
    guide = memory("guide pages", (templates, deciding), lambda: guide_pages(templates, deciding)) if deciding else ()
    return tuple(memory.kept(("page", page.address), page) for page in (*reference(), *guide))
