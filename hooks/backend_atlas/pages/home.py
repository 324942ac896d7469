"""The home page."""

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.overview import OverviewView
from backend_atlas.views.search import (
    Entry,
)


def home(templates: Environment, view: OverviewView) -> Page:
    """What the atlas is, and the ways in."""
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
        layout="home",
        search=(Entry("Home", text=(description,)),),
    )
