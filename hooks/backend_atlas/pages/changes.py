"""The page of everything that changed in the data."""

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.changes import changes_view
from backend_atlas.views.search import CHANGES_NAMES, named


def changes(templates: Environment, catalogue: Catalogue) -> Page:
    """Every change, by month, with an anchor each."""
    render = Rendering(links.CHANGES, templates)
    view = changes_view(catalogue)
    months = tuple(
        Section(
            month.anchor,
            month.name,
            "",
            tuple(
                Section(item.change.id, item.change.title, render("changes/dated.html.jinja", item=item))
                for item in month.changes
            ),
        )
        for month in view.months
    )
    description = "What changed in the data of the atlas: new technologies, corrected answers, mended definitions."
    return Page(
        links.CHANGES,
        "Changes",
        description,
        render("changes/lead.html.jinja", view=view),
        months,
        frozenset(render.targets),
        source=links.changes_file(max(catalogue.changes)) if catalogue.changes else "",
        heading="What changed in the data",
        search=(named("Changes", description, names=CHANGES_NAMES),),
    )
