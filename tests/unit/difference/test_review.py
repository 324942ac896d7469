"""What needs a reviewer's eye, case by case, on the small data."""

import re
from pathlib import Path

import pytest

from backend_atlas.difference.comparing import Difference, Folder, compare, said
from backend_atlas.difference.report import report
from backend_atlas.difference.review import KINDS, Reason, explained, reasons
from backend_atlas.difference.wording import whole
from backend_atlas.load import load, load_answers
from project import TODAY
from unit.difference.conftest import Edit

ALDER = "technologies/alder.yml"
SAID = [
    (ALDER, "  db-tests:\n", "  db-tests:\n    partial: true\n    note: Not all of them.\n", "level"),
    (ALDER, "https://docs.example.org/alder-orm/", "https://docs.example.org/mapper/", "source"),
    (ALDER, "https://docs.example.org/alder-latest/", "https://docs.example.org/newest/", "source"),
    (ALDER, "https://docs.example.org/alder-strengths-0/", "https://docs.example.org/one/", "source"),
    ("features.yml", "Changes are ordered files.", "Changes are numbered files.", "definition"),
    ("features.yml", "why: Pages need it.", "why: Every page needs it.", ""),
    ("guide/scenarios.yml", "classes: [clear]", "classes: [clear, ahead]", "expectation"),
    ("guide/scenarios.yml", "title: Records in Python", "title: Records in Alder", ""),
    (ALDER, "where: Alder-orm", "where: Elsewhere", ""),
    (ALDER, 'date: "2026-10-20"', 'date: "2026-10-21"', ""),
    (ALDER, "title: Clear layout", "title: Plain layout", ""),
]


@pytest.mark.parametrize("case", SAID)
def test_what_a_file_says_otherwise_is_found_and_sorted(
    base: Path, broken: Path, edit: Edit, case: tuple[str, str, str, str]
) -> None:
    *change, kind = case
    edit(*change)
    found = said("base", load(base, TODAY), load(broken, TODAY))
    assert found != Difference("base")
    assert {reason.kind for reason in reasons(found)} == {kind} - {""}


def test_a_technology_is_one_reason_and_its_answers_are_told_with_their_sources(base: Path, broken: Path) -> None:
    (base / "technologies/birch.yml").unlink()
    before, after = (load_answers(folder) for folder in (base, broken))
    found = said("base", before, after)
    assert reasons(found) == (Reason("catalogue", "Technology added: Birch"),)
    assert len(found.cells) == 5
    assert [cell.feature for cell in found.cells if not cell.known] == ["db-tests"]
    told = {cell.feature: (cell.before, cell.after, cell.source) for cell in found.single_cells}
    assert told["routing"] == ("", "Built in", "https://docs.example.org/birch-routing/")
    assert len(told) == 4
    assert next(whole(found)) == "Technology added: Birch, 5 cells, 4 of them answered"


def test_a_technology_that_is_gone_is_told_as_a_whole(base: Path, broken: Path) -> None:
    (broken / "technologies/birch.yml").unlink()
    found = said("base", load_answers(base), load_answers(broken))
    assert reasons(found) == (Reason("catalogue", "Technology removed: Birch"),)
    assert found.single_cells == ()


def test_the_whole_difference_with_pages_and_results(base: Path, broken: Path, edit: Edit) -> None:
    edit(
        ALDER,
        "  db-tests:\n    support: built-in\n",
        "  db-tests:\n    support: do-it-yourself\n    note: Not isolated.\n",
    )
    found = compare(Folder(base, "base"), Folder(broken, "data"), TODAY, 200)
    assert {reason.kind for reason in reasons(found)} >= {"level", "decision"}
    assert found.pages
    assert {page.address for page in found.pages} >= {"technologies/alder/", "compare/alder-vs-birch/"}
    assert not any(page.address == "measurements/" for page in found.pages)
    decided = found.decisions
    assert decided
    assert decided.moved
    assert decided.moved.share.low <= decided.moved.differ / decided.moved.sets <= decided.moved.share.high
    assert decided.moved.differ
    assert all(example.link.startswith("v=1&d=") for example in decided.moved.examples)
    assert report(found, reasons(found))["decisions"]["generated"]["differ"] == decided.moved.differ


def test_a_base_that_breaks_a_rule_is_compared_in_part(base: Path, broken: Path) -> None:
    (base / "coding-agreement.yml").unlink()
    found = compare(Folder(base, "old/data", "old"), Folder(broken, "data"), TODAY, 10)
    assert re.fullmatch(r"the data of old do not fit .*: 1 problem, the first is old/data/.* were not\.", found.unread)
    assert (found.pages, found.decisions) == (None, None)
    assert [reason.kind for reason in reasons(found)] == ["not compared"]


def test_a_base_that_the_models_do_not_fit_is_not_compared(base: Path, broken: Path) -> None:
    file = base / ALDER
    file.write_text(file.read_text().replace("summary:", "summery:"))
    found = compare(Folder(base, "old/data", "old"), Folder(broken, "data"), TODAY, 10)
    assert found == Difference("old", found.unread)
    assert found.unread.endswith("Nothing was compared.")
    assert "\n" not in found.unread


def test_the_help_says_every_kind() -> None:
    assert all(words in explained() for words in KINDS.values())
