"""The page for addresses without one, as a value: its root, its data, its ways in."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from backend_atlas.model import Catalogue
from backend_atlas.pages import pages
from backend_atlas.pages.not_found import not_found
from project import TODAY

DATA = re.compile(r'<script type="application/json" id="not-found-data">(.*?)</script>', re.DOTALL)


def data(html: str) -> dict[str, Any]:
    (text,) = DATA.findall(html)
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("site", "root"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/atlas", "/atlas/"),
        ("https://example.org/a/b/", "/a/b/"),
    ],
)
def test_links_begin_at_the_root_of_the_site(site: str, root: str, sample: Catalogue) -> None:
    html = not_found(pages(sample, TODAY), site)
    ways = re.findall(r'<a href="([^"]*)"', html)
    assert ways == [f"{root}{way}/" for way in ("guide", "technologies", "compare", "features")]
    assert data(html)["root"] == root


def test_places_are_pages_and_features_but_neither_pairs_nor_packages(sample: Catalogue) -> None:
    places = {address: (title, names) for address, title, names in data(not_found(pages(sample, TODAY), ""))["places"]}
    assert places["technologies/birch/"] == ("Birch", ["Birch", "Python", "Birch framework", "Micro-framework"])
    assert places["features/http/#routing"] == ("Routing", ["routing", "router", "url patterns"])
    assert "about/" in places
    assert not [address for address in places if "-vs-" in address]
    assert not [address for address in places if "#" in address and not address.startswith("features/")]


def test_a_way_that_is_not_there_is_not_offered(sample: Catalogue) -> None:
    assert 'href="/guide/"' not in not_found(pages(replace(sample, guide=None), TODAY), "")


def test_hostile_names_end_no_script(sample: Catalogue) -> None:
    hostile = "</script><script>alert(1)</script>"
    alder = sample.technologies["alder"].model_copy(update={"name": hostile})
    html = not_found(pages(replace(sample, technologies={**sample.technologies, "alder": alder}), TODAY), "")
    assert html.count("<script") == html.count("</script") == 2
    assert hostile in [title for _, title, _ in data(html)["places"]]


def test_whether_every_pair_has_a_page_is_said(sample: Catalogue) -> None:
    found = pages(sample, TODAY)
    assert data(not_found(found, ""))["paired"] is True
    assert data(not_found(found, "", paired=False))["paired"] is False
