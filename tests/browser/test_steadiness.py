"""Pages that come slowly: nothing moves, dark is dark from the first paint, and the search comes when it is needed."""

from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path
from threading import Semaphore
from typing import Any

import pytest
from playwright.sync_api import Browser, Request, Route

from browser.actions import search, settle
from browser.conftest import QuietHandler, served
from browser.pages import PAGES
from browser.tab import opened_tab

PARTS = 4
"""A page comes in so many, each when the one before has been painted."""

WAYS = {
    "wide": (1440, "light", True),
    "narrow": (360, "dark", True),
    "without the typeface": (1440, "dark", False),
}
"""Width and scheme, and whether the typeface comes before the first paint. Later, a browser does without it."""

PAINTED = """
    async () => {
        for (let frame = 0; frame < 3; frame++) {
            await new Promise((done) => requestAnimationFrame(done));
        }
    }
"""

WATCH = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries().filter((entry) => !entry.hadRecentInput)) {
            const moved = shift.sources.map(({ node, previousRect: was, currentRect: is }) =>
                `${node?.nodeName}.${node?.className} from ${was.x},${was.y} ${was.width}x${was.height}`
                + ` to ${is.x},${is.y} ${is.width}x${is.height}`);
            window.shifts.push(`${shift.value}: ${moved.join(" | ")}`);
        }
    }).observe({ type: "layout-shift", buffered: true });
"""

SCROLL = """
    async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (let y = 0; y < document.documentElement.scrollHeight; y += 300) {
            window.scrollTo(0, y);
            await frame();
        }
        await frame();
        await new Promise((done) => setTimeout(done, 100));
    }
"""


class SlowHandler(QuietHandler):
    """Sends a page in parts, as a slow connection does. The first comes at once, each other when `next_part` allows."""

    def __init__(self, *arguments: Any, next_part: Semaphore, **settings: Any) -> None:
        self.next_part = next_part
        super().__init__(*arguments, **settings)

    def copyfile(self, source: BufferedIOBase, outputfile: BufferedIOBase) -> None:  # type: ignore[override]
        text = source.read()
        size = len(text) // PARTS + 1 if self.path.endswith(("/", ".html")) else len(text)
        for start in range(0, len(text), size):
            if start:
                self.next_part.acquire(timeout=30)
            outputfile.write(text[start : start + size])
            outputfile.flush()


@pytest.fixture(scope="module")
def next_part() -> Semaphore:
    return Semaphore(0)


@pytest.fixture(scope="module")
def slow(site: Path, next_part: Semaphore) -> Iterator[str]:
    """Where the site is served slowly."""
    with served(site, SlowHandler, next_part=next_part) as found:
        yield found


def refuse(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_moves_that_the_reader_did_not_move(
    page: str, way: str, browser: Browser, slow: str, next_part: Semaphore
) -> None:
    width, scheme, typeface = WAYS[way]
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]
    tab = context.new_page()
    if not typeface:
        tab.route("**/*.woff2", refuse)
    tab.add_init_script(WATCH)
    tab.goto(slow + PAGES[page], wait_until="commit")
    for _ in range(PARTS - 1):
        tab.evaluate(PAINTED)
        next_part.release()
    tab.wait_for_load_state("load")
    tab.evaluate("document.fonts.ready.then(() => true)")
    settle(tab)
    tab.evaluate(SCROLL)
    shifts = tab.evaluate("window.shifts")
    context.close()
    assert shifts == []


MOVED = """
    () => {
        const moved = [];
        for (const cites of document.querySelectorAll("article .cites")) {
            const block = cites.closest("p, li, dd");
            const places = (links) => links.map((link) => {
                const [is, around] = [link.getBoundingClientRect(), block.getBoundingClientRect()];
                return `${is.x - around.x},${is.y - around.y}`;
            }).join(" ");
            while (cites.nextSibling) cites.nextSibling.remove();
            for (const last of [...cites.children].reverse()) {
                const links = [...cites.children];
                const [all, others] = [places(links), places(links.slice(0, -1))];
                last.replaceChildren();
                if (places(links) !== all) moved.push(`its number moves a link: ${block.textContent}`);
                last.remove();
                if (places(links.slice(0, -1)) !== others) moved.push(`a link moves another: ${block.textContent}`);
            }
        }
        return moved;
    }
"""
"""Takes citations away from their ends, as if they had not come yet, and says which then stand elsewhere."""


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_a_citation_does_not_move_while_it_comes(width: int, browser: Browser, address: str) -> None:
    url = f"{address}technologies/django/"
    with opened_tab(browser, url, viewport={"width": width, "height": 800}) as tab:
        assert tab.locator("article .cites").count() > 10
        assert tab.evaluate(MOVED) == []


def test_dark_is_dark_before_the_script_of_the_theme_has_come(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.route("**/bundle.*.js", refuse)
    tab.goto(address)
    colour = tab.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number)")
    context.close()
    assert max(colour[:3]) < 60


@pytest.mark.parametrize("where", ["", "?h=session"])
def test_the_search_index_comes_when_it_is_needed(where: str, each_browser: Browser, address: str) -> None:
    context = each_browser.new_context()
    tab = context.new_page()
    asked: list[str] = []

    def remember(request: Request) -> None:
        if request.url.endswith("search_index.json"):
            asked.append(request.url)

    tab.on("request", remember)
    tab.goto(f"{address}features/identity/{where}")
    settle(tab)
    if where:
        tab.locator("article mark").first.wait_for(state="attached")
    assert len(asked) == (1 if where else 0)
    assert (tab.locator("article mark").count() > 0) == bool(where)
    search(tab, "session")
    assert len(asked) == 1
    context.close()


BELOW_THE_HEADER = """
    () => {
        const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
        const focused = document.activeElement;
        const box = focused.getBoundingClientRect();
        const control = focused.matches("article :is(a, button, input, select, summary)");
        const below = control && box.top + box.height / 2 < header;
        return below ? [`${focused.outerHTML.slice(0, 80)} at ${box.top}`] : [];
    }
"""


@pytest.mark.parametrize("where", ["features/identity/", "technologies/django/", "guide/", "about/"])
def test_what_gets_the_focus_backwards_is_not_below_the_header(where: str, each_browser: Browser, address: str) -> None:
    hidden = []
    with opened_tab(each_browser, address + where) as tab:
        for width in (1440, 360):
            tab.set_viewport_size({"width": width, "height": 500})
            tab.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
            tab.locator("article :is(a, summary, input, select):visible").last.focus()
            for _ in range(25):
                tab.keyboard.press("Shift+Tab")
                hidden += tab.evaluate(BELOW_THE_HEADER)
    assert hidden == []
