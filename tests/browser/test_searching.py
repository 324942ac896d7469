"""What a reader types, and what comes first: the theme's own search over the real data."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from backend_atlas.load import load
from browser.actions import search
from project import DATA_DAY, ROOT

FIRST = {
    # Technologies by any of their names, and by their language.
    "django": "technologies/django/",
    "express": "technologies/express/",
    "golang": "technologies/go-net-http/",
    "rails": "technologies/rails/",
    "asp.net": "technologies/aspnet-core/",
    "spring": "technologies/spring-boot/",
    "Flask": "technologies/flask/",
    "node": "technologies/nodejs/",
    "nodejs": "technologies/nodejs/",
    "node.js": "technologies/nodejs/",
    "node js": "technologies/nodejs/",
    "javascript": "technologies/nodejs/",
    "full-stack": "technologies/django/",
    # Features by their names and by everyday words.
    "login": "features/identity/#accounts",
    "log in": "features/identity/#accounts",
    "sign in": "features/identity/#accounts",
    "sign up": "features/identity/#accounts",
    "auth": "features/identity/#accounts",
    "password reset": "features/identity/#accounts",
    "social login": "features/identity/#oidc-login",
    "openid": "features/identity/#oidc-login",
    "sso": "features/identity/#enterprise-sso",
    "jwt": "features/identity/#api-tokens",
    "2fa": "features/identity/#mfa",
    "authorization": "features/identity/#permissions",
    "sessions": "features/identity/#sessions",
    "cron": "features/background/#scheduler",
    "background tasks": "features/background/#jobs",
    "background jobs": "features/background/#jobs",
    "kafka": "features/background/#brokers",
    "csrf": "features/security/#csrf",
    "xss": "features/security/#escaping",
    "rate limiting": "features/security/#rate-limit",
    "validation": "features/security/#validation",
    "websockets": "features/apis/#websocket",
    "swagger": "features/apis/#openapi",
    "graphql": "features/apis/#graphql",
    "file upload": "features/http/#uploads",
    "orm": "features/data/#orm",
    "postgres": "features/data/#orm",
    "database": "features/data/#orm",
    "mongodb": "features/data/#document-db",
    "s3": "features/data/#file-storage",
    "redis": "features/data/#cache",
    "i18n": "features/pages/#i18n",
    "translations": "features/pages/#i18n",
    "email": "features/pages/#email",
    "tests": "features/quality/#test-client",
    "hot reload": "features/productivity/#reload",
    "admin": "features/productivity/#admin",
    "docker": "features/operations/#container",
    "logging": "features/operations/#logging",
    "logs": "features/operations/#logging",
    "deploy": "features/http/#production-server",
    # Packages: the row of the technology that uses them.
    "flask-wtf": "technologies/flask/#forms",
    "allauth": "technologies/django/#oidc-login",
    "django-allauth": "technologies/django/",  # its row stands below, in the same result
    "nodemailer": "technologies/express/#email",  # the first of those that use it
    # Pages.
    "django vs flask": "compare/",
    "versus": "compare/",
    "guide": "guide/",
    "choose": "guide/",
    "scenarios": "guide/scenarios/",
    "support levels": "features/#levels",
    # Hand-written pages are found as before.
    "licences": "about/#licences",
    "what a backend does": "about/backend/",
}
"""The words, and the address of the best result."""

BEST = """
    () => [...document.querySelectorAll(".md-search-result__item:first-child a")]
        .map(link => ({href: link.href, score: Number(link.querySelector("article").dataset.mdScore)}))
        .sort((one, other) => other.score - one.score)[0].href
"""


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A page with the search open, on which one reader tries everything."""
    context = browser.new_context()
    found = context.new_page()
    found.goto(f"{address}about/")
    search(found, "about")
    yield found
    context.close()


def results(tab: Page, words: str) -> None:
    """Shows the results for these words, and none of those before."""
    tab.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    tab.locator(".md-search__input").fill(words)
    tab.keyboard.press("End")
    tab.locator(".md-search-result__item").first.wait_for(timeout=5_000)


@pytest.mark.parametrize("words", FIRST)
def test_the_best_result_is_what_the_words_mean(words: str, tab: Page, address: str) -> None:
    results(tab, words)
    assert re.sub(r"\?h=[^#]*", "", tab.evaluate(BEST)).removeprefix(address) == FIRST[words]


@pytest.mark.parametrize("package", ["socket.io", "@prisma/client", "celery"])
def test_a_package_of_several_technologies_leads_to_a_row_that_names_it(package: str, tab: Page, address: str) -> None:
    atlas = load(ROOT / "data", DATA_DAY)
    results(tab, package)
    found = re.sub(r"\?h=[^#]*", "", tab.evaluate(BEST)).removeprefix(address)
    _, technology, feature = found.replace("#", "").split("/")
    cell = atlas.technologies[technology].features[feature]
    assert package in [item.name for item in (cell.package, *cell.alternatives) if item]


def test_support_leads_to_the_release_lines_of_a_technology(tab: Page, address: str) -> None:
    results(tab, "lts")
    found = re.sub(r"\?h=[^#]*", "", tab.evaluate(BEST)).removeprefix(address)
    assert re.fullmatch(r"technologies/[^/]+/#support", found)


def test_a_package_says_what_it_does_and_how_it_is_provided(tab: Page) -> None:
    results(tab, "flask-wtf")
    row = tab.locator(".md-search-result__item:first-child a[href*='#forms'] article")
    assert row.inner_text().split("\n") == ["Flask-WTF, WTForms", "Forms in Flask, community package"]


def test_a_result_leads_to_its_row(tab: Page) -> None:
    results(tab, "nodemailer")
    tab.locator("a[href*='/technologies/nodejs/'][href$='#email']").click()
    tab.wait_for_url("**/technologies/nodejs/*#email")
    assert tab.locator("tr#email").evaluate("row => row.matches(':target')")
    assert tab.locator("tr#email").is_visible()


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("features/background/", "cron"),
        ("features/security/", "csrf"),
        ("features/data/", "migrations"),
        ("technologies/flask/", "websockets"),
        ("about/", "licences"),
    ],
)
def test_marking_what_was_searched_for_leaves_the_text_as_it_is(
    where: str, words: str, browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    text = "document.querySelector('article').textContent"
    page.goto(address + where)
    plain = page.evaluate(text)
    page.goto(f"{address}{where}?h={words}")
    page.locator("mark").first.wait_for(state="attached")
    assert page.evaluate(text) == plain
    context.close()
