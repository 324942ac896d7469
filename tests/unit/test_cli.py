"""The command line."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from backend_atlas.cli import COMMANDS, main
from backend_atlas.exports.schema import FILES
from project import ROOT, SAMPLE


@pytest.fixture(autouse=True)
def _kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


def test_check_says_what_it_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(SAMPLE)]) == 0
    assert capsys.readouterr().out == "3 technologies, 5 features, 15 cells: no problems\n"


def test_check_lists_problems_on_standard_error(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken / "technologies/alder.yml").write_text("id: yes\n")
    assert main(["check", "--data", str(broken)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{broken}/technologies/alder.yml:1:5: id: `yes` means" in captured.err
    assert captured.err.endswith("1 problem in the data\n")


def test_render_writes_every_page_as_markdown(tmp_path: Path) -> None:
    assert main(["render", "--data", str(SAMPLE), "--out", str(tmp_path)]) == 0
    assert (tmp_path / "index.md").read_text().startswith('---\ntitle: "Home"\n')
    assert len(list(tmp_path.rglob("*.md"))) == 27
    assert (tmp_path / "technologies/cedar/feed.xml").is_file()


def test_schema_writes_one_file_a_kind(tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["schema", "--out", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err.startswith("atlas: ")


@pytest.mark.parametrize(
    "command",
    ["", *(command.__name__.rpartition(".")[2].replace("_", "-") for command in COMMANDS)],
)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*filter(None, [command]), "--help"])
    assert stop.value.code == 0
    assert "usage: atlas" in capsys.readouterr().out


def test_the_lab_says_what_is_not_installed() -> None:
    code = "import sys; sys.modules['httpx'] = None\nfrom backend_atlas.cli import main; sys.exit(main(['lab']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    message = "atlas: the lab needs httpx, which is not here; run: make .venv/ready-dev\n"
    assert (done.returncode, done.stderr) == (2, message)


def test_packages_says_what_is_not_installed() -> None:
    code = "import sys; sys.modules['httpx'] = None\nfrom backend_atlas.cli import main; sys.exit(main(['packages']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    message = "atlas: this needs httpx, which is not here; run: make .venv/ready-dev\n"
    assert (done.returncode, done.stderr) == (2, message)


def test_a_second_coding_is_set_beside_the_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "alder.yml").write_text("orm: {support: community}\nrouting: {support: built-in, why: It is.}\n")
    assert main(["second-coding", str(tmp_path), "--data", str(SAMPLE)]) == 0
    assert capsys.readouterr().out == (
        "- {feature: routing, technology: alder, first: {support: built-in}, second: {support: built-in}}\n"
        "- {feature: orm, technology: alder, first: {support: built-in}, second: {support: community}}\n"
    )


@pytest.mark.parametrize(("name", "text"), [("oak", "orm: {support: community}"), ("alder", "orm: {support: fine}")])
def test_a_second_coding_of_something_else_is_refused(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"{name}.yml").write_text(f"{text}\n")
    assert main(["second-coding", str(tmp_path), "--data", str(SAMPLE)]) == 1
    assert capsys.readouterr().err.startswith(f"{name}.yml:1:1:")


def test_a_wrong_call_ends_with_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["frobnicate"])
    assert stop.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_decide_says_the_result_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", "kind=site&structure=modular", "--data", str(SAMPLE)]) == 0
    assert capsys.readouterr().out.startswith("Alder is the closest match to your answers, mainly because of")


def test_decide_writes_json_and_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", "kind=site&structure=modular", "--json", "--data", str(SAMPLE)]) == 0
    assert json.loads(capsys.readouterr().out)["leaders"][0]["id"] == "alder"
    assert main(["decide", "kind=site&structure=modular", "--record", "madr", "--data", str(SAMPLE)]) == 0
    assert "## Decision Outcome" in capsys.readouterr().out
    assert main(["decide", "kind=site&structure=modular", "--record", "nygard", "--data", str(SAMPLE)]) == 0
    assert "## Decision\n" in capsys.readouterr().out


def test_decide_names_what_it_cannot_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", "kind=sites&structure=modular", "--data", str(SAMPLE)]) == 2
    assert capsys.readouterr().err == "atlas: not an answer of the guide: kind=sites\n"


def test_decide_needs_a_guide(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rmtree(broken / "guide")
    assert main(["decide", "kind=site", "--data", str(broken)]) == 2
    assert capsys.readouterr().err == f"atlas: {broken} holds no guide\n"
