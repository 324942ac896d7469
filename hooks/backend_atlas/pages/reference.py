"""The pages about the data: home, technologies, features, and every pair."""

from datetime import date

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.browser import COMPARE, LIST, MATRIX, script
from backend_atlas.model import Catalogue, Group, Support, Technology
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.choosing import choosing_view
from backend_atlas.views.comparison import comparison_view
from backend_atlas.views.features import features_view
from backend_atlas.views.filtering import filter_view
from backend_atlas.views.guide import Deciding, first_view
from backend_atlas.views.matrix import matrix
from backend_atlas.views.overview import OverviewView, overview_view
from backend_atlas.views.related import related_features
from backend_atlas.views.search import (
    FEATURES_NAMES,
    LEVELS_NAMES,
    TECHNOLOGIES_NAMES,
    Entry,
    compare_entries,
    group_entries,
    named,
    technology_entries,
)
from backend_atlas.views.technology import technology_view
from backend_atlas.views.timeline import supported_timeline

EXAMPLE = ("nodejs", "websocket")


def reference_pages(
    templates: Environment, catalogue: Catalogue, deciding: Deciding | None, today: date
) -> tuple[Page, ...]:
    """What is looked up, as of `today`. Technology pages say for which answers of the guide they come first."""
    technologies = list(catalogue.technologies.values())
    by_id = {technology.id: technology for technology in technologies}
    overview = overview_view(catalogue, EXAMPLE)
    return (
        _home(templates, overview),
        _technologies(templates, catalogue, overview, today),
        _compare(templates, catalogue, overview),
        _features(templates, catalogue),
        *(_technology(templates, catalogue, technology, deciding, today) for technology in technologies),
        *(_group(templates, catalogue, group) for group in catalogue.groups),
        *(_pair(templates, catalogue, by_id[one], by_id[other]) for one, other in links.pairs(list(by_id))),
    )


def _home(templates: Environment, view: OverviewView) -> Page:
    render = Rendering(links.HOME, templates)
    description = (
        f"Facts on {len(view.cards)} backend technologies, {view.features} questions each. "
        "Every answer carries its source and the day it was read."
    )
    lead = render("home/lead.html.jinja", view=view)
    sections = (
        Section("technologies", "The technologies", render("home/technologies.html.jinja", view=view)),
        Section("a-cell", "How to read a cell", render("home/cell.html.jinja", view=view)),
        Section("four-factors", "Four things decide", render("home/factors.html.jinja", view=view)),
        Section("new", "What is new", render("home/new.html.jinja", view=view)),
        Section("principles", "What you can rely on", render("home/principles.html.jinja", view=view)),
    )
    return Page(
        links.HOME,
        "Home",
        description,
        lead,
        sections,
        frozenset(render.targets),
        heading="Choose a backend technology on facts you can check",
        hide=("navigation", "toc"),
        search=(Entry("Home", text=(description,)),),
    )


def _technologies(templates: Environment, catalogue: Catalogue, view: OverviewView, today: date) -> Page:
    render = Rendering(links.TECHNOLOGIES, templates)
    names = ", ".join(card.technology.name for card in view.cards)
    filtered = filter_view(catalogue, links.TECHNOLOGIES)
    lead = render("technologies/lead.html.jinja", view=view, filtered=filtered)
    lines = supported_timeline([card.technology for card in view.cards], today)
    support = Section("support", "How long each is supported", render("technologies/support.html.jinja", view=lines))
    description = f"The technologies in the atlas: {names}."
    return Page(
        links.TECHNOLOGIES,
        "Technologies",
        description,
        lead,
        (support,),
        frozenset(render.targets),
        script=render("partials/script.html.jinja", name="list", data=filtered.json, code=script(LIST)),
        search=(named("Technologies", description, names=TECHNOLOGIES_NAMES),),
    )


def _compare(templates: Environment, catalogue: Catalogue, overview: OverviewView) -> Page:
    render = Rendering(links.COMPARE, templates)
    view = choosing_view(catalogue)
    return Page(
        links.COMPARE,
        "Compare",
        "Two to five backend technologies side by side: every fact and feature, each with its source.",
        render("compare/lead.html.jinja", view=view),
        (Section("pairs", "Ready pages for two", render("compare/pairs.html.jinja", view=overview)),),
        frozenset(render.targets),
        script=render("partials/script.html.jinja", name="compare", data=view.json, code=script(COMPARE)),
        search=compare_entries(catalogue),
        hide=("navigation", "toc"),
    )


def _features(templates: Environment, catalogue: Catalogue) -> Page:
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
        script=render("matrix/evidence.html.jinja") + code,
        source=links.VOCABULARY_FILE,
        hide=("toc",),
        search=(
            named("Features", description, names=FEATURES_NAMES),
            named("Support levels", *(level.label for level in Support), names=LEVELS_NAMES, anchor="levels"),
        ),
    )


def _technology(
    templates: Environment, catalogue: Catalogue, technology: Technology, deciding: Deciding | None, today: date
) -> Page:
    address = links.technology(technology.id)
    render = Rendering(address, templates)
    view = technology_view(catalogue, technology, today)

    def section(id: str, title: str, children: tuple[Section, ...] = ()) -> Section:
        return Section(id, title, render(f"technology/{id}.html.jinja", view=view), children)

    groups = tuple(
        Section(table.group.id, table.group.name, render("technology/group.html.jinja", view=view, table=table))
        for table in view.groups
    )
    first = first_view(deciding, technology) if deciding else None
    comes_first = (
        [Section("comes-first", "When this comes first", render("guide/first.html.jinja", view=first))] if first else []
    )
    sections = (
        section("strengths-and-limits", "Strengths and limits"),
        *comes_first,
        section("what-it-is-not", f"What {technology.name} is not"),
        section("often-said", "Often said, made precise"),
        section("smallest-app", "The smallest app"),
        section("support", "Releases and support"),
        section("facts", "Facts"),
        section("features", "Features", groups),
        section("compare", "Compare"),
    )
    lead = render("technology/lead.html.jinja", view=view)
    return Page(
        address,
        technology.name,
        technology.summary.text,
        lead,
        sections,
        frozenset(render.targets),
        rows=frozenset(technology.features) | {f"fact-{row.key}" for row in view.facts},
        source=links.technology_file(technology.id),
        search=technology_entries(catalogue, technology),
    )


def _group(templates: Environment, catalogue: Catalogue, group: Group) -> Page:
    address = links.group(group.id)
    render = Rendering(address, templates)
    view = matrix(group, tuple(catalogue.technologies.values()))
    definitions = tuple(
        Section(
            feature.id,
            feature.name,
            render("group/definition.html.jinja", feature=feature, related=related_features(catalogue, feature)),
        )
        for feature in group.features
    )
    sections = (
        Section("table", "Side by side", render("group/table.html.jinja", view=view)),
        Section("definitions", "What counts", render("group/definitions.html.jinja", view=view), definitions),
    )
    lead = render("group/lead.html.jinja", view=view)
    return Page(
        address,
        group.name,
        group.summary,
        lead,
        sections,
        frozenset(render.targets),
        source=links.VOCABULARY_FILE,
        hide=("toc",),
        search=group_entries(catalogue, group),
    )


def _pair(templates: Environment, catalogue: Catalogue, one: Technology, other: Technology) -> Page:
    address = links.pair(one.id, other.id)
    render = Rendering(address, templates)
    view = comparison_view(catalogue, one, other)
    tables = tuple(
        Section(table.group.id, table.group.name, render("pair/group.html.jinja", view=view, table=table))
        for table in view.groups
    )
    sections = (
        Section("differences", "The differences in words", render("pair/differences.html.jinja", view=view)),
        Section("strengths-and-limits", "Strengths and limits", render("pair/strengths.html.jinja", view=view)),
        Section("facts", "Facts", render("pair/facts.html.jinja", view=view)),
        Section("features", "Features", render("pair/features.html.jinja", view=view), tables),
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
        frozenset(render.targets),
        rows=frozenset(feature.id for feature in catalogue.features),
        hide=("navigation",),
        in_navigation=False,
    )
