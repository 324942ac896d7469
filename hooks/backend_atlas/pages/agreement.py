"""The page about the second coding and the audits."""

from collections.abc import Iterator

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.agreement import AgreementView, agreement_view
from backend_atlas.views.search import AGREEMENT_NAMES, Entry, named

TWICE = {
    "overall": "Over all cells",
    "groups": "By group",
    "features": "By feature",
    "differences": "Where the codings differed",
}
"""The sections about the second coding, by their anchors."""


def agreement_pages(templates: Environment, catalogue: Catalogue) -> Iterator[Page]:
    """One page; none where there is nothing to show."""
    if view := agreement_view(catalogue):
        yield agreement(templates, view)


def agreement(templates: Environment, view: AgreementView) -> Page:
    """How far the cells can be trusted, as it was measured."""
    render = Rendering(links.AGREEMENT, templates)

    def section(id: str, title: str) -> Section:
        return Section(id, title, render(f"agreement/{id}.html.jinja", view=view))

    titles = {} if view.second is None else TWICE
    sections = tuple(
        section(id, title) for id, title in {**titles, "audits": "Cells held against their sources"}.items()
    )
    description = (
        "How often two people code a cell alike, and how many cells were wrong when others read their sources."
    )
    return Page(
        links.AGREEMENT,
        "Agreement and errors",
        description,
        render("agreement/lead.html.jinja", view=view),
        sections,
        frozenset(render.targets),
        source=links.AGREEMENT_FILE,
        heading="How far can you trust a cell?",
        search=(
            named("Agreement and errors", description, names=AGREEMENT_NAMES),
            *(Entry(item.title, item.id) for item in sections),
        ),
    )
