"""Cells of several pages: in a copy each stands once, in the script of its technology, and is put back on opening."""

import json
import re
from collections.abc import Mapping, Sequence

from backend_atlas import links
from backend_atlas.browser import COPY_CELLS, script

SCRIPT = "assets/javascripts/cells.js"
SHORTEST = 60
"""HTML that is shorter stays where it is: what would stand in its place is no smaller."""

COLUMN = re.compile(r"^backendAtlas\.addColumn\((.*)\);\s*$", re.DOTALL)

Columns = Mapping[str, Mapping[str, str]]
"""For each technology, its cells: name to HTML, as seen from a page two levels deep."""


def read(columns: Mapping[str, str]) -> Columns:
    """The cells in the scripts of these technologies."""
    return {id: _cells(text) for id, text in columns.items()}


def _cells(text: str) -> dict[str, str]:
    found = COLUMN.match(text)
    if not found:
        raise ValueError(f"no column of cells: {text[:80]}")
    rows = json.loads(found[1])["rows"]
    return {name: html.replace('href="../', 'href="../../') for name, (_, html) in rows.items()}


def thinned(page: str, ids: Sequence[str], columns: Columns) -> str:
    """A page two levels deep without what the scripts of these technologies hold, and with these scripts at its end."""
    for at, id in enumerate(ids):
        for name, html in columns[id].items():
            if len(html) > SHORTEST:
                page = page.replace(html, f'<i data-cell="{at} {name}"></i>', 1)
    filling = f'<script src="../../{SCRIPT}" data-columns="{" ".join(ids)}"></script>\n'
    scripts = "".join(f'<script src="../../{links.column(id)}"></script>\n' for id in ids)
    return page.replace("</article>", f"</article>\n{filling}{scripts}", 1)


def filling() -> str:
    """The script that puts them back."""
    return script(COPY_CELLS)
