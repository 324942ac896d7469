"""The feeds are Atom 1.0, name every change once and for all, and lead to it."""

from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from backend_atlas.exports.feeds import feeds
from backend_atlas.model import Catalogue
from backend_atlas.views.changes import change_views

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://atlas.example/docs/"
EVERYTHING = "feed.xml"
CEDAR = "technologies/cedar/feed.xml"


def feed(catalogue: Catalogue, address: str = EVERYTHING, site: str = "") -> Element:
    return fromstring(feeds(catalogue, site)[address])


def links(element: Element) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def titles(found: Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in found.findall(f"{ATOM}entry")]


def test_there_is_a_feed_of_everything_and_one_a_technology(sample: Catalogue) -> None:
    assert set(feeds(sample)) == {EVERYTHING, *(f"technologies/{id}/feed.xml" for id in sample.technologies)}


@pytest.mark.parametrize("site", ["", SITE])
def test_feeds_and_entries_have_what_the_standard_asks_for(site: str, sample: Catalogue) -> None:
    for address in feeds(sample, site):
        found = feed(sample, address, site)
        assert found.tag == f"{ATOM}feed"
        assert found.findtext(f"{ATOM}author/{ATOM}name")
        for element in (found, *found.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1, name
            assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
            assert (element.findtext(f"{ATOM}updated") or "").endswith("T00:00:00Z")
            assert "alternate" in links(element)


def test_the_newest_change_comes_first_and_dates_the_feed(sample: Catalogue) -> None:
    found = feed(sample)
    dates = [entry.findtext(f"{ATOM}updated") for entry in found.findall(f"{ATOM}entry")]
    assert dates == ["2026-11-21T00:00:00Z", "2026-10-31T00:00:00Z", "2026-10-02T00:00:00Z"]
    assert found.findtext(f"{ATOM}updated") == dates[0]


def test_the_feed_of_a_technology_holds_what_concerns_it(sample: Catalogue) -> None:
    assert titles(feed(sample, CEDAR)) == ["Routing & methods of Cedar come from somebody else"]
    assert len(titles(feed(sample, "technologies/alder/feed.xml"))) == 2


def test_a_feed_without_a_change_is_as_old_as_the_newest_fact(sample: Catalogue) -> None:
    empty = Catalogue(sample.groups, sample.technologies)
    assert titles(feed(empty, CEDAR)) == []
    assert date.fromisoformat((feed(empty, CEDAR).findtext(f"{ATOM}updated") or "")[:10]) <= date(2026, 11, 22)


def test_links_are_absolute_where_the_address_of_the_site_is_known(sample: Catalogue) -> None:
    assert links(feed(sample, CEDAR, SITE)) == {
        "self": "https://atlas.example/docs/technologies/cedar/feed.xml",
        "alternate": "https://atlas.example/docs/technologies/cedar/",
    }
    content = feed(sample, CEDAR, SITE).findtext(f"{ATOM}entry/{ATOM}content") or ""
    assert '<a href="https://atlas.example/docs/technologies/cedar/#routing">' in content


def test_links_are_relative_to_the_feed_where_it_is_not_known(sample: Catalogue) -> None:
    assert links(feed(sample, CEDAR)) == {"self": "feed.xml", "alternate": "./"}
    entry = feed(sample, CEDAR).find(f"{ATOM}entry")
    assert entry is not None
    assert links(entry)["alternate"] == "../../about/changes/#routing-of-cedar"


def test_a_name_is_the_same_in_every_feed_and_on_every_site(sample: Catalogue) -> None:
    found = {
        entry.findtext(f"{ATOM}id")
        for site in ("", SITE)
        for address in (EVERYTHING, CEDAR)
        for entry in feed(sample, address, site).findall(f"{ATOM}entry")
        if entry.findtext(f"{ATOM}title") == "Routing & methods of Cedar come from somebody else"
    }
    assert found == {"urn:uuid:979d09d6-10fb-5a21-9180-f69a4e08ed7e"}


def test_a_changed_level_is_told_with_the_one_before(sample: Catalogue) -> None:
    cells = change_views(sample)[0].cells
    assert [(cell.name, cell.levels) for cell in cells] == [
        ("Routing in Cedar.js", "Community package, before: built in"),
        ("SQL mapper in Alder", ""),
    ]


def test_hostile_text_stays_text(sample: Catalogue) -> None:
    hostile = "]]></content><script>alert(1)</script>\u00a0&"
    file = sample.changes["2026-11"]
    change = file.changes[0].model_copy(update={"title": hostile, "text": hostile})
    changes = {"2026-11": file.model_copy(update={"changes": (change,)})}
    found = feed(Catalogue(sample.groups, sample.technologies, changes=changes))
    assert titles(found) == [hostile]
    assert "<script" not in (found.findtext(f"{ATOM}entry/{ATOM}content") or "")
