"""The list of all technologies, and the page of each."""

from datetime import date

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.browser import LIST, script
from backend_atlas.fragments.cells import Cells
from backend_atlas.model import Catalogue, Technology
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.filtering import filter_view
from backend_atlas.views.guide import Deciding, first_view
from backend_atlas.views.matrix import Matrix
from backend_atlas.views.overview import OverviewView
from backend_atlas.views.samples import technology_sample
from backend_atlas.views.search import technologies_entry, technology_entries
from backend_atlas.views.technology import technology_view
from backend_atlas.views.timeline import supported_timeline


def technologies(templates: Environment, catalogue: Catalogue, view: OverviewView, today: date) -> Page:
    """All of them, with a filter, and how long each is supported."""
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
        search=(technologies_entry(),),
    )


def technology_page(
    templates: Environment,
    catalogue: Catalogue,
    technology: Technology,
    deciding: Deciding | None,
    today: date,
    *,
    its: Cells,
) -> Page:
    """One technology, as of `today`. `its` are its answers."""
    address = links.technology(technology.id)
    render = Rendering(address, templates)
    view = technology_view(catalogue, technology, today)

    def section(id: str, title: str, children: tuple[Section, ...] = ()) -> Section:
        return Section(id, title, render(f"technology/{id}.html.jinja", view=view), children)

    def group(table: Matrix) -> str:
        return render("technology/group.html.jinja", view=view, table=table, answers=its.answers)

    groups = tuple(Section(table.group.id, table.group.name, group(table)) for table in view.groups)
    first = first_view(deciding, technology) if deciding else None
    comes_first = (
        [Section("comes-first", "When this comes first", render("guide/first.html.jinja", view=first))] if first else []
    )
    sample = technology_sample(catalogue, technology.id)
    in_lab = (
        [Section("sample", "Tasks in code", render("samples/technology.html.jinja", sample=sample))] if sample else []
    )
    sections = (
        section("strengths-and-limits", "Strengths and limits"),
        *comes_first,
        section("what-it-is-not", f"What {technology.name} is not"),
        *([section("often-said", "Often said, made precise")] if view.said else []),
        section("smallest-app", "The smallest app"),
        *in_lab,
        section("support", "Releases and support"),
        section("facts", "Facts"),
        section("features", "Features", groups),
        section("compare", "Compare"),
        section("changes", "What changed here"),
    )
    lead = render("technology/lead.html.jinja", view=view)
    return Page(
        address,
        technology.name,
        technology.summary.text,
        lead,
        sections,
        its.links.union(render.targets),
        rows=frozenset(technology.features) | {f"fact-{row.key}" for row in view.facts},
        source=links.technology_file(technology.id),
        feed=links.feed(technology.id),
        search=technology_entries(catalogue, technology),
    )
