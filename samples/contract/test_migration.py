"""Checks of the task `migration`."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from backend_atlas.model.lab import Manifest
from harness.servers import Running

NOTES = ((1, "First", "one"), (2, "It's the 2nd; --", "two\nlines"), (3, "第三 🙂", ""))
"""Three notes: id, title and body."""


@dataclass(frozen=True)
class Filled:
    """A database with three notes in the first version of its table."""

    run: Running
    manifest: Manifest

    def rows(self) -> list[dict[str, Any]]:
        """The table, a mapping a row."""
        with closing(sqlite3.connect(self.run.data / self.manifest.migration.database)) as database:
            database.row_factory = sqlite3.Row
            query = f"SELECT * FROM {self.manifest.migration.table} ORDER BY id"  # noqa: S608 - the manifest limits the name
            return [dict(row) for row in database.execute(query)]

    def dump(self) -> str:
        """The whole database as SQL."""
        with closing(sqlite3.connect(self.run.data / self.manifest.migration.database)) as database:
            return "\n".join(database.iterdump())

    def upgrade(self) -> None:
        """Brings it to the newest version."""
        done = self.run.run(self.manifest.migration.latest)
        assert done.returncode == 0, done.stdout


@pytest.fixture
def filled(fresh: Callable[[], Running], manifest: Manifest) -> Filled:
    """The first version of the schema in an empty folder, with three notes in its table."""
    run, migration = fresh(), manifest.migration
    done = run.run(migration.first)
    assert done.returncode == 0, done.stdout
    with closing(sqlite3.connect(run.data / migration.database)) as database, database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master")]
        assert migration.table in tables, f"the first version has no table {migration.table}, only {tables}"
        columns = "INSERT INTO {} (id, title, body) VALUES (?, ?, ?)".format(migration.table)  # noqa: S608 UP032
        database.executemany(columns, NOTES)
    return Filled(run, manifest)


@pytest.mark.probe
def test_a_migration_keeps_the_rows(filled: Filled) -> None:
    """The newest version keeps the three notes, and each has a new column, which is false."""
    assert all("pinned" not in row for row in filled.rows())
    filled.upgrade()
    rows = filled.rows()
    assert [(row["id"], row["title"], row["body"]) for row in rows] == list(NOTES)
    assert [bool(row["pinned"]) for row in rows] == [False] * len(NOTES)
    assert all(row["pinned"] is not None for row in rows)


def test_a_second_migration_changes_nothing(filled: Filled) -> None:
    """Running the migration once more changes nothing in the whole database."""
    filled.upgrade()
    before = filled.dump()
    filled.upgrade()
    assert filled.dump() == before


def test_the_application_reads_migrated_notes(filled: Filled) -> None:
    """After the migration the server lists the three notes."""
    filled.upgrade()
    filled.run.start()
    with httpx.Client(base_url=filled.run.url) as client:
        notes = {note["id"]: (note["title"], note["body"]) for note in client.get("/api/notes").json()}
    assert notes == {number: (title, body) for number, title, body in NOTES}
