"""Ways from page to page: cards, the part of the site that one reads, and what comes before and after."""

import re
from collections.abc import Iterator
from itertools import permutations

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
        ("", "section.card", "technologies/"),
        ("technologies/", "section.card", "technologies/"),
        ("guide/scenarios/", ".cards--links li", "guide/scenarios/"),
    ],
)
def test_the_whole_card_is_one_link(where: str, cards: str, target: str, tab: Page, address: str) -> None:
    tab.goto(address + where)
    card = tab.locator(cards).first
    assert card.get_by_role("link").count() == 1
    href = card.get_by_role("link").evaluate("link => link.href")
    assert re.fullmatch(f"{re.escape(address + target)}[^/]+/", href)
    box = card.bounding_box()
    assert box
    card.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    assert tab.url == href


def test_every_pair_is_linked_from_both_of_its_technologies(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}compare/")
    names = tab.locator(".pairs dt").evaluate_all("all => all.map(name => name.firstChild.textContent.trim())")
    links = [tuple((link.get_attribute("aria-label") or "").split(" and ")) for link in tab.locator(".pairs a").all()]
    assert len(names) > 2
    assert sorted(links) == sorted(permutations(names, 2))
    context.close()


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
    tab.locator('header label[for="__drawer"]').click()
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
        ("features/identity/", ["Previous Data", "Next Security"]),
        ("guide/", ["Next Worked examples"]),
        ("about/backend/", ["Previous How the atlas is made", "Next Coverage"]),
        ("about/changes/", ["Previous Agreement and errors", "Next Open data"]),
    ],
)
def test_neighbours_are_named_and_stay_in_their_part(where: str, names: list[str], tab: Page, address: str) -> None:
    tab.goto(address + where)
    links = tab.locator("footer nav a")
    assert [" ".join(text.split()) for text in links.all_inner_texts()] == names
    assert all(link.is_visible() for link in links.all())


def test_the_last_technology_leads_only_back(tab: Page, address: str) -> None:
    tab.goto(f"{address}technologies/")
    names = tab.locator("#list .card-title").all_inner_texts()
    tab.locator("#list").get_by_role("link", name=names[-1], exact=True).click()
    tab.wait_for_url("**/technologies/*/")
    links = tab.locator("footer nav a")
    assert [" ".join(text.split()) for text in links.all_inner_texts()] == [f"Previous {names[-2]}"]


def test_the_first_page_of_a_part_leads_only_onwards(tab: Page, address: str) -> None:
    tab.goto(f"{address}features/identity/")
    tab.locator("footer nav").get_by_role("link", name="Next").click()
    assert tab.url == f"{address}features/security/"
