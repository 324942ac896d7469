"""One style sheet for the whole site: a page shows nothing before all of them have come, one request each."""

import re
from collections.abc import Iterable
from hashlib import sha256

FOLDER = "assets/stylesheets"
"""Where it lies, as the sheets that it is made of do: their relative addresses stay right."""

LEFT_OUT = re.compile(r"/\*# sourceMappingURL=.*?\*/|^\s*/\*.*?\*/\n|^\s+", re.DOTALL | re.MULTILINE)
"""The theme's maps, comments that stand in lines of their own, and indentation."""

SWITCHING = re.compile(r"\[data-md-color-switching\] \*[^{}]*\{[^{}]*\}")
"""The theme's rule for all elements while colours change. Its script sets the attribute once on each page that opens
as well, and takes it away again: the browser then reckons every style anew, twice."""


def joined(sheets: Iterable[str]) -> tuple[str, str]:
    """Address and text of the sheets, one after the other. Another text has another address, so that none is stale."""
    text = "\n".join(SWITCHING.sub("", LEFT_OUT.sub("", sheet)).strip() for sheet in sheets) + "\n"
    return f"{FOLDER}/atlas.{sha256(text.encode()).hexdigest()[:8]}.css", text
