"""Pages of one kind, such as the pairs: in a copy, what they have in common stands once, in a script beside them.

A page is then its own lines and the numbers of the others. That needs JavaScript, and makes it five times smaller.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from backend_atlas.browser import COPY_LINES, script
from copies.without_script import sentence

CUT = re.compile(r"(?<=\n)|(?=<t[hdr][ >])")
"""Lines, and the parts of a table's row."""

BODY = re.compile(r"(?<=<body)([^>]*>)")


def shared(pages: Mapping[str, str], library: str) -> dict[str, str]:
    """Pages and the script `library`, path to text, from the pages of one kind, in folders beside the script."""
    heads, bodies = {}, {}
    for path, page in pages.items():
        end = next(BODY.finditer(page)).end()
        heads[path], bodies[path] = page[:end], CUT.split(page[end:])
    seen = Counter(chain.from_iterable(set(lines) for lines in bodies.values()))
    numbers = {line: at for at, line in enumerate(_common(bodies.values(), seen))}
    common = f"var commonLines = {_data(list(numbers))};\n{script(COPY_LINES)}\n"
    root = "../" * (library.count("/") + 1)
    return {library: common} | {
        path: f"{heads[path]}{sentence(root)}\n{_writing(library, _parts(lines, numbers))}"
        for path, lines in bodies.items()
    }


def _common(pages: Iterable[list[str]], seen: Counter[str]) -> Iterator[str]:
    """Each line of more than one page once, in the order of the pages: what follows each other has numbers in a row."""
    return iter(dict.fromkeys(line for lines in pages for line in lines if seen[line] > 1))


def _parts(lines: Iterable[str], numbers: Mapping[str, int]) -> list[str | list[int]]:
    parts: list[str | list[int]] = []
    for line in lines:
        last = parts[-1] if parts else ""
        if line not in numbers:
            parts.append(line)
        elif isinstance(last, list) and sum(last) == numbers[line]:
            last[1] += 1
        else:
            parts.append([numbers[line], 1])
    return parts


def _writing(library: str, parts: list[str | list[int]]) -> str:
    name = library.rpartition("/")[2]
    return f'<script src="../{name}"></script>\n<script>writePage({_data(parts)})</script>\n</body>\n</html>\n'


def _data(value: object) -> str:
    """JSON for a script: nothing in it can end the element that it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("<!--", "<\\!--")
