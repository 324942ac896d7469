"""The page of the measurements."""

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.model.lab.measurements import Measurements
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.measurements import measures
from backend_atlas.views.search import MEASUREMENTS_NAMES, Entry, named


def measurements_page(templates: Environment, catalogue: Catalogue, found: Measurements) -> Page | None:
    """Every measure that was taken; None where there is none."""
    known = {technology.id for technology in catalogue.technologies.values()}
    items = measures(found, lambda id: links.technology(id) if id in known else "")
    if not items:
        return None
    render = Rendering(links.MEASUREMENTS, templates)
    sections = tuple(
        Section(item.id, item.title, render("measurements/measure.html.jinja", item=item)) for item in items
    )
    description = "What the samples cost on one small machine: method, spread, and what each figure does not tell."
    return Page(
        links.MEASUREMENTS,
        "Measurements",
        description,
        render("measurements/lead.html.jinja", conditions=items[0].conditions),
        sections,
        frozenset(render.targets),
        search=(
            named("Measurements", description, names=MEASUREMENTS_NAMES),
            *(Entry(item.title, item.id) for item in items),
        ),
    )
