"""What the search knows: names of one word, longer names, packages with the row they stand in."""

from dataclasses import replace

import pytest

from backend_atlas.exports.search import documents
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.pages import pages
from backend_atlas.views.search import Entry, compare_entries, group_entries, named, package_names, technology_entries
from project import TODAY


def entries(found: tuple[Entry, ...]) -> dict[str, Entry]:
    return {entry.anchor: entry for entry in found}


@pytest.mark.parametrize(
    ("name", "single"),
    [("login", True), ("log in", True), ("Sign up", True), ("google login", False), ("json-schema", False)],
)
def test_a_name_of_one_word_is_told_from_a_longer_one(name: str, single: bool) -> None:
    entry = named("Title", names=(name, name))
    assert (entry.names, entry.words) == (((name,), ()) if single else ((), (name,)))


def test_a_technology_is_found_by_its_names_and_languages(sample: Catalogue) -> None:
    page = technology_entries(sample, sample.technologies["birch"])[0]
    assert (page.title, page.anchor) == ("Birch", "")
    assert page.names == ("Birch", "Python")
    assert page.words == ("Birch framework", "Micro-framework")


def test_a_package_leads_to_its_row(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    row = entries(technology_entries(sample, birch))["orm"]
    package = birch.features["orm"].package
    assert package
    assert row.title == package.name
    assert row.text == ("SQL mapper in Birch, community package",)


def test_a_cell_without_a_package_is_no_place(sample: Catalogue) -> None:
    assert "templates" not in entries(technology_entries(sample, sample.technologies["birch"]))


def test_a_feature_is_found_by_everyday_words_and_its_definition(sample: Catalogue) -> None:
    found = entries(group_entries(sample.groups[0], package_names(sample)))
    routing = found["routing"]
    assert routing.names == ("routing", "router")
    assert routing.words == ("url patterns",)
    assert routing.text[-1] == "An unknown path is answered 404."
    assert found[""].title == "HTTP core"


def test_an_everyday_word_that_is_a_package_counts_less(sample: Catalogue) -> None:
    package = sample.technologies["birch"].features["orm"].package
    assert package
    group = sample.groups[1]
    orm = group.features[0].model_copy(update={"also": ("models", package.name.upper())})
    entry = entries(group_entries(group.model_copy(update={"features": (orm,)}), package_names(sample)))["orm"]
    assert package.name.upper() in entry.words
    assert package.name.upper() not in entry.names
    assert "models" in entry.names


def test_pairs_are_found_by_one_entry(sample: Catalogue) -> None:
    (entry,) = compare_entries(sample)
    assert {"versus", "vs"} <= set(entry.names)
    assert {"Alder", "Birch"} <= set(entry.words)
    assert not [page for page in pages(sample, TODAY) if "-vs-" in page.address and page.search]


def test_every_place_is_an_anchor_of_its_page(sample: Catalogue) -> None:
    for page in pages(sample, TODAY):
        for entry in page.search:
            assert not entry.anchor or entry.anchor in page.anchors, f"{page.address}#{entry.anchor}"


def test_text_of_the_index_is_escaped_and_without_markup(sample: Catalogue) -> None:
    page = next(iter(pages(sample, TODAY)))
    hostile = "<img src=x onerror=alert(1)> & co"
    entry = Entry(hostile, "a", (f"`{hostile}`", "Two *words*."), (hostile,), (hostile,), 0.5)
    (found,) = documents([replace(page, address="x/", search=(entry,))])
    safe = "&lt;img src=x onerror=alert(1)&gt; &amp; co"
    assert found == {
        "location": "x/#a",
        "title": safe,
        "text": f"<p>{safe}</p><p>Two words.</p>",
        "names": safe,
        "words": safe,
        "boost": 0.5,
    }


def test_a_page_without_entries_is_not_found() -> None:
    assert documents([Page("x/", "X", "", "", (), frozenset())]) == []
