"""The built site as files that work from a disk, without a server and without a network."""

import base64
import json
import posixpath
import re
from collections.abc import Collection
from importlib.metadata import files as files_of
from pathlib import Path

from backend_atlas import links
from copies import ROOT, cells, lines, scripts, search
from copies.leaving import led_to_the_web
from copies.links import PAGE, in_data, in_index, led_to_files
from copies.without_script import said

NOT_FOUND = "404.html"
"""No host shows it where there is none."""

PAIR = re.compile(rf"{links.COMPARE}([\w-]+)-vs-([\w-]+)/{PAGE}")
GROUP = re.compile(rf"{links.FEATURES}[\w-]+/{PAGE}")
EXAMPLE = re.compile(rf"{links.SCENARIOS}[\w-]+/{PAGE}")
KINDS = {f"{links.COMPARE}pairs.js": PAIR, f"{links.SCENARIOS}examples.js": EXAMPLE}
"""Pages that are alike, and the script that holds what they have in common."""

COLUMN = re.compile(rf"{links.TECHNOLOGIES}([\w-]+)/column\.js")
UNUSED = re.compile(
    r'<link rel="(?:preload|alternate feed|alternate related)"[^>]*>\s*'
    r'|<script type="application/ld\+json">.*?</script>\s*',
    re.DOTALL,
)
"""The typeface is in the style sheet, and programs that follow feeds or look for data read no disk."""

SPACE = re.compile(r"\s*\n\s*")
KEPT = re.compile(r"(<(pre|script|textarea)\b.*?</\2>)", re.DOTALL)
TYPEFACE = re.compile(r'url\("\.\./fonts/([\w.-]+)"\)')
MENTIONED = re.compile(r"""(?:href|src)=\\?"([^"\\#?:]+)|url\("?([^")#:]+)|"column": ?"([^"]+)\"""")
FOLDERS = {"column.js": links.COMPARE, "pairs.js": f"{links.COMPARE}x", "examples.js": f"{links.SCENARIOS}x"}
"""Where the pages lie that load these scripts: the links in them are as seen from there."""

LICENCES = {
    "licences/code.txt": ROOT / "LICENSE",
    "licences/data-and-text.txt": ROOT / "LICENSE-DATA",
    "licences/typeface.txt": ROOT / "docs/assets/fonts/LICENSE.txt",
}


def offline(site: Path) -> dict[str, bytes]:
    """Path to bytes: every page of the site, and what the pages load or link to."""
    texts = {path: _text(site, path) for path in _paths(site, ".html") if path != NOT_FOUND}
    columns = {path: in_data(_text(site, path), texts, links.COMPARE) for path in _paths(site, "column.js")}
    shared = cells.read({found[1]: text for path, text in columns.items() if (found := COLUMN.fullmatch(path))})
    pages, inline = scripts.gathered({path: _page(path, text, texts, shared) for path, text in texts.items()})
    for library, kind in KINDS.items():
        pages |= lines.shared({path: text for path, text in pages.items() if kind.fullmatch(path)}, library)
    made = pages | columns | inline | _search(site, texts) | styles(site) | {cells.SCRIPT: cells.filling()}
    return _needed(site, {path: text.encode() for path, text in made.items()}, texts) | _licences()


def for_servers(site: Path) -> dict[str, bytes]:
    """Path to bytes: the index that the theme asks for in a page that did not come from a disk."""
    pages = {path for path in _paths(site, ".html") if path != NOT_FOUND}
    return {search.INDEX: json.dumps(in_index(_text(site, search.INDEX), pages), ensure_ascii=False).encode()}


def _page(path: str, text: str, pages: Collection[str], shared: cells.Columns) -> str:
    folder = path.removesuffix(PAGE)
    text = led_to_the_web(UNUSED.sub("", search.started(led_to_files(text, folder, pages))), folder)
    if pair := PAIR.fullmatch(path):
        text = cells.thinned(text, (pair[1], pair[2]), shared)
    elif GROUP.fullmatch(path):
        text = said(cells.thinned(text, sorted(shared), shared), "../../")
    parts = KEPT.split(text)  # text, what is kept, and the name of its element, again and again
    return "".join(part if at % 3 else SPACE.sub("\n", part) for at, part in enumerate(parts) if at % 3 < 2)


def _search(site: Path, pages: Collection[str]) -> dict[str, str]:
    if not (site / search.INDEX).exists():
        return {}
    worker = next(path for path in _paths(site, ".js") if search.WORKER.fullmatch(path))
    return search.index(_text(site, search.INDEX), pages) | search.worker(_text(site, worker))


def styles(site: Path) -> dict[str, str]:
    """The style sheets with the typeface in them: Firefox takes none from another folder of a disk."""

    def inlined(found: re.Match[str]) -> str:
        data = base64.b64encode((site / "assets/fonts" / found[1]).read_bytes()).decode()
        return f'url("data:font/woff2;base64,{data}")'

    return {path: TYPEFACE.sub(inlined, _text(site, path)) for path in _paths(site, ".css")}


def _needed(site: Path, made: dict[str, bytes], pages: Collection[str]) -> dict[str, bytes]:
    """The pages and what they need. A file that was not made for the copy is taken from the site as it is."""
    found: dict[str, bytes] = {}
    waiting = [*pages, search.INDEX_SCRIPT]
    while waiting:
        path = waiting.pop()
        whole = site / path
        if path in found or not (path in made or whole.is_file()):
            continue
        found[path] = made[path] if path in made else _taken(whole)
        if path.endswith((".html", ".css", ".js")):
            waiting += _mentioned(path, found[path].decode())
    return found


def _taken(path: Path) -> bytes:
    """A file without the reference to a map, which is not in the copy."""
    return search.MAP.sub("", path.read_text(encoding="utf-8")).encode() if path.suffix == ".js" else path.read_bytes()


def _mentioned(path: str, text: str) -> list[str]:
    folder = FOLDERS.get(posixpath.basename(path)) or posixpath.dirname(path)
    names = (name for found in MENTIONED.finditer(text) for name in found.groups() if name)
    return [posixpath.normpath(posixpath.join(folder, name)) for name in names]


def _licences() -> dict[str, bytes]:
    """Everything in the copy may be passed on, with the terms beside it."""
    theme = next(file for file in files_of("mkdocs-material") or () if file.name == "LICENSE")
    own = {path: file.read_bytes() for path, file in LICENCES.items()}
    return own | {"licences/theme.txt": theme.read_binary()}


def _paths(site: Path, end: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob(f"*{end}"))


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")
