"""Writes records into the data folder, whole or not at all."""

from pathlib import Path

from backend_atlas.model.base import Record

EVIDENCE = "evidence"


def write(record: Record, data: Path, kind: str, name: str) -> Path:
    """Writes a record as JSON into `evidence/<kind>/` of the data folder. Returns its path."""
    text = f"{record.model_dump_json(indent=2, exclude_none=True)}\n"
    return write_bytes(data / EVIDENCE / kind / f"{name}.json", text.encode())


def write_bytes(path: Path, content: bytes) -> Path:
    """Writes a file. What stood there before stays until the new one is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return path
