"""What was made before, kept in a file from one run of a command to the next.

An entry is told by all that it was made from, and never by its age: by the code, by its place, and by its inputs. Plain
values are told by themselves, and what was made by what it was made from in turn, down to the texts of the files.
"""

import pickle
import sqlite3
import sys
from collections.abc import Hashable, Iterator
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

import pydantic
import yaml
from platformdirs import user_cache_path

from backend_atlas.digest import digest
from backend_atlas.memory import PLAIN, Store

PATIENCE = 1.0
"""Seconds to wait while another run writes."""

TABLE = "CREATE TABLE IF NOT EXISTS made (place TEXT PRIMARY KEY, origin BLOB, value BLOB)"


class FileStore(Store):
    """Of one data folder. Where its file cannot be read or written, everything is made anew."""

    def __init__(self, file: Path, *, anew: bool = False) -> None:
        """Of one that was kept in `file`. `anew` lets go of all that is there."""
        self.file = file
        self.code = _code()
        self.kept = {} if anew else {place: (origin, value) for place, origin, value in self._read()}
        self.new: dict[str, tuple[bytes, bytes]] = {}
        self.origins: dict[int, tuple[object, bytes]] = {}
        """What was made, by its identity, with its origin."""

    @classmethod
    def of(cls, folder: Path, *, anew: bool = False) -> "FileStore":
        """The one in the user's folder for caches, where nothing comes from a repository."""
        name = blake2b(bytes(folder.resolve()), digest_size=8).hexdigest()
        return cls(user_cache_path("backend-atlas", appauthor=False) / f"{name}.sqlite3", anew=anew)

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
        """Adds what is new to the file. Entries of other code go."""
        if not self.new or not self.file.is_absolute():  # it is relative where there is no home
            return
        with suppress(OSError, sqlite3.Error):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, PATIENCE)) as connection, connection:
                connection.execute(TABLE)
                if not self.kept:
                    connection.execute("DELETE FROM made")
                rows = [("", self.code, b""), *((place, *entry) for place, entry in self.new.items())]
                connection.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)

    def _read(self) -> Iterator[tuple[str, bytes, bytes]]:
        """The entries that this code wrote."""
        if not self.file.is_file():
            return
        try:
            with closing(sqlite3.connect(self.file, PATIENCE)) as connection:
                rows = connection.execute("SELECT place, origin, value FROM made").fetchall()
        except sqlite3.OperationalError:  # another run writes
            return
        except sqlite3.DatabaseError:
            self.file.unlink(missing_ok=True)
            return
        if ("", self.code, b"") in rows:
            yield from rows

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
    return blake2b(value, digest_size=32).digest()


def _code() -> bytes:
    """A digest of this package, and of what it reads and checks with."""
    return _told(sys.version, pydantic.VERSION, yaml.__version__, digest(Path(__file__).parent))
