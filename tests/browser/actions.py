"""What a reader does, step by step."""

from playwright.sync_api import Page

MOVING = """
    Promise.allSettled(document.getAnimations()
        .filter((animation) => animation.effect?.target?.checkVisibility({ contentVisibilityAuto: true }))
        .map((animation) => animation.finished))
"""
"""What is not laid out does not move, and would never come to its end."""


def search(tab: Page, words: str) -> None:
    """Types into the search as a person would, and waits for a result."""
    tab.wait_for_load_state("networkidle")
    tab.locator(".md-search__input").click()
    tab.keyboard.type(words, delay=20)
    tab.locator(".md-search-result__item").first.wait_for(timeout=10_000)
    settle(tab)


def settle(tab: Page) -> None:
    """Waits until nothing moves or fades any more, so that what is measured is what is read."""
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    tab.evaluate(MOVING)
