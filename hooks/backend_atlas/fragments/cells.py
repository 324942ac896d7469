"""The answers of one technology: for the pages of its pairs, for the page of each group, and for tables by script."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment
from markupsafe import Markup

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.render import HOLE, Rendering, environment
from backend_atlas.views.demonstrations import demonstration
from backend_atlas.views.facts import fact_rows

FROM = links.pair("one", "other")
"""Links are as from here, and so from any page that lies as deep: none of them leads into its own part of the site."""

DEEP, LESS_DEEP = 'href="../../', 'href="../'


@dataclass(frozen=True)
class Answer:
    """The HTML of one answer, in the parts that pages put together in their own way."""

    words: Markup
    """Level, package and marks."""
    note: Markup
    """What there is, and what shows it."""
    proof: Markup
    """Release, packages and sources."""


@dataclass(frozen=True)
class Cells:
    """HTML, each cell of a table with its tag."""

    answers: Mapping[str, Answer]
    """By the id of the feature."""
    features: Mapping[str, str]
    """Each of these answers as a cell."""
    facts: Mapping[str, str]
    """By the key of the fact."""
    links: frozenset[str]
    """Addresses in the site."""


def cells(excerpts: Excerpts, id: str, today: date | None, memory: Memory, made: Cells | None = None) -> Cells:
    """The answers of one technology. Ages are as of `today`. `made` are the same, where another process made them."""
    templates, found = environment(today=today), excerpts.about(id)
    return memory(("cells", id), (templates, *parts(found)), lambda: made or _cells(templates, found, id))


def _cells(templates: Environment, catalogue: Catalogue, id: str) -> Cells:
    render, technology = Rendering(FROM, templates), catalogue.technologies[id]
    answers = {name: _answer(render, catalogue, technology, name) for name in technology.features}
    return Cells(
        answers,
        {
            name: render("fragments/cell.html.jinja", answer=answer, support=technology.features[name].support)
            for name, answer in answers.items()
        },
        {row.key: render("fragments/fact.html.jinja", row=row) for row in fact_rows(technology)},
        frozenset(render.targets),
    )


def _answer(render: Rendering, catalogue: Catalogue, technology: Technology, name: str) -> Answer:
    """All three in one rendering, which is quicker."""
    shown = demonstration(catalogue, technology, name)
    text = render("fragments/answer.html.jinja", cell=technology.features[name], shown=shown, hole=HOLE)
    return Answer(*(Markup(part) for part in text.split(HOLE)))  # noqa: S704 - made by a template that escapes


def one_level_up(cell: str) -> str:
    """The content of a cell for a page that lies one level less deep."""
    inner = cell.removeprefix("<td>").removesuffix("</td>").strip()
    return inner.replace(DEEP, LESS_DEEP)
