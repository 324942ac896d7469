"""Technologies side by side: any selection, and every pair."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from backend_atlas import links
from backend_atlas.browser import CELLS, COMPARE, script
from backend_atlas.model import Catalogue, Technology
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.choosing import choosing_view
from backend_atlas.views.comparison import comparison_view
from backend_atlas.views.demonstrations import demonstration
from backend_atlas.views.facts import fact_rows
from backend_atlas.views.measurements import pair_measures
from backend_atlas.views.overview import OverviewView
from backend_atlas.views.search import compare_entries
from backend_atlas.views.task import pair_tasks


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
        search=compare_entries(catalogue),
        hide=("navigation", "toc"),
    )


@dataclass(frozen=True)
class PairCells:
    """The cells of one technology as the pages of all its pairs show them."""

    features: Mapping[str, Markup]
    """The HTML of each cell, by feature."""
    facts: Mapping[str, Markup]
    """The same, by the key of the fact."""
    links: frozenset[str]


def pair_cells(templates: Environment, catalogue: Catalogue, technology: Technology) -> PairCells:
    """Rendered once for all pairs. Links are as seen from the page of any of them."""
    render = Rendering(links.pair(technology.id, technology.id), templates)

    def made(template: str, **context: object) -> Markup:
        return Markup(f"{render(template, **context)}\n")  # noqa: S704 - made by a template that escapes

    def cell(name: str) -> Markup:
        shown = demonstration(catalogue, technology, name)
        return made("column/cell.html.jinja", cell=technology.features[name], shown=shown)

    features = {name: cell(name) for name in technology.features}
    facts = {row.key: made("column/fact.html.jinja", row=row) for row in fact_rows(technology)}
    return PairCells(features, facts, frozenset(render.targets))


def pair(
    templates: Environment,
    catalogue: Catalogue,
    technologies: tuple[Technology, Technology],
    cells: tuple[PairCells, PairCells],
) -> Page:
    """Two technologies, with their differences in words."""
    one, other = technologies
    address = links.pair(one.id, other.id)
    render = Rendering(address, templates)
    view = comparison_view(catalogue, one, other)
    tables = tuple(
        Section(
            table.group.id,
            table.group.name,
            render("pair/group.html.jinja", view=view, table=table, cells=[side.features for side in cells]),
        )
        for table in view.groups
    )
    tasks = pair_tasks(catalogue, one, other)
    costs = pair_measures(catalogue, one, other)
    lab = (
        *(
            [Section("tasks", "The same tasks in code", render("samples/pair.html.jinja", tasks=tasks))]
            if tasks
            else []
        ),
        *([Section("measured", "Measured", render("measurements/pair.html.jinja", items=costs))] if costs else []),
    )
    sections = (
        Section("differences", "The differences in words", render("pair/differences.html.jinja", view=view)),
        Section("strengths-and-limits", "Strengths and limits", render("pair/strengths.html.jinja", view=view)),
        Section("facts", "Facts", render("pair/facts.html.jinja", view=view, cells=[side.facts for side in cells])),
        Section("features", "Features", render("pair/features.html.jinja", view=view), tables),
        *lab,
        Section("correct", "Correct a fact", render("pair/correct.html.jinja", view=view)),
    )
    title = f"{one.name} and {other.name}"
    description = f"{title} side by side: {view.different} of {view.total} features differ. Each cell with its source."
    lead = render("pair/lead.html.jinja", view=view)
    return Page(
        address,
        title,
        description,
        lead,
        sections,
        frozenset(render.targets).union(*(side.links for side in cells)),
        script=render("partials/cells.html.jinja", code=script(CELLS)),
        rows=frozenset(feature.id for feature in catalogue.features),
        hide=("navigation",),
        in_navigation=False,
    )
