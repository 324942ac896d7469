"""`atlas stale`: lines, JSON and Markdown."""

import json

import pytest

from backend_atlas.cli import main
from backend_atlas.exports.issue import MOST
from project import SAMPLE


def stale(capsys: pytest.CaptureFixture[str], *more: str, status: int = 1) -> str:
    assert main(["stale", "--data", str(SAMPLE), *more]) == status
    return capsys.readouterr().out


def test_nothing_is_due_while_facts_are_young(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    told = stale(capsys, status=0)
    assert told.startswith("None of ")
    assert told.endswith(" facts is due on 22 November 2026. The next budget ends on 2 May 2027.\n")
    assert stale(capsys, "--today", "2027-05-02", status=0)
    assert stale(capsys, "--today", "2027-05-03")


def test_a_line_names_the_place_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    lines = stale(capsys, "--today", "2027-06-02").splitlines()
    (line,) = (line for line in lines if "alder.yml" in line and "facts.support:" in line)
    number = int(line.split(":")[1])
    assert (SAMPLE / "technologies/alder.yml").read_text().splitlines()[number - 1] == "  support:"
    assert "last read on 2026-11-02, 7 months ago; due since 2027-05-02 (Releases and support: every 6 months" in line
    assert lines[-1].endswith("facts are due on 2 June 2027.")


def test_json_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(stale(capsys, "--today", "2027-06-02", "--json"))
    assert found["today"] == "2027-06-02"
    assert {item["kind"] for item in found["due"]} == {"releases", "packages"}
    assert {(item["months"], item["due"]) for item in found["due"] if item["field"] == "facts.support"} == {
        (6, "2027-05-02")
    }


def test_markdown_is_a_table_that_fits_an_issue(capsys: pytest.CaptureFixture[str]) -> None:
    lines = stale(capsys, "--today", "2035-01-01", "--markdown").splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == MOST + 2
    assert all(row.count(" | ") == 5 for row in rows)
    assert lines[-1] == f"And {int(lines[0].split()[0]) - MOST} more: `atlas stale` lists all."


def test_a_wrong_day_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["stale", "--today", "june"])
    assert stop.value.code == 2
    assert '"june" is not a date: write year-month-day, as in 2027-06-01' in capsys.readouterr().err
