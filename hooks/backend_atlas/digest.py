"""The digest of a folder: tells whether files are still those that were tested."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

LEFT_BY_TOOLS = frozenset({"node_modules", "__pycache__", "data"})
"""Folders that running a sample by hand leaves behind."""

NOT_CODE = frozenset({".md", ".pyc", ".db", ".sqlite3"})
"""Endings of files that do not change what a sample does."""


def files(folder: Path) -> Iterator[Path]:
    """The files that count, in the order of their paths. Hidden files and folders do not."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith(".") or path.name in LEFT_BY_TOOLS or path.suffix in NOT_CODE:
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def digest(folder: Path) -> str:
    """SHA-256 over names and contents of the files that count, in hexadecimal."""
    found = sha256()
    for path in files(folder):
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()
