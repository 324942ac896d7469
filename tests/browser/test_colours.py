"""The switch between light and dark, in the header of every page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.tab import opened_tab


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    with opened_tab(browser, address, color_scheme="dark") as found:
        yield found


def shows(tab: Page, scheme: str) -> None:
    other = {"dark": "light", "light": "dark"}[scheme]
    expect(tab.locator("body")).to_have_css("color-scheme", scheme)
    expect(tab.locator('meta[name="color-scheme"]')).to_have_attribute("content", scheme)
    expect(tab.get_by_title(f"Switch to {other} colours")).to_be_visible()
    expect(tab.get_by_title(f"Switch to {scheme} colours")).to_be_hidden()


def test_it_follows_the_system_until_somebody_chooses(tab: Page) -> None:
    shows(tab, "dark")
    tab.emulate_media(color_scheme="light")
    shows(tab, "light")
    tab.get_by_title("Switch to dark colours").click()
    shows(tab, "dark")
    tab.emulate_media(color_scheme="dark")
    tab.emulate_media(color_scheme="light")
    shows(tab, "dark")


def test_what_was_chosen_stays(tab: Page) -> None:
    tab.get_by_title("Switch to light colours").click()
    tab.goto(f"{tab.url}guide/")
    shows(tab, "light")


def test_it_is_switched_with_the_keyboard(tab: Page) -> None:
    tab.get_by_label("Switch to light colours").focus()
    tab.keyboard.press("Enter")
    shows(tab, "light")
    tab.keyboard.press("Enter")
    shows(tab, "dark")


def test_the_bar_of_the_browser_has_the_colour_of_the_header(tab: Page) -> None:
    for switch in ("Switch to light colours", "Switch to dark colours"):
        tab.get_by_title(switch).click()
        colour = tab.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
        expect(tab.locator('meta[name="theme-color"]')).to_have_attribute("content", colour)


def test_it_works_in_firefox_too(other_browser: Browser, address: str) -> None:
    with opened_tab(other_browser, address, color_scheme="light") as tab:
        tab.get_by_title("Switch to dark colours").click()
        shows(tab, "dark")
        tab.reload()
        shows(tab, "dark")


def test_the_menu_of_a_narrow_screen_is_there_when_it_is_opened(browser: Browser, address: str) -> None:
    with opened_tab(browser, address, viewport={"width": 360, "height": 640}) as tab:
        link = tab.locator(".md-sidebar--primary").get_by_role("link", name="Features")
        expect(link).to_have_count(0)
        tab.locator('header label[for="__drawer"]').click()
        expect(link).to_be_visible()
