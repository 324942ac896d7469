"""WCAG 2.2 A and AA on every kind of page, by axe-core, in both colour schemes, wide and narrow."""

import pytest
from playwright.sync_api import Browser

from browser.actions import search
from browser.axe import violations
from browser.pages import PAGES


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_passes_axe(page: str, scheme: str, width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(address + PAGES[page])
    for details in tab.locator("details.cell, details.more").all()[:3]:
        details.evaluate("element => { element.open = true; }")
    found = violations(tab)
    context.close()
    assert found == []


def test_the_open_search_passes_axe(browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address)
    search(tab, "cron")
    found = violations(tab)
    context.close()
    assert found == []
