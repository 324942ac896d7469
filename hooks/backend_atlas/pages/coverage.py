"""The page that says how far the data reach."""

from datetime import date

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.coverage import Edit, coverage_view
from backend_atlas.views.guide import Deciding
from backend_atlas.views.search import COVERAGE_NAMES, named


def coverage(
    templates: Environment,
    catalogue: Catalogue,
    deciding: Deciding | None,
    today: date,
    edit: Edit,
    *,
    memory: Memory,
) -> Page:
    """What is known, on what it rests, how old it is, and where help is wanted, as of `today`."""
    render = Rendering(links.COVERAGE, templates)
    view = coverage_view(catalogue, today, edit, deciding.uses if deciding else {}, memory)
    wanted = tuple(
        Section(item.id, item.name, render("coverage/wanted-by.html.jinja", item=item)) for item in view.wanted
    )
    sections = (
        Section("known", "How much is known", render("coverage/known.html.jinja", view=view)),
        Section("age", "How old the facts are", render("coverage/age.html.jinja", view=view)),
        Section("wanted", "Help wanted", render("coverage/wanted.html.jinja", view=view), wanted),
    )
    description = "What the atlas knows of each technology, what it rests on, how old it is, and what is missing."
    return Page(
        links.COVERAGE,
        "Coverage",
        description,
        render("coverage/lead.html.jinja", view=view),
        sections,
        frozenset(render.targets),
        hide=("toc",),
        heading="What the atlas knows, and what it lacks",
        search=(
            named("Coverage", description, names=COVERAGE_NAMES),
            named(
                "Help wanted", "Cells and facts that are not known yet or old.", names=("contribute",), anchor="wanted"
            ),
        ),
    )
