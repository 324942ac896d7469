"""What was made before, kept in a file from one run of a command to the next.

An entry is told by all that it was made from, and never by its age: by the code, by its place, and by its inputs. Plain
values are told by themselves, and what was made by what it was made from in turn, down to the texts of the files.
"""

import os
import pickle
import sys
from collections.abc import Hashable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import pydantic
import yaml
from platformdirs import user_cache_path

from backend_atlas.digest import digest
from backend_atlas.memory import PLAIN, Store

SIZE = 32
"""Bytes of a digest."""


class FileStore(Store):
    """Of one data folder. Where its file cannot be read or written, everything is made anew."""

    def __init__(self, file: Path, *, anew: bool = False) -> None:
        """Of what was kept in `file`. `anew` lets go of it. A relative path is no place to keep anything."""
        self.file = file
        self.usable = file.is_absolute()
        self.code = _code()
        self.kept: dict[str, tuple[bytes, bytes]] = self._read() if self.usable and not anew else {}
        """For each place the origin of what was made there, and the thing itself."""
        self.new: dict[str, tuple[bytes, bytes]] = {}
        self.origins: dict[int, tuple[object, bytes]] = {}
        """What was made, by its identity, with its origin."""

    @classmethod
    def of(cls, folder: Path, *, anew: bool = False) -> "FileStore":
        """In the user's folder for caches, where nothing comes from a repository. Relative where there is no home."""
        name = blake2b(bytes(folder.resolve()), digest_size=8).hexdigest()
        return cls(user_cache_path("backend-atlas", appauthor=False) / name, anew=anew)

    def origin(self, place: Hashable, inputs: tuple[object, ...]) -> bytes | None:
        """None where an input is neither plain nor made from what is."""
        return self._digest((self.code, repr(place), *inputs))

    def mark(self, made: object, origin: bytes) -> None:
        """The object itself is kept, so that no other has its identity."""
        self.origins[id(made)] = made, origin

    def find(self, place: Hashable, origin: bytes) -> object | None:
        """What was made there in an earlier run, from the same. It is told by its content."""
        before, value = self.kept.get(repr(place), (b"", b""))
        if before != origin:
            return None
        found: object = pickle.loads(value)  # noqa: S301 - the user's own file
        self.mark(found, _hash(value))
        return found

    def put(self, place: Hashable, origin: bytes, made: object) -> None:
        """Keeps it for later runs, once everything is written. It is told by its content."""
        value = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        self.new[repr(place)] = origin, value
        self.mark(made, _hash(value))

    def write(self) -> None:
        """Adds what is new to the file."""
        if not self.new or not self.usable:
            return
        entries = pickle.dumps(self.kept | self.new, pickle.HIGHEST_PROTOCOL)
        part = self.file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(self._seal(entries) + entries)
                part.replace(self.file)
            finally:
                part.unlink(missing_ok=True)

    def _read(self) -> dict[str, tuple[bytes, bytes]]:
        """The entries in the file, if this code wrote it, and whole."""
        content = memoryview(b"")
        with suppress(OSError):
            content = memoryview(self.file.read_bytes())
        seal, entries = content[:SIZE], content[SIZE:]
        found: dict[str, tuple[bytes, bytes]] = {}
        if seal == self._seal(entries):
            found = pickle.loads(entries)  # noqa: S301 - the user's own file
        return found

    def _seal(self, entries: bytes | memoryview) -> bytes:
        return blake2b(entries, digest_size=SIZE, key=self.code).digest()

    def _digest(self, value: object) -> bytes | None:
        if type(value) is str:
            return _hash(b"text " + value.encode("utf-8", "surrogatepass"))
        if isinstance(value, PLAIN):
            return _told(type(value), value)
        if id(value) in self.origins:
            return self.origins[id(value)][1]
        if type(value) is not tuple:
            return None
        parts = [self._digest(part) for part in value]
        return None if None in parts else _told(*parts)


def _told(*values: object) -> bytes:
    return _hash(repr(values).encode())


def _hash(value: bytes) -> bytes:
    return blake2b(value, digest_size=SIZE).digest()


def _code() -> bytes:
    """A digest of this package, and of what it reads and checks with."""
    return _told(sys.version, pydantic.VERSION, yaml.__version__, digest(Path(__file__).parent))
