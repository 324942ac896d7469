"""The scripts of the pages. Each is one classic script, joined from the files of this folder."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

GUIDE_ENGINE = tuple(
    f"guide/{name}" for name in ("answers", "asking", "scoring", "variation", "deciding", "words", "record", "report")
)
"""The same modules as in the package `guide`, in the order in which they need each other."""

SHARED = ("shared/elements", "shared/taking")
"""What every page uses."""

GUIDE = (*SHARED, *GUIDE_ENGINE, *(f"guide/{name}" for name in ("parts", "result", "takeaway", "form", "page")))
"""The page of the decision guide."""

TABLES = ("shared/address", "shared/searching", "shared/columns", "shared/rows", "shared/evidence-box")
"""What the pages have in common on which a reader puts a table together."""

CELLS = ("shared/elements", "shared/evidence-box", "shared/cells")
"""Pages with tables of whole cells."""

COMPARE = (
    *SHARED,
    *TABLES,
    "shared/cells",
    *(f"compare/{name}" for name in ("table", "export", "chips", "mismatch", "page")),
)
"""The comparison."""

MATRIX = (*SHARED, *TABLES, *(f"matrix/{name}" for name in ("filtering", "form", "tables", "evidence", "page")))
"""The matrix of all features."""

LIST = ("shared/elements", "shared/address", "shared/searching", "matrix/filtering", "matrix/form", "matrix/list")
"""The list of all technologies."""

NOT_FOUND = ("shared/elements", "not-found/nearest", "not-found/page")
"""The page that stands where there is none."""

SEARCH = ("search/entries",)
"""What stands before the theme's worker of the search."""

COPY_CELLS = ("offline/cells",)
"""In a copy: what puts cells into pages that left them out."""

COPY_LINES = ("offline/lines",)
"""In a copy: what writes pages that are much alike."""

COPY_WORKER = ("offline/worker",)
"""In a copy: what starts the search."""

LEFT_OUT = re.compile(r"^\s*/\*\*(?:(?!\*/).)*\*/\n|^\s*//[^\n]*\n|^\s+", re.DOTALL | re.MULTILINE)
"""Comments with lines of their own, and the space before a line. No text goes over several lines."""


def source(names: Iterable[str]) -> str:
    """The files of these names, one after the other."""
    return "\n".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in names)


@cache
def script(names: tuple[str, ...]) -> str:
    """Everything in one function, so that nothing of it is visible to other scripts. Comments are left out."""
    return f'(() => {{\n"use strict";\n{LEFT_OUT.sub("", source(names))}}})();'
