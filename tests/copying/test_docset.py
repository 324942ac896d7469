"""The documentation set, as Dash and Zeal read it: their list of keys, and the names in their database."""

import plistlib
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from copies import docset

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("docset") / "atlas.docset.tgz"
    docset.write(site, NOON, out)
    with tarfile.open(out) as archive:
        assert {entry.mtime for entry in archive} == {NOON.timestamp()}
        archive.extractall(out.parent, filter="data")
    assert {path.name for path in out.parent.iterdir()} == {out.name, docset.FOLDER}
    return out.parent / docset.FOLDER


@pytest.fixture(scope="module")
def names(unpacked: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(unpacked / "Contents/Resources/docSet.dsidx")) as database:
        yield database


def test_it_starts_at_a_page_that_is_there(unpacked: Path) -> None:
    keys = plistlib.loads((unpacked / "Contents/Info.plist").read_bytes())
    assert keys["isDashDocset"]
    assert (unpacked / docset.DOCUMENTS / keys["dashIndexFilePath"]).is_file()
    assert (unpacked / "icon.png").is_file()


def test_each_name_leads_to_a_page_of_the_set(unpacked: Path, names: sqlite3.Connection) -> None:
    places = [place.partition("#")[0] for (place,) in names.execute("SELECT path FROM searchIndex")]
    assert places
    assert [place for place in places if not (unpacked / docset.DOCUMENTS / place).is_file()] == []


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("Django", "Framework", "technologies/django/index.html"),
        ("Facts about Django", "Section", "technologies/django/index.html#facts"),
        ("Background jobs", "Word", "features/background/index.html#jobs"),
        ("channels-redis", "Package", "technologies/django/index.html#broadcast"),
        ("Django and Flask", "Guide", "compare/django-vs-flask/index.html"),
    ],
)
def test_a_name_is_found(names: sqlite3.Connection, name: str, kind: str, place: str) -> None:
    found = names.execute("SELECT type FROM searchIndex WHERE name = ? AND path = ?", (name, place)).fetchall()
    assert found == [(kind,)]
