"""Links that end in the name of a page's file: from a disk, a browser shows the list of a folder, not its page."""

import json
import posixpath
import re
from collections.abc import Callable, Collection
from typing import Any

PAGE = "index.html"

LINK = re.compile(r'(?<=href=")([^"#?:]+)(?=["#?])')
DATA = re.compile(r'(<script type="application/json"[^>]*>)(.*?)(?=</script>)', re.DOTALL)
ADDRESS = re.compile(r'(?<=")((?:\.{1,2}/)*(?:[\w.-]+/)*)(?=["#])')
LINK_IN_DATA = re.compile(r'(?<=href=\\")([^"\\#?:]+)(?=[\\#?])')


def led_to_files(page: str, folder: str, pages: Collection[str]) -> str:
    """The HTML of a page in `folder`, with each link to one of `pages` spelled out, in data for scripts as well.

    Data name a page as seen from the page that holds them or from the site's root.
    """
    page = LINK.sub(_spelled(pages, folder), page)
    return DATA.sub(lambda found: found[1] + in_data(found[2], pages, folder, ""), page)


def in_data(text: str, pages: Collection[str], *folders: str) -> str:
    """The same for JSON: for strings that are an address, and for links in strings that are HTML."""
    spelled = _spelled(pages, *folders)
    return LINK_IN_DATA.sub(spelled, ADDRESS.sub(spelled, text))


def in_index(text: str, pages: Collection[str]) -> dict[str, Any]:
    """The index of the search, whose places are written as seen from the site's root."""
    index: dict[str, Any] = json.loads(text)
    for document in index["docs"]:
        path, mark, anchor = document["location"].partition("#")
        document["location"] = f"{file(path or './', '', pages)}{mark}{anchor}"
    return index


def file(path: str, folder: str, pages: Collection[str]) -> str:
    """`path` as seen from `folder`, with the file's name where it leads to a page's folder."""
    target = posixpath.normpath(posixpath.join(folder, path, PAGE))
    return f"{path.rstrip('/')}/{PAGE}".removeprefix("./") if target in pages else path


def _spelled(pages: Collection[str], *folders: str) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        path = found[1]
        ways = (file(path, folder, pages) for folder in folders if path)
        return next((way for way in ways if way != path), path)

    return replaced
