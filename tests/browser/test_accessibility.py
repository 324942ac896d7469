"""WCAG 2.2 A and AA on every kind of page, by axe-core, in both colour schemes, wide and narrow."""

import pytest
from playwright.sync_api import Browser

from browser.actions import search
from browser.axe import violations
from browser.pages import PAGES

WIDE, NARROW = 1440, 360
CASES = [
    *((page, *way) for page in PAGES for way in ((WIDE, "light"), (NARROW, "dark"))),
    *((page, *way) for page in ("home", "technology", "look") for way in ((WIDE, "dark"), (NARROW, "light"))),
]
"""
Every page wide in light colours and narrow in dark ones. What axe finds follows from the markup, the same at any width
and in any scheme, from the parts that a width shows, and from the colours, of which `tests/unit/test_style.py` holds
every pair in both schemes. Pages that have all kinds of parts are seen the other way round, too; so are, in their own
tests, the open panels of comparison, matrix and guide.
"""


@pytest.mark.parametrize(("page", "width", "scheme"), CASES)
def test_a_page_passes_axe(page: str, width: int, scheme: str, browser: Browser, address: str) -> None:
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
