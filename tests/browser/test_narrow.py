"""Reading on a phone: words stay whole, fingers hit what they aim at, long pages have a list of contents."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.axe import AXE
from browser.pages import PAGES

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}

OPENED = """
    () => document.head.append(Object.assign(document.createElement("style"),
        { textContent: ".md-typeset .table-region { content-visibility: visible; }" }))
"""
"""Tables far down are laid out, too."""

BROKEN = r"""
    () => {
        const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        const found = [];
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const around = text.parentElement;
            if (!around.checkVisibility() || around.closest("pre, code, .package, .visually-hidden, caption, script")) {
                continue;
            }
            for (const { 0: word, index } of text.textContent.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
                const range = document.createRange();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set([...range.getClientRects()].filter((box) => box.width).map((box) => box.top));
                if (lines.size > 1) {
                    found.push(`${word} in ${around.closest("tr, p, li")?.textContent}`);
                }
            }
        }
        return found;
    }
"""
"""Words that go on in the next line. Names of packages may: nobody can know where a hyphen belongs to them."""

SMALL = """
    ([selector, least]) => [...document.querySelectorAll(selector)]
        .filter((target) => target.checkVisibility())
        .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
        .filter(([, box]) => box.height < least || box.width < 24)
        .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)
"""

TARGETS = """
    async () => (await axe.run({ runOnly: ["target-size"], resultTypes: ["violations"] }))
        .violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")))
"""

TABLES = ["features/", "features/identity/", "compare/django-vs-flask/", "technologies/django/"]
PARTS = ".table-region :is(th > a:first-child, details.cell > summary, a.brief)"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_broken(page: str, phone: Page, address: str) -> None:
    phone.goto(address + PAGES[page])
    phone.evaluate(OPENED)
    assert phone.evaluate(BROKEN) == []


def test_no_word_of_a_selection_is_broken(phone: Page, address: str) -> None:
    phone.goto(f"{address}compare/#ids=django,flask,nodejs")
    phone.evaluate(OPENED)
    expect(phone.locator("[data-group=http] thead th")).to_have_text(["Feature", "Django", "Flask", "Node.js"])
    assert phone.locator(".table-region--wide tbody th").count() > 70
    assert phone.evaluate(BROKEN) == []


@pytest.mark.parametrize("where", TABLES)
def test_heads_and_cells_of_a_table_are_large_enough_for_a_finger(where: str, phone: Page, address: str) -> None:
    phone.goto(address + where)
    phone.evaluate(OPENED)
    assert phone.locator(PARTS).count() > 5
    assert phone.evaluate(SMALL, [PARTS, 40]) == []
    assert phone.evaluate(SMALL, [".table-region summary, .table-region .sources a, .cites a", 24]) == []


@pytest.mark.parametrize("where", TABLES)
def test_heads_and_cells_of_a_table_are_large_enough_for_a_mouse(where: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(address + where)
    tab.evaluate(OPENED)
    small = tab.evaluate(SMALL, [f"{PARTS}, .table-region summary, .cites a", 24])
    context.close()
    assert small == []


def height(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize(
    ("where", "name", "anchor"),
    [
        ("technologies/django/", "Identity and access", "identity"),
        ("compare/django-vs-flask/", "The differences in words", "differences"),
        ("features/identity/", "Server-side sessions", "sessions"),
        ("contribute/look/", "Cards and overview", "cards-and-overview"),
    ],
)
def test_a_long_page_lists_its_sections_without_script(
    where: str, name: str, anchor: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(**PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(address + where)
    contents = tab.locator("details.contents")
    link = contents.get_by_role("link", name=name, exact=True)
    assert not link.is_visible()
    assert height(contents) < 48
    contents.locator("summary").click()
    link.click()
    assert tab.url == f"{address}{where}#{anchor}"
    assert 0 <= (tab.locator(f"#{anchor}").bounding_box() or {"y": -1})["y"] < 200
    context.close()


def test_only_long_pages_without_the_themes_list_have_one(browser: Browser, phone: Page, address: str) -> None:
    for short in ("", "compare/", "guide/", "technologies/"):
        phone.goto(address + short)
        assert phone.locator(".contents").count() == 0, short
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto(f"{address}technologies/django/")
    assert not tab.locator(".contents").is_visible()
    assert tab.locator(".md-sidebar--secondary").is_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_result_of_the_guide_leaves_room_for_the_form(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(f"{address}guide/#kind=crud&lang=python~must&structure=full")
    expect(tab.locator("#guide-verdict")).not_to_be_empty()
    tab.locator("#guide-form legend").nth(2).scroll_into_view_if_needed()
    bar = tab.locator(".guide-now").bounding_box()
    assert bar
    assert bar["height"] <= 0.15 * 640
    assert (bar["x"], bar["width"]) == (0, width)
    assert abs(bar["y"] + bar["height"] - 640) <= 1
    assert tab.locator("#guide-headline").inner_text().startswith("Django is the closest match")
    tab.locator("#guide-jump").click()
    expect(tab.locator("#guide-detail").get_by_role("link", name="Django").first).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("page", TABLES)
def test_no_row_lies_over_what_follows_before_its_table_is_laid_out(page: str, phone: Page, address: str) -> None:
    phone.goto(address + page)
    phone.add_script_tag(path=AXE)
    assert phone.evaluate(TARGETS) == []
