"""The same task side by side: chosen without script, with code that can be copied, in columns where there is room."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

TASK = "samples/csrf/"


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """The page of a task, without script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    found = context.new_page()
    found.goto(address + TASK)
    yield found
    context.close()


def shown(tab: Page) -> list[str]:
    return [item.get_attribute("id") or "" for item in tab.locator(".solution").all() if item.is_visible()]


def left(locator: Locator) -> float:
    found = locator.bounding_box()
    assert found
    return found["x"]


def test_the_page_is_as_wide_as_its_header(tab: Page) -> None:
    assert left(tab.locator("h1")) == pytest.approx(left(tab.locator(".md-tabs__link").first), abs=1)


def test_two_or_three_samples_are_chosen_without_script(tab: Page) -> None:
    before = shown(tab)
    names = [label.inner_text().strip() for label in tab.locator(".choose-samples label").all()]
    ids = [item.get_attribute("id") for item in tab.locator(".solution").all()]
    assert len(before) >= 1
    assert len(names) == len(ids)
    for name, id in zip(names, ids, strict=True):
        box = tab.locator(".choose-samples").get_by_label(name, exact=True)
        box.set_checked(id in ids[:1])
    assert shown(tab) == ids[:1]


def test_a_link_to_a_sample_shows_it_even_if_it_is_not_ticked(tab: Page, address: str) -> None:
    (first, *_) = [item.get_attribute("id") for item in tab.locator(".solution").all()]
    for box in tab.locator(".choose-samples input").all():
        box.uncheck()
    assert shown(tab) == []
    tab.goto(f"{address}{TASK}#{first}")
    for box in tab.locator(".choose-samples input").all():
        box.uncheck()
    assert shown(tab) == [first]


def test_samples_stand_side_by_side_where_there_is_room_and_below_each_other_on_a_phone(tab: Page) -> None:
    for box in tab.locator(".choose-samples input").all():
        box.check()
    columns = tab.locator(".solution").all()
    assert left(columns[0]) < left(columns[1])
    tab.set_viewport_size({"width": 360, "height": 800})
    assert left(columns[0]) == left(columns[1])


def test_code_can_be_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{address}{TASK}")
    block = tab.locator(".solution pre").first
    block.hover()
    block.locator("button").first.click()
    tab.locator(".md-dialog").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    text = block.locator("code").inner_text()
    context.close()
    assert copied.strip() == text.strip() != ""


def test_a_cell_leads_to_its_code(browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}technologies/django/")
    link = tab.locator("#csrf .shown-by a")
    assert link.text_content() == "Refuse forged form posts"
    link.click()
    tab.wait_for_url("**/samples/csrf/#django")
    assert tab.locator("#django").is_visible()
    context.close()


def test_the_box_of_the_matrix_names_the_code(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto(f"{address}features/")
    tab.locator('[data-row="csrf"] td a.brief[href*="/django/"]').click()
    link = tab.locator("#evidence .shown-by a")
    link.wait_for()
    assert (link.get_attribute("href") or "").endswith("samples/csrf/#django")
    context.close()


def test_paper_shows_every_sample(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}{TASK}")
    for box in tab.locator(".choose-samples input").all():
        box.uncheck()
    tab.emulate_media(media="print")
    assert len(shown(tab)) == tab.locator(".solution").count() > 1
    context.close()
