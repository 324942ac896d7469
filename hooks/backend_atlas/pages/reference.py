"""The pages about the data: home, technologies, features, the lab, and every pair."""

from datetime import date

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.pages.agreement import agreement_pages
from backend_atlas.pages.changes import changes
from backend_atlas.pages.comparisons import compare, pair
from backend_atlas.pages.coverage import coverage
from backend_atlas.pages.features import features, group_page
from backend_atlas.pages.home import home
from backend_atlas.pages.measurements import measurement_pages
from backend_atlas.pages.samples import sample_pages
from backend_atlas.pages.technologies import technologies, technology_page
from backend_atlas.views.coverage import Edit
from backend_atlas.views.guide import Deciding
from backend_atlas.views.overview import overview_view

EXAMPLE = ("nodejs", "websocket")


def reference_pages(
    templates: Environment, catalogue: Catalogue, deciding: Deciding | None, today: date, edit: Edit
) -> tuple[Page, ...]:
    """What is looked up, as of `today`. Technology pages say for which answers of the guide they come first.

    `edit` gives the address at which a file can be edited.
    """
    by_id = {technology.id: technology for technology in catalogue.technologies.values()}
    overview = overview_view(catalogue, EXAMPLE)
    return (
        home(templates, overview),
        technologies(templates, catalogue, overview, today),
        compare(templates, catalogue, overview),
        features(templates, catalogue),
        *(technology_page(templates, catalogue, technology, deciding, today) for technology in by_id.values()),
        *(group_page(templates, catalogue, group) for group in catalogue.groups),
        *sample_pages(templates, catalogue),
        *measurement_pages(templates, catalogue),
        coverage(templates, catalogue, deciding, today, edit),
        *agreement_pages(templates, catalogue),
        changes(templates, catalogue),
        *(pair(templates, catalogue, by_id[one], by_id[other]) for one, other in links.pairs(list(by_id))),
    )
