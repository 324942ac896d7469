"""What a built site holds."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INDEXES = ("search/*.json", "search.json")
"""Where builders put what their search fetches when somebody types. Programs that search are not among it."""

CELL = re.compile(rb"<t[dh]\b")


@dataclass(frozen=True)
class Weight:
    """Sizes in bytes."""

    pages: int
    bytes: int
    """Of all files together."""
    index: int
    """Of the index of the search, all its files. 0 where there is none."""
    index_gzip: int
    """The same after gzip -9, each file by itself."""

    @classmethod
    def of(cls, site: Path) -> "Weight":
        """The weight of the site in a folder."""
        files = [path for path in site.rglob("*") if path.is_file()]
        indexes = [path.read_bytes() for pattern in INDEXES for path in sorted(site.glob(pattern))]
        packed = sum(len(gzip.compress(index, 9, mtime=0)) for index in indexes)
        size = sum(path.stat().st_size for path in files)
        return cls(len(dict(_pages(site))), size, sum(map(len, indexes)), packed)


def cells(site: Path) -> dict[str, int]:
    """Of each page, by its address, how many cells its tables have."""
    return {address: len(CELL.findall(path.read_bytes())) for address, path in _pages(site)}


def _pages(site: Path) -> Iterator[tuple[str, Path]]:
    return ((path.parent.relative_to(site).as_posix(), path) for path in site.rglob("index.html"))
