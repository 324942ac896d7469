"""Scripts that stand in several pages: in a copy each is a file."""

import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SHORTEST = 500


def gathered(pages: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The pages with a reference for each script that another page has as well, and these scripts: path to text."""
    seen = Counter(text for page in pages.values() for text in set(INLINE.findall(page)))
    files = {text: _path(text) for text, count in seen.items() if count > 1 and len(text) > SHORTEST}

    def within(path: str, page: str) -> str:
        root = "../" * path.count("/")
        return INLINE.sub(
            lambda found: f'<script src="{root}{files[found[1]]}"></script>' if found[1] in files else found[0], page
        )

    return {path: within(path, page) for path, page in pages.items()}, {path: text for text, path in files.items()}


def _path(text: str) -> str:
    return f"assets/javascripts/shared.{sha256(text.encode()).hexdigest()[:8]}.js"
