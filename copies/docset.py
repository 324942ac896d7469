"""A documentation set for Dash and Zeal: the offline copy, and the names under which its pages and parts are found."""

import json
import plistlib
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

from backend_atlas.views.search import OFFICIAL_MARK, ONE
from copies import ICON, NAME, TITLE, archive
from copies.links import PAGE
from copies.offline import PAIR, for_servers, offline
from copies.search import INDEX

FOLDER = f"{NAME}.docset"
DOCUMENTS = "Contents/Resources/Documents"
PLIST = {
    "CFBundleIdentifier": NAME,
    "CFBundleName": TITLE,
    "DocSetPlatformFamily": NAME,
    "dashIndexFilePath": PAGE,
    "isDashDocset": True,
    "isJavaScriptEnabled": True,
}

TABLE = """
CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT);
CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path);
"""
"""As both programs ask for it: https://kapeli.com/docsets#createsqlite."""

TECHNOLOGY = re.compile(r"technologies/[\w-]+/index\.html")
TYPES = (
    (TECHNOLOGY.pattern, "Framework"),
    (r"technologies/.*#.*", "Section"),
    (r"features/.*#.*", "Word"),
    (r"features/[\w-]+/.*", "Category"),
    (r"samples/.*", "Sample"),
    (r".*#.*", "Section"),
    (r".*", "Guide"),
)
"""Pattern of the place, and which of Dash's types of entry it is. The first that fits is taken."""

DEFINED = re.compile(r"features/[\w-]+/.*#(.*)")
"""The place where a feature is defined, and its anchor."""

HEADING = re.compile(rf"<title>(.*?) - {TITLE}</title>")

Entry = tuple[str, str, str]
"""Name, type and place, as seen from the folder of the documents."""


def write(site: Path, moment: datetime, out: Path) -> None:
    """Writes the set from the built site, packed as both programs take it."""
    files = offline(site) | for_servers(site)
    pairs = {path: (site / path).read_text(encoding="utf-8") for path in files if PAIR.fullmatch(path)}
    entries = sorted({*_places(json.loads(files[INDEX])["docs"]), *_pages(pairs)})
    made = {f"{DOCUMENTS}/{path}": content for path, content in files.items()} | {
        "Contents/Info.plist": plistlib.dumps(PLIST),
        "Contents/Resources/docSet.dsidx": _database(entries),
        "icon.png": ICON.read_bytes(),
    }
    archive.write_tar(made, FOLDER, moment, out)


def _places(documents: list[dict[str, Any]]) -> Iterator[Entry]:
    """What the search of the site finds. Each package is found by its own name."""
    titles = {document["location"]: document["title"] for document in documents}
    features = [found[1] for place in titles if (found := DEFINED.fullmatch(place))]
    technologies = [place for place in titles if TECHNOLOGY.fullmatch(place)]
    for section in documents[0].get("sections", ()):
        titles |= {place + section["location"]: section["title"].replace(ONE, titles[place]) for place in technologies}
    yield from ((title, _type(place), place) for place, title in titles.items())
    for at, packages in documents[0].get("packages", {}).items():
        for feature, part in zip(features, packages.split("|"), strict=True):
            names = part.removeprefix(OFFICIAL_MARK).split(",")
            yield from ((name, "Package", f"{technologies[int(at)]}#{feature}") for name in names if name)


def _pages(pages: Mapping[str, str]) -> Iterator[Entry]:
    """Pages by their titles: the search of the site leaves the pairs to the two technologies."""
    for path, page in pages.items():
        if title := HEADING.search(page):
            yield unescape(title[1]), _type(path), path


def _type(place: str) -> str:
    return next(name for pattern, name in TYPES if re.fullmatch(pattern, place))


def _database(entries: list[Entry]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLE)
        database.executemany("INSERT INTO searchIndex(name, type, path) VALUES (?, ?, ?)", entries)
        database.commit()
        return database.serialize()
