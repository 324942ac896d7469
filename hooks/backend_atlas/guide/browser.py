"""The engine and the page's script for the browser, as one classic script."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "browser"

ENGINE = ("answers", "asking", "scoring", "variation", "deciding", "words", "record", "report")
"""The same modules as here, in the order in which they need each other."""

PAGE = ("parts", "result", "takeaway", "form", "page")
"""What only the page has."""

COMMENT = re.compile(r"^\s*/\*\*.*?\*/\n", re.DOTALL | re.MULTILINE)


@cache
def script() -> str:
    """Everything in one function, so that nothing of it is visible to other scripts. Comments are left out."""
    texts = [(FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in (*ENGINE, *PAGE)]
    code = COMMENT.sub("", "\n".join(texts))
    return f'(() => {{\n"use strict";\n{code}}})();'
