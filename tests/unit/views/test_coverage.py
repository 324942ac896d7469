"""What the coverage page counts."""

from dataclasses import replace
from datetime import date

import pytest

from backend_atlas import links
from backend_atlas.guide.use import Use
from backend_atlas.model import Catalogue, Cell
from backend_atlas.views.coverage import LISTED, Part, coverage_view, has_own_source
from project import TODAY


def counts(sample: Catalogue, today: date = TODAY) -> dict[str, list[tuple[int, int]]]:
    view = coverage_view(sample, today, lambda _: "", {})
    return {row.name: [(part.count, part.of) for part in row.parts] for row in view.rows}


def test_every_share_is_counted(sample: Catalogue) -> None:
    names = [name for name, _ in coverage_view(sample, TODAY, lambda _: "", {}).measures]
    alder = dict(zip(names, counts(sample)["Alder"], strict=True))
    assert alder["Cells known"] == (5, 5)
    assert alder["Due"] == (0, 37)
    assert alder["Shown by code"] == (3, 5)
    assert alder["Packages found"] == (1, 1)
    assert alder["Facts known"][1] == 20


def test_what_is_due_is_wanted_with_the_way_to_its_file(sample: Catalogue) -> None:
    view = coverage_view(sample, date(2027, 11, 3), lambda path: f"https://edit.example/{path}", {"orm": Use(1, 2)})
    alder = next(item for item in view.wanted if item.name == "Alder")
    assert [item.why for item in alder.items if item.address.endswith("#orm")] == ["last read on 2 November 2026"]
    assert {item.edit for item in alder.items} == {"https://edit.example/data/technologies/alder.yml"}


def test_a_long_list_of_due_facts_is_cut_and_counted(sample: Catalogue) -> None:
    view = coverage_view(sample, date(2030, 1, 1), lambda _: "", {})
    alder = next(item for item in view.wanted if item.name == "Alder")
    assert (len([item for item in alder.items if item.why.startswith("last read")]), alder.more) == (
        LISTED,
        37 - LISTED,
    )


def test_the_oldest_of_each_kind_is_told(sample: Catalogue) -> None:
    rows = {row.budget.value: row for row in coverage_view(sample, date(2027, 6, 1), lambda _: "", {}).ages}
    assert (rows["cells"].age, rows["cells"].due.count) == ("6 months", 0)
    assert rows["releases"].due.count == rows["releases"].due.of > 0


@pytest.mark.parametrize(
    ("url", "package", "own"),
    [
        ("https://docs.example.org/x/", None, True),
        ("https://github.com/somebody/else", None, False),
        ("https://github.com/adamchainz/django-cors-headers#x", "django-cors-headers", True),
        ("https://flask-login.readthedocs.io/en/latest/", "Flask-Login", True),
        ("https://docs.cedar.example/router/", "@cedar/router", True),
        ("https://docs.elm.example/router/", "@cedar/router", False),
        ("https://docs.oak.example/github.com/coder/websocket", "github.com/coder/websocket", True),
    ],
)
def test_a_source_is_the_projects_own_or_that_of_the_package(
    url: str, package: str | None, own: bool, sample: Catalogue
) -> None:
    alder = sample.technologies["alder"]
    cell = alder.features["migrations"]
    assert cell.package
    source = cell.sources[0].model_copy(update={"url": url})
    named = cell.package.model_copy(update={"name": package}) if package else None
    changed: Cell = cell.model_copy(update={"sources": (source,), "package": named})
    assert has_own_source(alder, changed) is own


def test_a_share_is_rounded_but_never_to_all_or_nothing() -> None:
    assert [Part(*it).percent for it in ((0, 9), (1, 900), (899, 900), (9, 9), (0, 0))] == [
        "0\u00a0%",
        "1\u00a0%",
        "99\u00a0%",
        "100\u00a0%",
        "",
    ]


def test_what_a_runtime_lacks_is_wanted_there_only(sample: Catalogue) -> None:
    cedar = sample.technologies["cedar"]
    runs = cedar.model_copy(update={"runs_on": "alder"})
    changed = replace(sample, technologies={**sample.technologies, "cedar": runs})
    wanted = {
        item.id: [it.address for it in item.items] for item in coverage_view(changed, TODAY, lambda _: "", {}).wanted
    }
    assert not [address for address in wanted.get("wanted-cedar", []) if "fact-execution" in address]


@pytest.mark.parametrize(
    ("repository", "form", "address"),
    [
        (None, "https://host.example/edit/main/", "https://host.example/edit/main/data/technologies/a.yml"),
        ("https://host.example/r/", "edit/main/", "https://host.example/r/edit/main/data/technologies/a.yml"),
        (
            None,
            "https://host.example/?f={path_noext}&p={path}",
            "https://host.example/?f=data/technologies/a&p=data/technologies/a.yml",
        ),
        ("https://host.example/r/", "", ""),
        (None, None, ""),
    ],
)
def test_the_pencil_leads_to_the_file(repository: str | None, form: str | None, address: str) -> None:
    assert links.editing(repository, form)("data/technologies/a.yml") == address
