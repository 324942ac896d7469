"""Archives that are the same, byte by byte, whenever and wherever they are made from the same files."""

import gzip
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

READABLE = 0o100644
UNIX = 3


def write(files: Mapping[str, bytes], folder: str, moment: datetime, out: Path) -> None:
    """Writes `files`, path to bytes, as zip below one folder: in order, of this moment, for all to read."""
    with _whole_or_not(out) as new, ZipFile(new, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            archive.writestr(_entry(f"{folder}/{path}", moment), files[path])


def write_tar(files: Mapping[str, bytes], folder: str, moment: datetime, out: Path) -> None:
    """The same as tar with gzip."""
    time = int(moment.timestamp())
    with (
        _whole_or_not(out) as new,
        new.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=time) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted(files):
            entry = tarfile.TarInfo(f"{folder}/{path}")
            entry.size, entry.mtime = len(files[path]), time
            archive.addfile(entry, BytesIO(files[path]))


@contextmanager
def _whole_or_not(out: Path) -> Iterator[Path]:
    """A file to write that takes its name when it is complete, and is gone if it never was."""
    new = out.with_suffix(".new")
    try:
        yield new
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
