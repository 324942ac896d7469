"""One page in a context of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Route


@contextmanager
def opened_tab(browser: Browser, url: str, **settings: Any) -> Iterator[Page]:
    """The page at `url`. An error in its script, or on its console, fails the test at its end."""
    context = browser.new_context(**settings)
    context.set_default_timeout(10_000)
    tab = context.new_page()
    problems: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(f"{message.text} {message.location['url']}")

    tab.on("console", hear)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    try:
        tab.goto(url)
        yield tab
        assert not problems, problems
    finally:
        context.close()


def slowly(route: Route) -> None:
    """Lets what was asked for wait a while."""
    sleep(1)
    route.continue_()
