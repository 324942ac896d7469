"""What is kept from one check to the next: never more than is still true."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from backend_atlas import store
from backend_atlas.guide.checks import check
from backend_atlas.load import load
from backend_atlas.memory import Memory, Wanted
from backend_atlas.model import Catalogue
from backend_atlas.problems import DataError
from backend_atlas.store import FileStore
from project import ROOT, TODAY

CASES: dict[str, Callable[[dict[str, str]], str]] = {
    "broken": lambda case: f"data/{case.get('file', 'technologies/birch')}.yml",
    "broken-guide": lambda case: f"data/guide/{case['file']}.yml",
    "broken-lab": lambda case: case["file"],
}
"""Ways to break the data, and where each of them does."""

PARTS = 6


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "caches/store"


def checked(data: Path, kept: FileStore | None) -> Catalogue | str:
    """What one run of `atlas check` finds."""
    try:
        return load(data, TODAY, "data", also=check, beside=False, memory=Memory(store=kept))
    except DataError as error:
        return str(error)
    finally:
        if kept:
            kept.write()


def test_a_second_check_makes_nothing_and_finds_the_same(broken: Path, file: Path) -> None:
    first, second = FileStore(file), FileStore(file)
    found = checked(broken, first)
    assert isinstance(found, Catalogue)
    assert {repr(("rules", "alder")), repr(("option", "birch")), repr("guide checks")} < set(first.new)
    assert checked(broken, second) == found
    third = FileStore(file)
    assert checked(broken, third) == found == checked(broken, None)
    assert not third.new


@pytest.mark.parametrize("part", range(PARTS))
def test_after_any_change_a_check_finds_what_one_finds_that_begins_with_nothing(
    part: int, broken: Path, file: Path
) -> None:
    sound = checked(broken, FileStore(file))
    for path, old, new in list(changes(broken.parent))[part::PARTS]:
        text = path.read_text()
        path.write_text(text.replace(old, new, 1))
        found = checked(broken, FileStore(file))
        assert found == checked(broken, None), new
        assert found == checked(broken, FileStore(file)), new
        path.write_text(text)
        assert checked(broken, FileStore(file)) == sound, new


def changes(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """A file below `folder`, what stands there, and what to write in its place."""
    for name, file in CASES.items():
        for case in yaml.safe_load((ROOT / f"tests/cases/{name}.yml").read_text()):
            yield folder / file(case), case["replace"], case["with"]


def test_a_remark_leaves_all_but_its_file_as_it_was_kept(broken: Path, file: Path) -> None:
    checked(broken, FileStore(file))
    path = broken / "technologies/birch.yml"
    path.write_text(f"# Mind this.\n{path.read_text()}")
    kept = FileStore(file)
    assert isinstance(checked(broken, kept), Catalogue)
    assert list(kept.new) == [repr(("values", "technologies/birch.yml"))]


def test_another_day_is_another_check(broken: Path, file: Path) -> None:
    checked(broken, FileStore(file))
    with pytest.raises(DataError, match="lies after today"):
        load(broken, TODAY - timedelta(days=3650), "data", memory=Memory(store=FileStore(file)))


def kept(found: FileStore, value: int) -> object:
    """What a memory with this store gives for something that is made from `value`."""
    (made,) = Memory(store=found).several([Wanted("place", (value,), lambda: ("made", value))])
    return made


def test_what_other_code_made_is_gone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = FileStore(file)
    kept(first, 1)
    first.write()
    assert FileStore(file).kept
    assert not FileStore(file, anew=True).kept
    monkeypatch.setattr(store, "_code", lambda: b"other code")
    other = FileStore(file)
    assert not other.kept
    Memory(store=other).several([Wanted("other place", (), lambda: 1)])
    other.write()
    assert set(FileStore(file).kept) == {repr("other place")}


def test_what_is_not_plain_and_was_not_made_is_not_kept(file: Path) -> None:
    first, memory = FileStore(file), Memory(store=FileStore(file))
    assert memory.several([Wanted("place", ([1],), lambda: 1)]) == (1,)
    assert first.origin("place", ([1],)) is None
    made = memory("list", (1,), lambda: [1])
    assert memory.store.origin("place", (made,)) is not None
    assert memory.store.origin("place", ((made, 1), "x")) != memory.store.origin("place", (made, 1, "x"))
    assert memory.store.origin("place", (1,)) != memory.store.origin("place", (True,))


@pytest.mark.parametrize("damage", [lambda content: content[:-1], lambda content: b"x" + content, lambda _: b""])
def test_a_damaged_file_is_replaced(damage: Callable[[bytes], bytes], file: Path) -> None:
    first = FileStore(file)
    kept(first, 1)
    first.write()
    file.write_bytes(damage(file.read_bytes()))
    second = FileStore(file)
    assert not second.kept
    assert kept(second, 1) == ("made", 1)
    second.write()
    assert FileStore(file).kept == first.new
    assert list(file.parent.iterdir()) == [file]


def test_where_nothing_can_be_kept_everything_is_made(tmp_path: Path) -> None:
    (tmp_path / "caches").write_text("a file in the place of the folder")
    first = FileStore(tmp_path / "caches/store")
    assert kept(first, 1) == ("made", 1)
    first.write()
    assert not FileStore(first.file).kept


def test_nothing_is_kept_beside_the_data(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = FileStore(file)
    kept(first, 1)
    first.write()
    monkeypatch.chdir(file.parent)
    assert not FileStore(Path(file.name)).kept
    other = FileStore(Path("other"))
    kept(other, 1)
    other.write()
    assert list(file.parent.iterdir()) == [file]


def test_the_command_keeps_what_it_found_in_the_folder_for_caches(broken: Path, tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "backend_atlas.cli", "check", "--data", str(broken), *words]
        settings = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "caches")}
        done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    sound = 0, "3 technologies, 5 features, 15 cells: no problems\n", ""
    assert run() == run() == run("--anew") == sound
    (written,) = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert written.parent == tmp_path / "caches/backend-atlas"
    path = broken / "technologies/birch.yml"
    path.write_text(path.read_text().replace("support: built-in", "support: bilt-in", 1))
    status, out, problems = run()
    assert (status, out) == (1, "")
    assert 'did you mean "built-in"?' in problems
    assert run() == run("--anew") == (status, out, problems)
