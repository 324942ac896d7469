"""The digest changes with what is run, and with nothing else."""

from pathlib import Path

import pytest

from backend_atlas.digest import digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/main.py").write_text("print('one')\n")
    (tmp_path / "README.md").write_text("How to run it.\n")
    return tmp_path


def test_it_is_the_same_for_the_same_files(folder: Path) -> None:
    assert digest(folder) == digest(folder)
    assert len(digest(folder)) == 64


@pytest.mark.parametrize("path", ["app/main.py", "app/other.py", "sample.yml"])
def test_it_changes_with_code_and_manifest(folder: Path, path: str) -> None:
    before = digest(folder)
    (folder / path).write_text("print('two')\n")
    assert digest(folder) != before


def test_it_changes_with_a_name(folder: Path) -> None:
    before = digest(folder)
    (folder / "app/main.py").rename(folder / "app/start.py")
    assert digest(folder) != before


@pytest.mark.parametrize("path", ["README.md", "node_modules/ws/index.js", ".venv/bin/python", "__pycache__/a.pyc"])
def test_it_does_not_change_with_what_tools_and_readers_leave(folder: Path, path: str) -> None:
    before = digest(folder)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("anything\n")
    assert digest(folder) == before
