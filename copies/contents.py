"""What a copy holds, by kind of file: for the person who builds it, and for whoever wants it smaller."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

KINDS = (
    ("pages", r".*\.html", "every page of the site"),
    ("cells", r".*/column\.js", "the answers about each technology, for comparisons, groups and the matrix"),
    ("common lines", r".*/(pairs|examples)\.js", "what pairs, and worked examples, have in common"),
    ("search", r"search/.*", "the index and what searches it"),
    ("style sheet", r".*\.css", "one for all pages, with the typeface in it"),
    ("scripts", r".*\.js", "the theme's, and those that several pages use"),
    ("icon", r".*\.svg", "for the browser's tab"),
    ("licences", r"licences/.*", "the terms of code, data, theme and typeface"),
    ("linked", r".*", "files that a page links to, such as feeds"),
)
"""Name, pattern of the whole path, reason. The first that fits is taken."""


@dataclass(frozen=True)
class Row:
    """One kind: how many files, their bytes, the bytes they take in the archive, and why they are in it."""

    kind: str
    files: int
    bytes: int
    zipped: int
    why: str


def contents(archive: Path) -> list[Row]:
    """The kinds in the order of their size in the archive."""
    with ZipFile(archive) as opened:
        files = [(item.filename.partition("/")[2], item.file_size, item.compress_size) for item in opened.infolist()]
    found: dict[str, list[tuple[int, int]]] = {}
    for path, size, zipped in files:
        kind = next(name for name, pattern, _ in KINDS if re.fullmatch(pattern, path))
        found.setdefault(kind, []).append((size, zipped))
    reasons = {name: why for name, _, why in KINDS}
    rows = [
        Row(kind, len(sizes), sum(size for size, _ in sizes), sum(zipped for _, zipped in sizes), reasons[kind])
        for kind, sizes in found.items()
    ]
    return sorted(rows, key=lambda row: -row.zipped)


def table(archive: Path) -> Iterator[str]:
    """The same as lines of text, with the whole at the end."""
    rows = contents(archive)
    yield f"{'kind':<14}{'files':>6}{'bytes':>13}{'zipped':>12}  why"
    for row in rows:
        yield f"{row.kind:<14}{row.files:>6}{row.bytes:>13,}{row.zipped:>12,}  {row.why}"
    whole = f"{'all':<14}{sum(row.files for row in rows):>6}{sum(row.bytes for row in rows):>13,}"
    yield f"{whole}{archive.stat().st_size:>12,}  the archive"
