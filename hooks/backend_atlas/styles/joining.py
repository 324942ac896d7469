"""One style sheet for the whole site: a page shows nothing before all of them have come, one request each."""

import re
from collections.abc import Iterable
from hashlib import sha256

FOLDER = "assets/stylesheets"
"""Where it lies, as the sheets that it is made of do: their relative addresses stay right."""

LEFT_OUT = re.compile(r"/\*# sourceMappingURL=.*?\*/|^\s*/\*.*?\*/\n|^\s+", re.DOTALL | re.MULTILINE)
"""The theme's maps, comments that stand in lines of their own, and indentation."""

PLAIN = "table:not([class])"
"""The theme's words for tables of prose. When its script gives the root of a page a class, a browser has to reckon the
styles of every table anew because of them: they ask for any class at all. Tables of data have one of their own."""


def joined(sheets: Iterable[str]) -> tuple[str, str]:
    """Address and text of the sheets, one after the other. Another text has another address, so that none is stale."""
    text = "\n".join(LEFT_OUT.sub("", sheet).strip() for sheet in sheets) + "\n"
    text = text.replace(PLAIN, "table:not(.atlas-table)")
    return f"{FOLDER}/atlas.{sha256(text.encode()).hexdigest()[:8]}.css", text
