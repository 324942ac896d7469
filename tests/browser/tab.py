"""One page in a context of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

DELAY = """
    ([address, milliseconds]) => {
        const append = document.head.append.bind(document.head);
        document.head.append = element =>
            element.src.endsWith(address) ? setTimeout(() => append(element), milliseconds) : append(element);
    }
"""


@contextmanager
def opened_tab(browser: Browser, url: str, **settings: Any) -> Iterator[Page]:
    """The page at `url`. An error in its script or on its console, another host, or a request for what only
    lies beside the page fails the test at its end."""
    context = browser.new_context(**settings)
    context.set_default_timeout(15_000)
    context.set_default_navigation_timeout(30_000)
    tab = context.new_page()
    problems: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(f"{message.text} {message.location['url']}")

    def remember(request: Request) -> None:
        if not request.url.startswith((urljoin(url, "/"), "data:", "blob:")):
            problems.append(f"asked of another host: {request.url}")
        if request.url.endswith(("/index.md", "/sitemap.xml")) or "/api/v1/" in request.url:
            problems.append(f"asked for what lies beside the page: {request.url}")

    tab.on("request", remember)
    tab.on("console", hear)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    try:
        tab.goto(url)
        yield tab
        assert not problems, problems
    finally:
        context.close()


def delay_column(tab: Page, technology: str, milliseconds: int = 1500) -> None:
    """Lets the cells of a technology come late."""
    tab.evaluate(DELAY, [f"/{technology}/column.js", milliseconds])
