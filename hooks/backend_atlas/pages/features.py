"""The matrix of all features, and the page of each group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.browser import CELLS, MATRIX, script
from backend_atlas.model import Catalogue, Group, Support
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.demonstrations import feature_tasks
from backend_atlas.views.features import features_view
from backend_atlas.views.matrix import columns
from backend_atlas.views.related import related_features
from backend_atlas.views.search import (
    FEATURES_NAMES,
    LEVELS_NAMES,
    group_entries,
    named,
)


def features(templates: Environment, catalogue: Catalogue) -> Page:
    """Every feature of every technology."""
    render = Rendering(links.FEATURES, templates)
    view = features_view(catalogue)
    tables = tuple(
        Section(table.group.id, table.group.name, render("matrix/table.html.jinja", table=table))
        for table in view.tables
    )
    sections = (
        Section("groups", "Every feature, by technology", render("matrix/lead.html.jinja", view=view), tables),
        Section("levels", "Support levels", render("features/levels.html.jinja")),
    )
    code = render("partials/script.html.jinja", name="matrix", data=view.filter.json, code=script(MATRIX))
    description = (
        f"{view.features} questions in {len(view.tables)} groups, each with a definition that decides the answer."
    )
    return Page(
        links.FEATURES,
        "Features",
        description,
        render("features/lead.html.jinja", view=view),
        sections,
        frozenset(render.targets),
        script=render("partials/evidence.html.jinja") + code,
        source=links.VOCABULARY_FILE,
        hide=("toc",),
        search=(
            named("Features", description, names=FEATURES_NAMES),
            named("Support levels", *(level.label for level in Support), names=LEVELS_NAMES, anchor="levels"),
        ),
    )


@dataclass(frozen=True)
class Answers:
    """The cells of one group."""

    columns: Mapping[str, Sequence[str]]
    """HTML, by the id of the technology, in the order of the features."""
    links: frozenset[str]
    """Addresses in the site."""


def group_page(
    templates: Environment, catalogue: Catalogue, group: Group, answers: Answers, packages: frozenset[str]
) -> Page:
    """One group: its table, and what counts. `packages` are those that any cell names, for the search."""
    address = links.group(group.id)
    render = Rendering(address, templates)
    heads = columns(tuple(catalogue.technologies.values()))
    rows = [render.frame("group/row.html.jinja", feature=feature) for feature in group.features]
    columned = [answers.columns[id] for id in catalogue.technologies]
    table = (part for at, row in enumerate(rows) for part in row.line.around(*(column[at] for column in columned)))
    frame = render.frame("group/table.html.jinja", group=group, columns=heads)
    definitions = tuple(
        Section(
            feature.id,
            feature.name,
            render(
                "group/definition.html.jinja",
                feature=feature,
                related=related_features(catalogue, feature),
                tasks=feature_tasks(catalogue, feature),
            ),
        )
        for feature in group.features
    )
    sections = (
        Section("table", "Side by side", frame.around(*table)),
        Section("definitions", "What counts", render("group/definitions.html.jinja"), definitions),
    )
    lead = render("group/lead.html.jinja", group=group)
    return Page(
        address,
        group.name,
        group.summary,
        lead,
        sections,
        answers.links.union(render.targets),
        script=render("partials/cells.html.jinja", code=script(CELLS)),
        source=links.VOCABULARY_FILE,
        hide=("toc",),
        search=group_entries(group, packages),
    )
