"""What holds for every kind of page in both browsers: no other host, an empty console, no scrolling sideways."""

import pytest
from playwright.sync_api import Browser

from browser.actions import search, settle
from browser.pages import PAGES
from browser.tab import opened_tab

WIDTHS = (1440, 768, 360, 320)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEARCHED = ("home", "guide", "technology", "scenario", "not found")
"""One page of each depth: the script of the search is the same on all pages, the way to its index is not."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_to_its_host_and_to_its_width_and_says_nothing(
    page: str, each_browser: Browser, address: str
) -> None:
    overflow = {}
    with opened_tab(each_browser, address + PAGES[page]) as tab:
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            settle(tab)
            overflow[width] = tab.evaluate(OVERFLOW)
        if page in SEARCHED:
            tab.set_viewport_size({"width": 1440, "height": 800})
            search(tab, "session")
    assert overflow == dict.fromkeys(WIDTHS, 0)
