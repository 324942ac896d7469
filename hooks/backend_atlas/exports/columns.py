"""The cells of each technology as a script, for the comparison and the matrix.

A script and not JSON: a page that was opened from a file may load scripts, and nothing else.
"""

import json
from datetime import date
from functools import partial

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.exports.late import Each
from backend_atlas.fragments.cells import Cells, cells, one_level_up
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Support, Technology
from backend_atlas.model.excerpt import Excerpts
from backend_atlas.render import Rendering, environment
from backend_atlas.views.facts import FactRow, fact_rows

Answer = tuple[str, str]
"""What is compared, and the HTML. Equal answers are equal texts; an unknown answer is empty and differs from all."""


def columns(catalogue: Catalogue, today: date, memory: Memory | None = None) -> Each[str]:
    """Address to script. Ages are as of `today`. `memory` spares writing columns that stayed.

    Links in the cells are as seen from a page one level deep, as are all that load them.
    """
    templates, memory = environment(today=today), memory or Memory()
    excerpts = Excerpts(catalogue, memory)

    def column(id: str) -> str:
        found, its = catalogue.technologies[id], cells(excerpts, id, today, memory)
        make = partial(_script, templates, found, its)
        return memory.kept_if_lasting(("column", id), (templates, found, its), make)

    return Each({links.column(item.id): partial(column, item.id) for item in catalogue.technologies.values()})


def _script(templates: Environment, technology: Technology, its: Cells) -> str:
    column = _column(templates, technology, its)
    return f"backendAtlas.addColumn({json.dumps(column, ensure_ascii=False, separators=(',', ':'))});\n"


def _column(templates: Environment, technology: Technology, its: Cells) -> dict[str, object]:
    render = Rendering(links.COMPARE, templates)
    features: dict[str, Answer] = {
        name: (_answer(cell), one_level_up(its.features[name])) for name, cell in technology.features.items()
    }
    facts: dict[str, Answer] = {
        f"fact-{row.key}": (_fact(row), one_level_up(its.facts[row.key])) for row in fact_rows(technology)
    }
    points: dict[str, Answer] = {
        "summary": ("", render("column/summary.html.jinja", technology=technology)),
        "strengths": ("", render("column/points.html.jinja", items=technology.strengths)),
        "limits": ("", render("column/points.html.jinja", items=technology.limits)),
    }
    return {"id": technology.id, "rows": features | facts | points}


def _answer(cell: Cell) -> str:
    if cell.support is Support.UNKNOWN:
        return ""
    flags = [name for name in ("partial", "experimental") if getattr(cell, name)]
    return " ".join([cell.support.value, *flags])


def _fact(row: FactRow) -> str:
    return " / ".join(sorted(set(row.values))) if row.known else ""
