"""What a reader does, step by step."""

from playwright.sync_api import Page, expect

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
