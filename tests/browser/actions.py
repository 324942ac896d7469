"""What a reader does, step by step."""

from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as LateError

MOVING = """
    Promise.allSettled(document.getAnimations()
        .filter((animation) => animation.effect?.target?.checkVisibility({ contentVisibilityAuto: true }))
        .map((animation) => animation.finished))
"""
"""What is not laid out does not move, and would never come to its end."""

SEARCH = 30_000
"""Milliseconds until the index has come and has been read, at most. A busy machine needs most of them."""


def search(tab: Page, words: str) -> None:
    """Types into the search of a page that has been loaded, as a person would, and waits for a result."""
    tab.locator(".md-search__input").click()
    expect(tab.locator(".md-search-result__meta")).not_to_have_text("Initializing search", timeout=SEARCH)
    tab.keyboard.type(words, delay=20)
    tab.locator(".md-search-result__item").first.wait_for(timeout=SEARCH)
    settle(tab)


def settle(tab: Page) -> None:
    """Waits until nothing moves or fades any more, so that what is measured is what is read."""
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    tab.evaluate(MOVING)


def follow(link: Locator) -> None:
    """Clicks a link, once more where the address stays: on a busy machine Firefox may lose a click after going back."""
    before = link.page.url
    settle(link.page)
    link.click()
    with suppress(LateError):
        link.page.wait_for_url(lambda url: url != before, timeout=4000)
        return
    link.click()


def downloaded(tab: Page, label: str, folder: Path) -> tuple[str, str]:
    """Name and content of what a button downloads. Of Firefox, only the file is seen."""
    button = tab.get_by_role("button", name=label, exact=True)
    if tab.context.browser and tab.context.browser.browser_type.name == "chromium":
        with tab.expect_download() as download:
            button.click()
        return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")
    for old in folder.iterdir():
        old.unlink()
    button.click()
    for _ in range(100):
        for path in folder.iterdir():
            text = path.read_text(encoding="utf-8")
            if text.endswith("\n") and path.suffix != ".part":
                return path.name, text
        tab.wait_for_timeout(50)
    pytest.fail(f"{label}: nothing was downloaded")
