"""The page of the measurements."""

from collections.abc import Iterator

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.measurements import Measure, catalogue_measures
from backend_atlas.views.search import MEASUREMENTS_NAMES, Entry, named


def measurement_pages(templates: Environment, catalogue: Catalogue) -> Iterator[Page]:
    """One page with every measure that was taken; none where there is none."""
    if items := catalogue_measures(catalogue):
        yield measurements(templates, items)


def measurements(templates: Environment, items: tuple[Measure, ...]) -> Page:
    """What the samples cost: chart, table, method and limits of each measure."""
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
