"""What pages tell search engines: whole addresses where that of the site is known, and the way to the home page."""

import json

from backend_atlas import links
from backend_atlas.exports.beside import beside
from backend_atlas.exports.linked_data import linked_data, subjects
from backend_atlas.model import Catalogue

SITE = "https://atlas.example/docs/"
TITLES = {"": "Home", "technologies/": "Technologies", "technologies/alder/": "Alder", "data/": "Open data"}


def test_a_page_is_told_with_the_way_to_it(sample: Catalogue) -> None:
    page, crumbs = linked_data("technologies/alder/", TITLES, subjects(sample, SITE), SITE)
    assert page["about"]["name"] == "Alder"
    assert page["about"]["codeRepository"].startswith("https://")
    assert page["url"] == f"{SITE}technologies/alder/"
    assert [(item["position"], item["name"], item["item"]) for item in crumbs["itemListElement"]] == [
        (1, "Home", SITE),
        (2, "Technologies", f"{SITE}technologies/"),
        (3, "Alder", f"{SITE}technologies/alder/"),
    ]


def test_addresses_are_relative_to_the_page_where_that_of_the_site_is_not_known(sample: Catalogue) -> None:
    _, crumbs = linked_data("technologies/alder/", TITLES, subjects(sample))
    assert [item["item"] for item in crumbs["itemListElement"]] == ["../../", "../", "./"]


def test_the_home_page_is_the_site_and_needs_no_way(sample: Catalogue) -> None:
    (node,) = linked_data("", TITLES, subjects(sample, SITE), SITE)
    assert (node["@type"], node["url"]) == ("WebSite", SITE)


def test_the_dataset_names_its_files_and_its_licence(sample: Catalogue) -> None:
    node = subjects(sample, SITE)[links.OPEN_DATA]
    assert node["@type"] == "Dataset"
    assert {item["contentUrl"] for item in node["distribution"]} == {
        SITE + address for address in (links.answer("all"), links.CELLS_CSV, links.MATRIX_CSV)
    }
    assert "creativecommons.org/licenses/by/4.0" in node["license"]
    assert 50 <= len(node["description"]) <= 5000


def test_every_node_is_plain_json(sample: Catalogue) -> None:
    for node in subjects(sample).values():
        assert json.loads(json.dumps(node)) == node


def test_a_technology_and_a_pair_have_their_data_beside_them(sample: Catalogue) -> None:
    found = beside(sample)
    assert [file.address for file in found[links.technology("alder")]] == ["api/v1/technologies/alder.json"]
    assert [file.name for file in found[links.pair("birch", "alder")]] == ["JSON of Alder", "JSON of Birch"]
