"""A zip archive that is the same, byte by byte, whenever and wherever it is made from the same files."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

READABLE = 0o100644
UNIX = 3


def write(files: Mapping[str, bytes], folder: str, moment: datetime, out: Path) -> None:
    """Writes `files`, path to bytes, below one folder: in order, of this moment, for all to read."""
    new = out.with_suffix(".new")
    try:
        with ZipFile(new, "w", ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(files):
                archive.writestr(_entry(f"{folder}/{path}", moment), files[path])
        new.replace(out)
    finally:
        new.unlink(missing_ok=True)


def _entry(name: str, moment: datetime) -> ZipInfo:
    entry = ZipInfo(name, moment.astimezone(UTC).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = READABLE << 16
    return entry


def digest(file: Path) -> str:
    """SHA-256 as hexadecimal digits."""
    return sha256(file.read_bytes()).hexdigest()
