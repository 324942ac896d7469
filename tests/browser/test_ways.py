"""Ways from page to page: cards, the part of the site that one reads, and what comes before and after."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module", params=[1440, 360])
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One reader, who goes from page to page."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("where", "cards", "target"),
    [
        ("", "section.card", "technologies/django/"),
        ("technologies/", "section.card", "technologies/django/"),
        ("compare/", ".cards--links li", "compare/django-vs-flask/"),
        ("guide/scenarios/", ".cards--links li", "guide/scenarios/python-crud/"),
    ],
)
def test_the_whole_card_is_one_link(where: str, cards: str, target: str, tab: Page, address: str) -> None:
    tab.goto(address + where)
    card = tab.locator(cards).first
    assert card.get_by_role("link").count() == 1
    box = card.bounding_box()
    assert box
    card.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    assert tab.url == address + target


@pytest.mark.parametrize(
    ("where", "part", "current"),
    [
        ("compare/django-vs-flask/", "Compare", "true"),
        ("guide/scenarios/growing-flask/", "Decide", "true"),
        ("guide/method/", "Decide", "true"),
        ("technologies/flask/", "Technologies", "true"),
        ("compare/", "Compare", "page"),
        ("", "Home", "page"),
    ],
)
def test_the_part_that_is_read_is_marked(where: str, part: str, current: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 800})
    tab = context.new_page()
    tab.goto(address + where)
    marked = tab.locator(".md-tabs [aria-current]")
    assert [(one.inner_text(), one.get_attribute("aria-current")) for one in marked.all()] == [(part, current)]
    assert "underline" in marked.evaluate("link => getComputedStyle(link).textDecorationLine")
    assert tab.locator(".md-tabs__item--active").all_inner_texts() == [part]
    context.close()


def test_the_navigation_of_a_phone_marks_the_page_that_lists_a_pair(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.goto(f"{address}compare/django-vs-flask/")
    links = tab.locator(".md-nav--primary > .md-nav__list > .md-nav__item > a")
    bold = links.evaluate_all("all => all.filter(link => getComputedStyle(link).fontWeight >= 600)")
    assert len(bold) == 1
    assert tab.locator(".md-nav__item--active > a").inner_text().strip() == "Compare"
    tab.goto(f"{address}technologies/flask/")
    current = tab.locator(".md-nav--primary a[aria-current=page]")
    assert [text.strip() for text in current.all_text_contents()] == ["Flask"]
    context.close()


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("", []),
        ("compare/", []),
        ("compare/django-vs-flask/", []),
        ("technologies/nodejs/", ["Previous Flask"]),
        ("features/identity/", ["Previous Data", "Next Security"]),
        ("guide/", ["Next Worked examples"]),
        ("about/backend/", ["Previous How the atlas is made"]),
    ],
)
def test_neighbours_are_named_and_stay_in_their_part(where: str, names: list[str], tab: Page, address: str) -> None:
    tab.goto(address + where)
    links = tab.locator("footer nav a")
    assert [" ".join(text.split()) for text in links.all_inner_texts()] == names
    assert all(link.is_visible() for link in links.all())


def test_the_first_page_of_a_part_leads_only_onwards(tab: Page, address: str) -> None:
    tab.goto(f"{address}features/identity/")
    tab.locator("footer nav").get_by_role("link", name="Next").click()
    assert tab.url == f"{address}features/security/"
