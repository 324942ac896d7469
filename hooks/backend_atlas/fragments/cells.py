"""The answers of one technology: for the pages of its pairs, for the page of each group, and for tables by script."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.render import Rendering, environment
from backend_atlas.views.demonstrations import demonstration
from backend_atlas.views.facts import fact_rows

FROM = links.pair("one", "other")
"""Links are as from here, and so from any page that lies as deep: none of them leads into its own part of the site."""

DEEP, LESS_DEEP = 'href="../../', 'href="../'


@dataclass(frozen=True)
class Cells:
    """HTML, each cell of a table with its tag."""

    features: Mapping[str, str]
    """By the id of the feature."""
    facts: Mapping[str, str]
    """By the key of the fact."""
    links: frozenset[str]
    """Addresses in the site."""


def cells(excerpts: Excerpts, id: str, today: date | None, memory: Memory) -> Cells:
    """The answers of one technology. Ages are as of `today`."""
    templates = environment(today=today)
    found = excerpts.about(id)
    technology = found.technologies[id]

    def make() -> Cells:
        render = Rendering(FROM, templates)
        shown = {name: demonstration(found, technology, name) for name in technology.features}
        return Cells(
            {
                name: render("fragments/cell.html.jinja", cell=cell, shown=shown[name])
                for name, cell in technology.features.items()
            },
            {row.key: render("fragments/fact.html.jinja", row=row) for row in fact_rows(technology)},
            frozenset(render.targets),
        )

    return memory(("cells", id), (templates, *parts(found)), make)


def one_level_up(cell: str) -> str:
    """The content of a cell for a page that lies one level less deep."""
    inner = cell.removeprefix("<td>").removesuffix("</td>").strip()
    return inner.replace(DEEP, LESS_DEEP)
