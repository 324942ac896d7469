"""`atlas links`: every address of the data once, and what a link checker said of them, with their places."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend_atlas.cli import main
from backend_atlas.load.cited import citations
from project import SAMPLE

GONE = "https://cedar.example/docs"


def failure(url: str, text: str, code: int | None = None) -> dict[str, Any]:
    status = {"text": text} | ({"code": code} if code else {})
    return {"url": url, "status": status, "span": {"line": 1, "column": 1}}


def report(folder: Path, *failures: dict[str, Any], opened: int = 0, late: tuple[dict[str, Any], ...] = ()) -> Path:
    file = folder / "told.json"
    maps = {"error_map": {"links.txt": list(failures)}, "timeout_map": {"links.txt": list(late)} if late else {}}
    file.write_text(json.dumps({"unique": opened + len(failures) + len(late), "successful": opened} | maps))
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["links", "--data", str(SAMPLE), *arguments])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_each_address_is_listed_once_and_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys)
    assert status == 0
    assert GONE in out.splitlines()
    assert out.splitlines() == sorted(set(out.splitlines()))


def test_addresses_in_sentences_are_found_without_the_marks_around_them() -> None:
    (place,) = (place for place in citations(SAMPLE, "data")[GONE] if "changes" in place.path)
    assert str(place) == "data/changes/2026-11.yml:6: changes[0].text"


def test_what_is_gone_names_its_places_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = report(tmp_path, failure(GONE, "Rejected status code: 404 Not Found", 404), opened=3)
    status, out, _ = run(capsys, "--told", str(file))
    assert status == 1
    assert "4 addresses, 1 not there any more." in out
    (row,) = [line for line in out.splitlines() if GONE in line]
    assert "changes/2026-11.yml:6: changes[0].text" in row


def test_silence_is_no_no(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = failure(GONE, "Rejected status code: 403 | Forbidden", 403)
    file = report(tmp_path, refused, opened=3, late=(failure("https://slow.example/", "Timeout"),))
    status, out, _ = run(capsys, "--told", str(file))
    assert status == 0
    assert "0 not there any more; 2 could not be opened, which says nothing about them" in out
    assert "Rejected status code: 403 &#124; Forbidden" in out


def test_a_run_that_reached_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = report(tmp_path, failure(GONE, "Network error: Connection failed"))
    status, out, _ = run(capsys, "--told", str(file))
    assert status == 0
    assert out.startswith("This run could not fetch: none of 1 addresses could be opened.")


def test_another_file_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, error = run(capsys, "--told", str(SAMPLE / "features.yml"))
    assert (status, out) == (2, "")
    assert error.endswith("is not a report of lychee: write one with --format json\n")
    assert error.count("\n") == 1
