"""An address without a page: what is offered, at any depth, with and without script, and that nobody is sent away."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page

from backend_atlas.load import load
from browser.axe import violations
from browser.conftest import served
from project import DATA_DAY, ROOT, build

OFFERED = {
    # The other order, other words between, other names, a typing mistake.
    "compare/flask-vs-django/": [
        "compare/django-vs-flask/",
        "technologies/django/",
        "technologies/flask/",
        "compare/",
    ],
    "compare/node.js-vs-flask": ["compare/flask-vs-nodejs/"],
    "compare/django-and-flask.html": ["compare/django-vs-flask/"],
    "compare/flask_django/": ["compare/django-vs-flask/"],
    "compare/djagno-vs-node/": ["compare/django-vs-nodejs/"],
    "django-vs-flask": ["compare/django-vs-flask/"],
    # A technology by another name, in another place, mistyped, by its language.
    "technologies/node.js/": ["technologies/nodejs/", "technologies/"],
    "technologies/Node%20JS": ["technologies/nodejs/", "technologies/"],
    "django": ["technologies/django/"],
    "docs/4.2/flask/index.html": ["technologies/flask/"],
    "technologies/djnago/": ["technologies/django/", "technologies/"],
    "technologies/php/": ["technologies/laravel/", "technologies/"],
    # One that is not in the atlas: the list.
    "technologies/symfony": ["technologies/"],
    "technologies/symfony/plugins/": ["technologies/"],
    "technologies/django/jobs/": ["features/background/#jobs", "samples/job/", "technologies/django/"],
    "compare/symfony-vs-koa/": ["compare/"],
    # A feature by everyday words, by its id, mistyped, by one of several words.
    "features/auth/": ["features/identity/#accounts", "features/identity/#oidc-login", "features/"],
    "features/background-tasks/": ["features/background/#jobs", "features/background/"],
    "features/csfr": ["features/security/#csrf", "samples/csrf/", "features/"],
    "features/identity/mfa/": ["features/identity/#mfa", "features/identity/"],
    "cron": ["features/background/#scheduler"],
    # Other pages.
    "abuot/": ["about/"],
    "guide/scenario/": ["guide/scenarios/", "guide/"],
    "guide/scenarios/nightly-job/": ["guide/scenarios/nightly-jobs/"],
    "decide/": ["guide/"],
    "xyzzy/": [],
    "cats/": [],
    "this-page-does-not-exist": [],
    "404.html": [],
}
"""The address asked for, and the first that are offered."""

HOSTILE = [
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%3Cimg%20src=x%20onerror=alert(1)%3E",
    "compare/%3Cb%3E-vs-%22%3E/",
    "%E0%A4%A",
    "technologies/__proto__/constructor/",
    "javascript:alert(1)",
    "a" * 5000,
    "-vs-".join(["django"] * 500),
    "%F0%9F%92%A9/%00/..%2f..%2fetc",
]

WAYS = ["guide/", "technologies/", "compare/", "features/"]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    found = context.new_page()
    yield found
    context.close()


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose public address has a path."""
    folder = tmp_path_factory.mktemp("host")
    done = build(ROOT, folder / "atlas", SITE_URL="https://example.org/atlas/")
    assert done.returncode == 0, done.stderr
    with served(folder, missing="atlas/404.html") as found:
        yield f"{found}atlas/"


def hrefs(tab: Page, where: str) -> list[str]:
    found = tab.locator(f"{where} a").evaluate_all("links => links.map(link => link.href)")
    assert isinstance(found, list)
    return found


def offered(tab: Page, root: str) -> list[str]:
    return [href.removeprefix(root) for href in hrefs(tab, "#not-found-offers")]


@pytest.mark.parametrize("asked", OFFERED)
def test_the_nearest_pages_are_offered(asked: str, tab: Page, address: str) -> None:
    answer = tab.goto(address + asked)
    assert answer
    assert answer.status == (200 if asked == "404.html" else 404)
    expected = OFFERED[asked]
    found = offered(tab, address)
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected) == tab.locator("#not-found-nearest").is_visible()
    assert len(found) <= 5
    assert len(found) == len(set(found))
    assert tab.url == address + asked


def test_a_language_offers_all_that_are_written_in_it(tab: Page, address: str) -> None:
    atlas = load(ROOT / "data", DATA_DAY)
    known = [item.id for item in atlas.technologies.values() if "python" in (item.facts.languages.value or ())]
    tab.goto(f"{address}technologies/python/")
    assert offered(tab, address)[: len(known) + 1] == [*(f"technologies/{id}/" for id in known[:4]), "technologies/"]


@pytest.mark.parametrize(
    "asked", ["compare/flask-vs-django/", "technologies/node.js/", "features/auth/", "a/b/c/d/django"]
)
def test_every_link_leads_to_a_page_from_any_depth(asked: str, tab: Page, address: str) -> None:
    tab.goto(address + asked)
    for href in hrefs(tab, "body"):
        if urlsplit(href).netloc == urlsplit(address).netloc:
            assert tab.request.get(href).status == 200, href


def test_a_site_below_a_path_offers_pages_below_it(tab: Page, below: str) -> None:
    for asked in ("compare/flask-vs-django/", "technologies/node.js/", "deep/er/csrf/"):
        answer = tab.goto(below + asked)
        assert answer
        assert answer.status == 404
        found = hrefs(tab, "article")
        assert len(found) > len(WAYS), asked
        for href in found:
            assert href.startswith(below)
            assert tab.request.get(href).status == 200, href


def test_a_link_leads_to_the_page_that_it_names(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/flask-vs-django/")
    tab.get_by_role("link", name="Django and Flask").click()
    tab.wait_for_url(f"{address}compare/django-vs-flask/")
    assert tab.locator("h1").inner_text() == "Django and Flask"


def test_the_words_can_be_searched_for(tab: Page, address: str) -> None:
    tab.goto(f"{address}technologies/flask-wtf/")
    tab.get_by_role("link", name="Search for").click()
    tab.locator(".md-search-result__item").first.wait_for()
    assert tab.locator(".md-search__input").input_value() == "flask wtf"


def test_without_script_the_ways_in_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}technologies/symfony/")
    assert "There is no page at this address." in tab.locator("article").inner_text()
    assert not tab.locator("#not-found-nearest").is_visible()
    links = tab.locator("article a")
    assert [link.get_attribute("href") for link in links.all()] == [f"/{way}" for way in WAYS]
    links.first.click()
    assert tab.url == f"{address}guide/"
    context.close()


@pytest.mark.parametrize("path", HOSTILE)
def test_a_hostile_address_stays_text(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    wrong: list[str] = []

    def refuse(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", refuse)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(address + path)
    assert tab.locator("article").locator("script:not([id]), img, b").count() == 1  # the page's own script
    assert all(href.startswith(address) for href in hrefs(tab, "article"))
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(tab.locator("article").inner_text()) < 2000
    assert not wrong
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (320, "dark")])
def test_the_page_with_offers_passes_axe(width: int, scheme: str, browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(f"{address}features/auth/")
    assert offered(tab, address)
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_it_opens_as_a_file(browser: Browser, site: Path) -> None:
    """Nothing is near there, but nothing breaks."""
    context = browser.new_context()
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto((site / "404.html").as_uri())
    assert "There is no page at this address." in tab.locator("article").inner_text()
    assert errors == []
    context.close()
