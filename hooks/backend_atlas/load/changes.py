"""What changed in the data: the files in `changes/`, one a month."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from backend_atlas.load.reading import Reading
from backend_atlas.model.changes import Changes
from backend_atlas.rules.finding import CHANGES, in_changes


def changes_by_month(folder: Path, reading: Reading) -> Mapping[str, Changes]:
    """Each file without problems of its own, by its name without the ending. There may be none."""
    paths = sorted((folder / CHANGES).glob("*.yml"))
    found = {path.stem: reading.record(path, in_changes(path.stem), Changes) for path in paths}
    return MappingProxyType({month: record for month, record in found.items() if record})
