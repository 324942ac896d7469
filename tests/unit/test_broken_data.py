"""Every way to break a file names the right line, with the exact words."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend_atlas.digest import digest
from backend_atlas.guide.checks import check
from backend_atlas.load import load
from backend_atlas.problems import DataError
from project import ROOT, TODAY

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/broken.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_broken_file_names_line_and_remedy(case: dict[str, Any], broken: Path) -> None:
    name = case.get("file", "technologies/birch")
    file = broken / f"{name}.yml"
    text = file.read_text()
    assert text.count(case["replace"]) >= 1, "the case no longer fits the sample"
    file.write_text(text.replace(case["replace"], case["with"], 1))
    with pytest.raises(DataError) as error:
        load(broken, TODAY, "data")
    found = [re.sub(rf"^data/{name}\.yml:", "", str(problem)) for problem in error.value.problems]
    assert sorted(found) == sorted(case["expect"])


GUIDE_CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/broken-guide.yml").read_text())


@pytest.mark.parametrize("case", GUIDE_CASES, ids=[case["name"] for case in GUIDE_CASES])
def test_a_broken_guide_names_line_and_remedy(case: dict[str, Any], broken: Path) -> None:
    file = broken / f"guide/{case['file']}.yml"
    text = file.read_text()
    assert text.count(case["replace"]) >= 1, "the case no longer fits the sample"
    file.write_text(text.replace(case["replace"], case["with"], 1))
    with pytest.raises(DataError) as error:
        load(broken, TODAY, "data", also=check)
    found = [re.sub(rf"^data/guide/{case['file']}\.yml:", "", str(problem)) for problem in error.value.problems]
    assert sorted(found) == sorted(case["expect"])


LAB_CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/broken-lab.yml").read_text())


@pytest.mark.parametrize("case", LAB_CASES, ids=[case["name"] for case in LAB_CASES])
def test_a_broken_lab_names_line_and_remedy(case: dict[str, Any], broken: Path) -> None:
    file = broken.parent / case["file"]
    text = file.read_text()
    assert text.count(case["replace"]) >= 1, "the case no longer fits the sample"
    before = digests(broken)
    file.write_text(text.replace(case["replace"], case["with"], 1))
    if not case.get("untested"):
        write_digests(broken, before)
    with pytest.raises(DataError) as error:
        load(broken, TODAY, "data")
    assert sorted(str(problem) for problem in error.value.problems) == sorted(case["expect"])


def digests(data: Path) -> dict[str, str]:
    return {folder.name: digest(folder) for folder in (data.parent / "samples").iterdir()}


def write_digests(data: Path, before: dict[str, str]) -> None:
    """Writes the digests of today into the records."""
    for record in (data / "evidence").rglob("*.json"):
        text = record.read_text()
        for name, now in digests(data).items():
            text = text.replace(before[name], now)
        record.write_text(text)
