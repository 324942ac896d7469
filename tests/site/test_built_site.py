"""What a reader's browser receives: whole links, nothing from another host, nothing that runs by surprise."""

import json
import posixpath
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import lxml.html  # type: ignore[import-untyped]  # the stubs are larger than what is used here
import pytest

from backend_atlas.browser import SEARCH, script
from backend_atlas.guide.answers import read
from backend_atlas.guide.basis import basis
from backend_atlas.guide.deciding import Engine
from backend_atlas.load import load
from backend_atlas.styles.unused import UNUSED
from project import DATA_DAY, ROOT

LOADING = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "use": "href",
    "form": "action",
}
CLASS = re.compile(r'\bclass="([^"]*)"')

PASSIVE_LINKS = {"canonical", "next", "prev", "alternate"}


@cache
def document(path: Path) -> Element:
    found: Element = lxml.html.document_fromstring(path.read_text())
    return found


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(element.get("id", "") for element in document(path).iter())


def test_no_page_needs_what_is_left_out_of_the_style_sheet(site: Path) -> None:
    for path in pages(site):
        classes = {name for names in CLASS.findall(path.read_text()) for name in names.split()}
        assert not [name for name in classes if UNUSED.search(f".{name}")], path


def test_the_pages_of_the_contract_are_there(site: Path) -> None:
    addresses = """
        . technologies technologies/nodejs technologies/django technologies/flask compare compare/django-vs-flask
        compare/django-vs-nodejs compare/flask-vs-nodejs features features/http features/data about about/backend
        contribute contribute/look contribute/architecture contribute/speed data
        guide guide/scenarios guide/scenarios/python-crud guide/method samples samples/csrf
        samples/defaults measurements
    """
    for address in addresses.split():
        assert (site / address / "index.html").is_file(), address


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    wrong = []
    for page in pages(site):
        for link in document(page).iter("a"):
            target = urlsplit(link.get("href", ""))
            if target.scheme or target.netloc or page.name == "404.html":
                continue
            if "=" in target.fragment:
                continue  # answers of the guide, see below
            base = page.parent.relative_to(site).as_posix()
            place = site / posixpath.normpath(posixpath.join(base, unquote(target.path))) if target.path else page
            place = place / "index.html" if place.is_dir() else place
            if not place.is_file() or (target.fragment and unquote(target.fragment) not in anchors(place)):
                wrong.append(f"{page.relative_to(site)}: {link.get('href')}")
    assert wrong == []


def test_links_into_the_guide_hold_answers_that_it_reads(site: Path) -> None:
    atlas = load(ROOT / "data", DATA_DAY)
    assert atlas.guide
    known = basis(atlas, atlas.guide, DATA_DAY)
    engine = Engine(known)
    found = [link.get("href", "") for page in pages(site) for link in document(page).iter("a")]
    fragments = [unquote(urlsplit(href).fragment) for href in found if "#v=" in href]
    assert len(fragments) > len(atlas.technologies)
    for text in fragments:
        reading = read(text, known)
        assert not reading.ignored
        assert reading.recorded in ("", engine.outcome(reading.answers).recorded)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for page in pages(site):
        for element in document(page).iter("*"):
            address = element.get(LOADING.get(str(element.tag), "none"), "") or ""
            if element.tag == "link" and set((element.get("rel") or "").split()) & PASSIVE_LINKS:
                continue
            assert not urlsplit(address).netloc, f"{page}: <{element.tag}> loads {address}"
            assert "url(http" not in element.get("style", ""), page


def test_style_sheets_load_nothing_from_another_host(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*['\"]?(https?:)?//", sheet.read_text()), sheet


def test_no_attribute_runs_script_and_links_are_https(site: Path) -> None:
    for page in pages(site):
        for element in document(page).iter():
            assert not [name for name in element.attrib if str(name).startswith("on")], f"{page}: {element.attrib}"
        for link in document(page).iter("a"):
            assert urlsplit(link.get("href", "")).scheme in ("", "https"), f"{page}: {link.get('href')}"


def test_ids_are_unique(site: Path) -> None:
    for page in pages(site):
        ids = [element.get("id") for element in document(page).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), page


def test_tables_have_a_caption_and_scoped_heads(site: Path) -> None:
    for page in pages(site):
        for region in document(page).iter("div"):
            if "table-region" not in (region.get("class") or "").split():
                continue
            assert region.get("tabindex") == "0"
            assert region.get("aria-label")
            table = region.find("table")
            assert table is not None
            assert table.find("caption") is not None
            assert all(head.get("scope") in ("col", "row") for head in table.iter("th"))


def test_no_cell_is_empty(site: Path) -> None:
    for page in pages(site):
        for cell in document(page).iter("td"):
            assert "".join(cell.itertext()).strip(), page


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("technologies/django/index.html", "/edit/main/data/technologies/django.yml"),
        ("features/data/index.html", "/edit/main/data/features.yml"),
        ("about/index.html", "/edit/main/docs/about/index.md"),
    ],
)
def test_the_edit_button_opens_the_file_that_the_page_is_made_from(page: str, file: str, site: Path) -> None:
    (button,) = [link for link in document(site / page).iter("a") if link.get("rel") == "edit"]
    assert (button.get("href") or "").endswith(file)


def test_what_is_missing_leads_to_the_file_that_lacks_it(site: Path) -> None:
    text = (site / "about/coverage/index.html").read_text()
    wanted = set(re.findall(r'<a href="([^"]+)" rel="nofollow">Edit the file', text))
    assert wanted
    assert all(re.search(r"/edit/main/data/technologies/[a-z-]+\.yml$", address) for address in wanted)


def test_every_place_in_the_search_is_there_once(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text())
    locations = [entry["location"] for entry in index["docs"]]
    assert len(locations) == len(set(locations))
    assert {"technologies/nodejs/", "features/background/#scheduler", "about/#licences"} <= set(locations)
    sections = [
        f"{place}{section['location']}"
        for place in locations
        if re.fullmatch(r"technologies/[\w-]+/", place)
        for section in index["docs"][0]["sections"]
    ]
    assert "technologies/nodejs/#facts" in sections
    for location in (*locations, *sections):
        address, _, anchor = location.partition("#")
        assert not anchor or anchor in anchors(site / address / "index.html"), location


def test_the_search_knows_the_packages_of_each_technology(site: Path) -> None:
    first, *others = json.loads((site / "search/search_index.json").read_text())["docs"]
    technologies = [
        found[1] for entry in others if (found := re.fullmatch(r"technologies/([\w-]+)/", entry["location"]))
    ]
    features = [found[1] for entry in others if (found := re.fullmatch(r"features/[\w-]+/#(.+)", entry["location"]))]
    packages = first["packages"][str(technologies.index("nodejs"))]
    nodejs = dict(zip(features, packages.split("|"), strict=True))
    assert nodejs["email"].split(",")[-1] == "nodemailer"
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    assert script(SEARCH) in worker.read_text()


def test_a_page_stands_before_its_places_in_the_search(site: Path) -> None:
    """The theme takes the first entry of an address for the page."""
    index = json.loads((site / "search/search_index.json").read_text())
    first = {entry["location"].partition("#")[0]: entry["location"] for entry in reversed(index["docs"])}
    assert first == {address: address for address in first}
    addresses = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")} - {"./"}
    assert {address for address in addresses if "-vs-" not in address} == set(first) - {""}


def test_every_place_that_a_missing_page_offers_is_there(site: Path) -> None:
    (script,) = (found for found in document(site / "404.html").iter("script") if found.get("id") == "not-found-data")
    data = json.loads(script.text or "")
    assert len(data["places"]) > 80
    for address, _, _ in data["places"]:
        path, _, anchor = address.partition("#")
        assert not anchor or anchor in anchors(site / path / "index.html"), address
        assert (site / path / "index.html").is_file(), address


def test_the_schemas_are_published(site: Path) -> None:
    schema = json.loads((site / "schema/technology.json").read_text())
    assert schema["title"] == "Technology"


def text_of(page: Path) -> str:
    (article,) = document(page).iter("article")
    return re.sub(r"\s+", " ", "".join(article.itertext()))


def test_the_first_screen_of_a_technology_answers_the_first_questions(site: Path) -> None:
    words = text_of(site / "technologies/django/index.html")
    lead = words[words.index("Full-stack framework") : words.index("Strengths and limits¶")]
    for part in ("Newest release", "Supported", "Licence", "What it needs beside it", "Facts read", "web framework"):
        assert part in lead, part


def test_icons_of_the_theme_stand_beside_words_and_are_silent(site: Path) -> None:
    for address, count in (("", 4), ("technologies/django", 16), ("compare/django-vs-flask", 10)):
        drawings = document(site / address / "index.html").iter("svg")
        icons = [svg for svg in drawings if svg.get("class") == "icon"]
        assert len(icons) == count, address
        for icon in icons:
            assert icon.get("aria-hidden") == "true"
            assert all(path.get("d") for path in icon)
