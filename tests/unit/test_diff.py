"""`atlas diff` on a real repository."""

import json
import subprocess
from pathlib import Path

import pytest

from backend_atlas.cli import main


@pytest.fixture
def repository(broken: Path) -> Path:
    """The small data, committed."""
    git(broken, "init", "--quiet", "--initial-branch=main", "..")
    commit(broken)
    return broken


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all", "..")
    git(folder, "commit", "--quiet", "--message=One change")


def edit(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))


def test_nothing_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD", "--data", str(repository), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["needs_review"], found["cells"], found["pages"]) == (False, [], [])
    assert found["decisions"]["same_basis"] is True


def test_a_level_gives_its_own_status_and_leaves_the_folder_alone(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        repository / "technologies/alder.yml",
        "  db-tests:\n    support: built-in",
        "  db-tests:\n    note: Not isolated.\n    support: do-it-yourself",
    )
    before = subprocess.check_output(["git", "-C", str(repository), "status", "--porcelain"])
    assert main(["diff", "HEAD", "--data", str(repository), "--markdown", "--site", "https://example.org/atlas"]) == 3
    assert "- level: Alder, Database tests: Built in → Write it yourself\n" in (out := capsys.readouterr().out)
    assert "[Alder](https://example.org/atlas/features/data/#db-tests)" in out
    assert subprocess.check_output(["git", "-C", str(repository), "status", "--porcelain"]) == before


def test_the_merge_base_leaves_out_what_came_after(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "branch", "work")
    edit(repository / "features.yml", "why: Pages need it.", "why: Every page needs it.")
    commit(repository)
    git(repository, "checkout", "--quiet", "work")
    assert main(["diff", "main", "--merge-base", "--data", str(repository), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["vocabulary"] == []


def test_bad_data_end_with_status_1(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository / "technologies/alder.yml", "support: built-in", "support: build-in")
    assert main(["diff", "HEAD", "--data", str(repository)]) == 1
    assert capsys.readouterr().err.endswith("1 problem in the data\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], '"nowhere" is not a revision here'),
        (["--against", "nowhere"], "nowhere is not a folder"),
        (["HEAD", "--data", "nowhere"], "nowhere is not a folder"),
        (["--against", ".", "--merge-base"], "--merge-base needs a revision"),
        (["empty"], " has no folder data"),
        (["empty", "--merge-base"], '"empty" and HEAD have no commit in common'),
    ],
)
def test_a_wrong_call_is_one_line(
    repository: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "empty")
    git(repository, "commit", "--quiet", "--allow-empty", "--message=Nothing", "--", ":(exclude)*")
    git(repository, "checkout", "--quiet", "--force", "main")
    assert main(["diff", "--data", str(repository), *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("atlas: ")
    assert message in line


def test_a_folder_outside_of_git_is_one_line(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD", "--data", str(broken)]) == 2
    assert "lies in no git repository" in capsys.readouterr().err


@pytest.mark.parametrize("sets", ["0", "-1", "many", "1000000"])
def test_a_number_of_sets_that_makes_no_sense_is_refused(sets: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["diff", "HEAD", f"--sets={sets}"])
    assert stop.value.code == 2
