"""The offline copy as a new user has it: unpacked, opened from the disk, with the network cut."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from browser.actions import downloaded, search
from browser.guide import Guide
from copies import NAME, version

NO_STORE = """
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
"""
SEEN = """
    () => [...document.querySelectorAll("article :is(h1, h2, h3, th, td, li, dt, dd, p)")]
        .map((part) => part.textContent.replace(/\\s+/g, ""))
"""


@pytest.fixture(scope="session")
def copy(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpacked where people unpack: in a folder with spaces and letters that are not ASCII."""
    folder = tmp_path_factory.mktemp("copy") / "Meine Entwürfe 設計 #1 100%"
    ZipFile(archive).extractall(folder)
    return folder / f"{NAME}-{version()}"


@contextmanager
def unplugged(browser: Browser, page: Path, hash: str = "", script: str = "") -> Iterator[Page]:
    """The page without a network. Whatever it asks of one, an error or a warning fails the test at its end."""
    context = browser.new_context(offline=True)
    context.set_default_timeout(15_000)
    if script:
        context.add_init_script(script)
    tab = context.new_page()
    problems: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(f"{message.text} {message.location['url']}")

    def remember(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            problems.append(f"asked for {request.url}")

    tab.on("request", remember)
    tab.on("console", hear)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    try:
        tab.goto(page.as_uri() + hash)
        yield tab
        assert not problems, problems
    finally:
        context.close()


def test_a_new_user_finds_what_the_site_offers(each_browser: Browser, copy: Path, downloads: Path) -> None:
    with unplugged(each_browser, copy / "index.html") as tab:
        assert tab.evaluate("document.fonts.ready.then((fonts) => [...fonts].map((font) => font.status))") == ["loaded"]
        search(tab, "background jobs")
        tab.locator(".md-search-result__item a", has_text="Background jobs").first.click()
        tab.wait_for_url(re.compile(r"/features/background/index\.html\?h="))
        expect(tab.locator("article mark").first).to_be_visible()
        tab.locator(".md-tabs").get_by_role("link", name="Compare").click()
        for name in ("Django", "Ruby on Rails"):
            tab.locator("#compare-picks li").filter(has_text=name).locator("input").check()
        expect(tab.locator("[data-group=http] thead th")).to_have_text(["Feature", "Django", "Ruby on Rails"])
        assert tab.url.endswith("/compare/index.html#ids=django,rails")
        name, text = downloaded(tab, "Download CSV", downloads)
        assert (name, text.partition(",")[0]) == ("django-rails.csv", '"group"')
        tab.goto((copy / "compare/django-vs-rails/index.html").as_uri())
        expect(tab.locator("#csrf td details.cell")).to_have_count(2)
        expect(tab.locator("[data-cell]")).to_have_count(0)


def test_the_matrix_is_filtered_by_its_address_and_opens_evidence(each_browser: Browser, copy: Path) -> None:
    with unplugged(each_browser, copy / "features/index.html", "#has=admin~built-in") as tab:
        expect(tab.locator("#filter-left")).to_contain_text("Django")
        tab.locator("tr:has(a[href$='#admin']) td a").first.click()
        expect(tab.locator("#evidence .sources a").first).to_be_visible()
        link = tab.locator("#evidence").get_by_role("link", name="All about")
        assert (link.get_attribute("href") or "").endswith("/index.html#admin")


def test_the_guide_answers_and_its_record_is_saved(each_browser: Browser, copy: Path, downloads: Path) -> None:
    page = copy / "guide/index.html"
    with unplugged(each_browser, page, "#kind=crud&lang=python~must&structure=full") as tab:
        guide = Guide(tab, page.as_uri())
        expect(guide.headline).to_contain_text("Django")
        name, text = downloaded(tab, "Download the record", downloads)
        assert (name, "Django" in text) == ("backend-madr.md", True)
        option = guide.detail.get_by_role("link", name="Django", exact=True).first
        assert (copy / "guide" / (option.get_attribute("href") or "")).resolve().is_file()


def test_search_and_guide_work_where_the_browser_keeps_nothing(browser: Browser, copy: Path) -> None:
    with unplugged(browser, copy / "guide/index.html", "#kind=crud", script=NO_STORE) as tab:
        expect(tab.locator("#guide-headline")).not_to_be_empty()
        search(tab, "csrf")


def test_pages_of_which_parts_are_kept_once_are_whole_when_they_are_open(
    browser: Browser, copy: Path, site: Path
) -> None:
    with unplugged(browser, copy / "index.html") as tab, browser.new_page() as whole:
        for address in ("compare/django-vs-flask", "features/http", "guide/scenarios/python-crud"):
            tab.goto((copy / address / "index.html").as_uri())
            places = tab.evaluate("[...document.querySelectorAll('article a')].map((link) => link.href)")
            lost = [place for place in places if place.startswith("file:") and not as_path(place).is_file()]
            assert not lost
            whole.goto((site / address / "index.html").as_uri())
            assert tab.evaluate(SEEN) == whole.evaluate(SEEN)


def as_path(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))
