"""Writes the files that a command makes."""

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Writes `text` to `path`, with the folders that it needs, and says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(path)
