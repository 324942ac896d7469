"""Writes the files that a command makes."""

from pathlib import Path


def write(path: Path, content: str | bytes) -> None:
    """Writes `content` to `path`, with the folders that it needs, and says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    print(path)
