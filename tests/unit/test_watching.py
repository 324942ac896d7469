"""`atlas check --watch`: checks again once a save is over, whatever way an editor saves, and ends without a word."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from backend_atlas.watching import changes, seen


class Over(Exception):  # noqa: N818 - it is no error
    """Nothing more is going to happen."""


def noticed(folder: Path, *steps: Callable[[], object]) -> list[list[str]]:
    """What is noticed where one thing happens between each look and the next. None is a look at which nothing did."""
    waiting = list(steps)

    def pause() -> None:
        if not waiting:
            raise Over
        waiting.pop(0)()

    def look() -> dict[Path, tuple[int, int, int]]:
        return dict(seen([folder], frozenset({"node_modules"})))

    found: list[list[str]] = []
    with pytest.raises(Over):
        for changed in changes(look, look(), pause):
            found.append([path.relative_to(folder).as_posix() for path in changed])  # noqa: PERF401 - it ends by Over
    return found


def nothing() -> None:
    """A look at which nothing has happened."""


def test_a_change_is_noticed_once(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a")
    (tmp_path / "b.yml").write_text("b")
    file = tmp_path / "a.yml"
    assert noticed(tmp_path, nothing, lambda: file.write_text("aa"), nothing, nothing, nothing) == [["a.yml"]]


def test_a_save_in_several_steps_is_one_change(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("a: 1\n")
    steps = (lambda: file.write_text(""), lambda: file.write_text("a:"), lambda: file.write_text("a: 2\n"), nothing)
    assert noticed(tmp_path, *steps, nothing) == [["a.yml"]]


def test_a_file_put_in_the_place_of_another_is_a_change(tmp_path: Path) -> None:
    file, new = tmp_path / "a.yml", tmp_path / ".a.yml.new"
    file.write_text("a: 1\n")
    new.write_text("a: 2\n")
    state = file.stat()
    os.utime(new, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert noticed(tmp_path, lambda: new.replace(file), nothing) == [["a.yml"]]


def test_a_file_that_is_away_for_a_moment_and_comes_back_anew_is_one_change(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("a: 1\n")
    assert noticed(tmp_path, file.unlink, lambda: file.write_text("a: 2\n"), nothing) == [["a.yml"]]


def test_new_and_removed_files_are_noticed_and_passing_and_hidden_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "a.yml").write_text("a")
    passing = tmp_path / "4913"
    assert noticed(tmp_path, lambda: passing.write_text(""), passing.unlink, nothing, nothing) == []
    assert noticed(tmp_path, lambda: (tmp_path / "node_modules/x.js").write_text(""), nothing) == []
    assert noticed(tmp_path, lambda: (tmp_path / ".a.yml.swp").write_text(""), nothing) == []
    assert noticed(tmp_path, lambda: (tmp_path / "a.yml").rename(tmp_path / "b.yml"), nothing) == [["a.yml", "b.yml"]]


def test_it_checks_after_a_change_and_ends_without_a_traceback(broken: Path, tmp_path: Path) -> None:
    said, birch = tmp_path / "said", broken / "technologies/birch.yml"
    text = birch.read_text()
    with said.open("w") as out:
        command = [sys.executable, "-m", "backend_atlas.cli", "check", "--watch", "--data", str(broken)]
        process = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)
        until(said, "no problems")
        birch.write_text(text.replace("id: birch", "id: beech"))
        until(said, "Changed: data/technologies/birch.yml")
        until(said, "1 problem in the data")
        (broken / "new.yml").write_text(text)
        (broken / "new.yml").replace(birch)
        until(said, "no problems", times=2)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert "Traceback" not in said.read_text()


def until(file: Path, text: str, times: int = 1) -> None:
    """Waits until the file holds the text so many times."""
    end = time.monotonic() + 120
    while file.read_text().count(text) < times:
        assert time.monotonic() < end, file.read_text()
        time.sleep(0.1)


def test_a_folder_that_is_not_there_ends_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "backend_atlas.cli", "check", "--watch", "--data", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is not a folder" in done.stderr
