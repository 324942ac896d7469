"""What runs on a technology of the atlas has that one's answers, where the runtime decides, and no better ones."""

import re
from pathlib import Path

import pytest

from backend_atlas.exports.columns import columns
from backend_atlas.load import load
from backend_atlas.model import InheritedCell
from backend_atlas.model.ages import dated
from backend_atlas.pages import pages as generate
from backend_atlas.problems import DataError
from backend_atlas.views.facts import fact_rows
from project import TODAY


@pytest.fixture
def on_cedar(broken: Path) -> Path:
    """Birch runs on cedar, and cedar decides the routing."""
    features = broken / "features.yml"
    text = features.read_text()
    features.write_text(text.replace("        why: Every request", "        runtime: true\n        why: Every request"))
    birch = broken / "technologies/birch.yml"
    birch.write_text(birch.read_text().replace("name: Birch\n", "name: Birch\nruns_on: cedar\n"))
    return broken


def without(file: Path, field: str) -> None:
    """Takes a field of the second level out of a file."""
    text, removed = re.subn(rf"^  {field}:\n(    .*\n)+", "", file.read_text(), flags=re.MULTILINE)
    assert removed == 1
    file.write_text(text)


def problems(folder: Path) -> list[str]:
    with pytest.raises(DataError) as error:
        load(folder, TODAY, "data")
    return [str(problem) for problem in error.value.problems]


def test_an_answer_that_is_left_out_is_that_of_the_runtime(on_cedar: Path) -> None:
    without(on_cedar / "technologies/birch.yml", "routing")
    found = load(on_cedar, TODAY).technologies
    cell = found["birch"].features["routing"]
    assert isinstance(cell, InheritedCell)
    assert (cell.runtime, cell.runtime_name) == ("cedar", "Cedar.js")
    given = found["cedar"].features["routing"]
    assert (cell.support, cell.package, cell.sources) == (given.support, given.package, given.sources)


def test_a_fact_that_is_left_out_is_that_of_the_runtime(on_cedar: Path) -> None:
    without(on_cedar / "technologies/birch.yml", "routing")
    without(on_cedar / "technologies/birch.yml", "concurrency")
    found = load(on_cedar, TODAY).technologies
    assert found["birch"].facts.concurrency == found["cedar"].facts.concurrency
    assert found["birch"].facts.governance != found["cedar"].facts.governance
    ages = {item.location for item in dated(found["birch"])}
    assert ages.isdisjoint({("facts", "concurrency"), ("features", "routing")}), "they are read again in the other file"
    assert ("facts", "governance") in ages


def test_what_is_left_out_is_shown_as_the_answer_of_the_runtime(on_cedar: Path) -> None:
    for name in ("routing", "concurrency"):
        without(on_cedar / "technologies/birch.yml", name)
    catalogue = load(on_cedar, TODAY)
    pages = {page.address: page.html for page in generate(catalogue, TODAY)}
    said = "The answer of Cedar.js, which runs it."
    assert pages["technologies/birch/"].count(said) == 2
    assert said not in pages["technologies/cedar/"]
    assert pages["compare/birch-vs-cedar/"].count(said) == 2
    column = columns(catalogue, TODAY)["technologies/birch/column.js"]
    assert column.count(said) == 2


def test_a_fact_of_its_own_is_not_that_of_the_runtime(on_cedar: Path) -> None:
    without(on_cedar / "technologies/birch.yml", "routing")
    rows = {row.key: row for row in fact_rows(load(on_cedar, TODAY).technologies["birch"])}
    assert rows["concurrency"].runtime == ""


def test_a_fact_that_the_runtime_does_not_decide_has_to_be_said(on_cedar: Path) -> None:
    without(on_cedar / "technologies/birch.yml", "routing")
    without(on_cedar / "technologies/birch.yml", "governance")
    (missing,) = problems(on_cedar)
    assert "facts.governance: is missing" in missing


def test_a_fact_that_is_left_out_without_a_runtime_is_missing(on_cedar: Path) -> None:
    birch = on_cedar / "technologies/birch.yml"
    without(birch, "concurrency")
    birch.write_text(birch.read_text().replace("runs_on: cedar\n", ""))
    (missing,) = problems(on_cedar)
    assert "facts.concurrency: is missing" in missing


def test_an_answer_that_is_left_out_without_a_runtime_is_missing(on_cedar: Path) -> None:
    birch = on_cedar / "technologies/birch.yml"
    without(birch, "routing")
    without(birch, "templates")
    (missing,) = problems(on_cedar)
    assert ": features: lacks templates " in missing
    birch.write_text(birch.read_text().replace("runs_on: cedar\n", ""))
    (missing,) = problems(on_cedar)
    assert ": features: lacks routing, templates " in missing


def test_no_answer_is_better_than_that_of_the_runtime(on_cedar: Path) -> None:
    line = (on_cedar / "technologies/birch.yml").read_text().splitlines().index("  routing:") + 2
    assert problems(on_cedar) == [
        f"data/technologies/birch.yml:{line}:14: features.routing.support: is built-in, better than community in "
        "technologies/cedar.yml (the runtime decides this feature: leave the cell out, or mend the one of the runtime)"
    ]


@pytest.mark.parametrize(
    ("name", "hint"), [("ceder", 'did you mean "cedar"?'), ("alder", "leave it out where the runtime has no file")]
)
def test_only_a_runtime_can_be_run_on(on_cedar: Path, name: str, hint: str) -> None:
    birch = on_cedar / "technologies/birch.yml"
    birch.write_text(birch.read_text().replace("runs_on: cedar", f"runs_on: {name}"))
    (problem,) = problems(on_cedar)
    assert f'runs_on: "{name}" is not a runtime here' in problem
    assert hint in problem


def test_a_name_that_is_wrong_is_told_where_facts_were_left_to_it(on_cedar: Path) -> None:
    birch = on_cedar / "technologies/birch.yml"
    without(birch, "concurrency")
    birch.write_text(birch.read_text().replace("runs_on: cedar", "runs_on: ceder"))
    assert 'runs_on: "ceder" is not a runtime here (did you mean "cedar"?)' in "\n".join(problems(on_cedar))


def test_a_runtime_that_cannot_be_read_is_no_fault_of_what_runs_on_it(on_cedar: Path) -> None:
    without(on_cedar / "technologies/birch.yml", "routing")
    cedar = on_cedar / "technologies/cedar.yml"
    cedar.write_text(cedar.read_text().replace("value: event-loop", "value: event-lop"))
    assert not [problem for problem in problems(on_cedar) if "runs_on" in problem]
