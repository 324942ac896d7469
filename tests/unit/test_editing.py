"""Blocks that a program owns are changed in the text, and everything else stays as somebody wrote it."""

from pathlib import Path

import pytest

from backend_atlas.editing import with_blocks, write_all
from backend_atlas.problems import DataError
from backend_atlas.source import Location

PLACE: Location = ("cell", "package", "machine")
NEW = {"release": "1.10", "licence": "MIT", "read": "2026-11-26"}
ADDED = """    machine:
      release: "1.10"
      licence: MIT
      read: "2026-11-26"
"""
FLOW = '{release: "1.10", licence: MIT, read: "2026-11-26"}'
HEAD = "cell:\n  package:\n"
CASES = {
    "a block is added behind the last field": (
        f"{HEAD}    name: x  # the name\n    checked: '2026-01-01'  # by me\n\n  # sources follow\n  more: 1\n",
        f"{HEAD}    name: x  # the name\n    checked: '2026-01-01'  # by me\n{ADDED}\n  # sources follow\n  more: 1\n",
    ),
    "the last field is deep": (
        f"{HEAD}    name: x\n    maintained:\n      url: u\n      where: two\n        lines\n  more: 1\n",
        f"{HEAD}    name: x\n    maintained:\n      url: u\n      where: two\n        lines\n{ADDED}  more: 1\n",
    ),
    "the file ends without a line break": (f"{HEAD}    name: x", f"{HEAD}    name: x\n{ADDED}"),
    "the last field is a block of text": (
        f"{HEAD}    name: |\n      x\n  more: 1\n",
        f"{HEAD}    name: |\n      x\n{ADDED}  more: 1\n",
    ),
    "lines end as in Windows": (
        f"{HEAD}    name: \U0001f600\u00e4\n  more: 1\n".replace("\n", "\r\n"),
        f"{HEAD}    name: \U0001f600\u00e4\n{ADDED}  more: 1\n".replace("\n", "\r\n"),
    ),
    "only what differs is changed": (
        f"{HEAD}    machine:  # a program's\n      release: '1.9'  # old\n      licence: MIT\n"
        "      read: x\n    name: x\n",
        f'{HEAD}    machine:  # a program\'s\n      release: "1.10"  # old\n      licence: MIT\n'
        '      read: "2026-11-26"\n    name: x\n',
    ),
    "a field goes, another comes": (
        f"{HEAD}    machine:\n      release: '1.10'\n      deprecated: 'use: b\n        now'\n"
        "      read: '2026-11-26'\n",
        f"{HEAD}    machine:\n      release: '1.10'\n      licence: MIT\n      read: '2026-11-26'\n",
    ),
    "everything in one line": (
        "cell: {package: {name: x, checked: day}, more: 1}\n",
        f"cell: {{package: {{name: x, checked: day, machine: {FLOW}}}, more: 1}}\n",
    ),
    "a block in one line": (
        f"{HEAD}    machine: {{release: '1', read: '2026-01-01'}}  # short\n",
        f"{HEAD}    machine: {FLOW}  # short\n",
    ),
}


def write(folder: Path, text: str) -> Path:
    path = folder / "file.yml"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("case", CASES)
def test_everything_else_stays(case: str, tmp_path: Path) -> None:
    before, after = CASES[case]
    path = write(tmp_path, before)
    assert with_blocks(path, "file.yml", {PLACE: NEW}) == after
    assert path.read_bytes().decode() == before, "nothing is written yet"
    assert with_blocks(write(tmp_path, after), "file.yml", {PLACE: NEW}) == after, "the second time nothing changes"


def test_items_of_a_list_are_changed_each(tmp_path: Path) -> None:
    path = write(tmp_path, "all:\n  - name: a\n    more: 1\n  - name: b\n# end\n")
    places: dict[Location, dict[str, str]] = {
        ("all", 0, "machine"): {"read": "x"},
        ("all", 1, "machine"): {"read": "z"},
    }
    assert with_blocks(path, "file.yml", places) == (
        "all:\n  - name: a\n    more: 1\n    machine:\n      read: x\n  - name: b\n    machine:\n      read: z\n# end\n"
    )


@pytest.mark.parametrize("value", ["1.10", "no", "a: b # c", 'say "so"', "\u00e4\u2192", "- x", "deprecated"])
def test_any_text_is_written_so_that_it_is_read_again(value: str, tmp_path: Path) -> None:
    path = write(tmp_path, "package:\n  name: x\n")
    assert with_blocks(path, "file.yml", {("package", "machine"): {"deprecated": value}})


def test_what_a_program_cannot_change_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "package: {name: x,}\n")
    with pytest.raises(DataError):
        with_blocks(path, "file.yml", {("package", "machine"): NEW})


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = write(tmp_path, "old\n")
    path.chmod(0o640)
    with pytest.raises(OSError, match="nowhere"):
        write_all({path: "new\n", tmp_path / "nowhere/file.yml": "new\n"})
    assert (path.read_text(), [item.name for item in tmp_path.iterdir()]) == ("old\n", ["file.yml"])
    write_all({path: "new\n"})
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new\n", 0o640)
