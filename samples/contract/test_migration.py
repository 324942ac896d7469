"""Checks of the task `migration`."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from backend_atlas.model.lab import Control, Manifest, Variant
from harness.installing import Installation
from harness.servers import Running

NOTES = ((1, "First", "one"), (2, "It's the 2nd; --", "two\nlines"), (3, "第三 🙂", ""))
"""Three notes: id, title and body."""


@dataclass(frozen=True)
class Database:
    """The database of one copy of the sample."""

    run: Running
    manifest: Manifest

    def connection(self) -> sqlite3.Connection:
        """A connection of one's own, to be closed."""
        return sqlite3.connect(self.run.data / self.manifest.migration.database)

    def rows(self) -> list[dict[str, Any]]:
        """The table, a mapping a row."""
        with closing(self.connection()) as database:
            database.row_factory = sqlite3.Row
            query = f"SELECT * FROM {self.manifest.migration.table} ORDER BY id"  # noqa: S608 - the manifest limits the name
            return [dict(row) for row in database.execute(query)]

    def dump(self) -> str:
        """The whole database as SQL."""
        with closing(self.connection()) as database:
            return "\n".join(database.iterdump())

    def fill(self) -> None:
        """Makes the first version of the schema, and puts three notes into its table."""
        self.migrate(self.manifest.migration.first)
        table = self.manifest.migration.table
        with closing(self.connection()) as database, database:
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master")]
            assert table in tables, f"the first version has no table {table}, only {tables}"
            columns = "INSERT INTO {} (id, title, body) VALUES (?, ?, ?)".format(table)  # noqa: S608 UP032
            database.executemany(columns, NOTES)

    def upgrade(self) -> None:
        """Brings it to the newest version."""
        self.migrate(self.manifest.migration.latest)

    def migrate(self, command: Sequence[str]) -> None:
        """Runs a command that has to succeed."""
        done = self.run.run(command)
        assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def copied(
    installation: Installation, variant: Variant, control: Control | None, manifest: Manifest
) -> Iterator[Callable[[Database | None], Database]]:
    """Makes another copy of the sample, with the data of an earlier one or an empty folder."""
    with ExitStack() as stack:

        def copy(earlier: Database | None) -> Database:
            run = Running(installation, variant, control)
            stack.callback(run.close)
            if earlier:
                shutil.copytree(earlier.run.data, run.data, dirs_exist_ok=True)
            return Database(run, manifest)

        yield copy


@pytest.fixture(scope="module")
def filled(copied: Callable[[Database | None], Database]) -> Database:
    """The first version of the schema, with three notes in its table. Not to be changed."""
    database = copied(None)
    database.fill()
    return database


@pytest.fixture(scope="module")
def upgraded(filled: Database, copied: Callable[[Database | None], Database]) -> Database:
    """The same, brought to the newest version. Not to be changed."""
    database = copied(filled)
    database.upgrade()
    return database


@pytest.mark.probe
def test_a_migration_keeps_the_rows(filled: Database, upgraded: Database) -> None:
    """The newest version keeps the three notes, and each has a new column, which is false."""
    assert all("pinned" not in row for row in filled.rows())
    rows = upgraded.rows()
    assert [(row["id"], row["title"], row["body"]) for row in rows] == list(NOTES)
    assert [bool(row["pinned"]) for row in rows] == [False] * len(NOTES)
    assert all(row["pinned"] is not None for row in rows)


def test_a_second_migration_changes_nothing(upgraded: Database, copied: Callable[[Database | None], Database]) -> None:
    """Running the migration once more changes nothing in the whole database."""
    again = copied(upgraded)
    again.upgrade()
    assert again.dump() == upgraded.dump()


def test_the_application_reads_migrated_notes(
    upgraded: Database, copied: Callable[[Database | None], Database]
) -> None:
    """After the migration the server lists the three notes."""
    run = copied(upgraded).run
    run.start()
    with httpx.Client(base_url=run.url) as client:
        notes = {note["id"]: (note["title"], note["body"]) for note in client.get("/api/notes").json()}
    assert notes == {number: (title, body) for number, title, body in NOTES}
