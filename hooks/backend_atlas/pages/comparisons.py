"""Technologies side by side: any selection. The pages of pairs are made in `pairs`."""

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.browser import COMPARE, script
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.choosing import choosing_view
from backend_atlas.views.overview import OverviewView
from backend_atlas.views.search import compare_entries


def compare(templates: Environment, catalogue: Catalogue, overview: OverviewView) -> Page:
    """A selection that the reader puts together."""
    render = Rendering(links.COMPARE, templates)
    view = choosing_view(catalogue)
    return Page(
        links.COMPARE,
        "Compare",
        "Two to five backend technologies side by side: every fact and feature, each with its source.",
        render("compare/lead.html.jinja", view=view),
        (Section("pairs", "Pairs with a page of their own", render("compare/pairs.html.jinja", view=overview)),),
        frozenset(render.targets),
        script=render("partials/evidence.html.jinja")
        + render("partials/script.html.jinja", name="compare", data=view.json, code=script(COMPARE)),
        search=compare_entries(),
        hide=("navigation", "toc"),
    )
