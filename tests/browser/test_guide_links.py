"""Links: those that show what would change the result, those that others send, and those that somebody forged."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.actions import follow
from browser.guide import Guide, Reference, opened

CHOSEN = "exp=new&kind=crud&lang=python~prefer&need=graphql~nice&structure=full"
RANKED = """
    () => [...document.querySelectorAll(".ranking li")]
        .map(line => [line.querySelector("a").textContent, Number(line.querySelector("strong").textContent)])
"""
FOCUSED = "document.activeElement.closest('#guide-result')?.id"


def on_top(guide: Guide) -> set[str]:
    """What has the highest score."""
    ranked = guide.tab.evaluate(RANKED)
    return {name for name, score in ranked if score == max(other for _, other in ranked)}


def promised(line: Locator) -> set[str]:
    """What a change says would come first. Nothing, where nothing would fit."""
    outcome = line.inner_text().removeprefix(line.locator("a").inner_text())
    names = outcome.removeprefix(", ").removesuffix(" would come first.")
    return set() if names == "nothing would fit." else set(re.split(", | and ", names))


def changes(guide: Guide) -> list[Locator]:
    """The changes that the page shows first, and some of the others."""
    guide.unfold()
    shown = guide.part("changes").locator("> ul > li")
    others = guide.part("all-changes").locator("li")
    return [guide.tab.locator(".guide-change"), *shown.all(), *others.filter(has_text="would come first").all()[:2]]


def test_a_change_keeps_its_promise_and_back_undoes_it(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    guide.open(CHOSEN)
    guide.shows(CHOSEN, reference)
    before = on_top(guide), guide.form, guide.record_text
    for line in changes(guide):
        expected, words = promised(line), line.inner_text()
        follow(line.locator("a"))
        expect(guide.headline).not_to_have_text(reference.headline(CHOSEN))
        assert on_top(guide) == expected != before[0], words
        assert guide.tab.evaluate(FOCUSED) == "guide-result", words
        guide.tab.go_back()
        guide.shows(CHOSEN, reference)
        assert (on_top(guide), guide.form, guide.record_text) == before, words
        assert guide.tab.evaluate(FOCUSED) == "guide-result", words


def test_a_change_that_is_followed_on_a_small_screen_keeps_the_focus(browser: Browser, each_address: str) -> None:
    with opened(browser, each_address, viewport={"width": 320, "height": 640}) as guide:
        guide.open(CHOSEN)
        before = guide.headline.inner_text()
        guide.tab.locator(".guide-change a").focus()
        guide.tab.keyboard.press("Enter")
        expect(guide.headline).not_to_have_text(before)
        expect(guide.headline).to_be_focused()
        guide.tab.keyboard.press("Tab")
        assert guide.tab.evaluate(FOCUSED) == "guide-result"


def test_going_back_leaves_the_focus_where_it_is(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    guide.open(CHOSEN)
    guide.go("kind=realtime")
    button = guide.press("Copy the link")
    guide.tab.go_back()
    guide.shows(CHOSEN, reference)
    expect(button).to_be_focused()


@pytest.mark.parametrize("where", ["http", "file"])
def test_a_copied_link_opens_the_same(where: str, browser: Browser, address: str, site: Path) -> None:
    url = f"{address}guide/" if where == "http" else (site / "guide/index.html").as_uri()
    with opened(browser, url, permissions=["clipboard-read", "clipboard-write"]) as guide:
        guide.open()
        guide.choose("lang", "javascript", "prefer")
        guide.choose("kind", "realtime")
        guide.choose("need", "websocket", "must")
        seen = (guide.form, guide.headline.inner_text(), guide.detail.inner_text(), guide.record_text)
        guide.press("Copy the link")
        expect(guide.detail.get_by_role("status")).to_have_text("Copied.")
        link = guide.tab.evaluate("navigator.clipboard.readText()")
    with opened(browser, url) as other:
        other.tab.goto(link)
        assert (other.form, other.headline.inner_text(), other.detail.inner_text(), other.record_text) == seen
        assert not other.notice.is_visible()


def test_a_link_that_recorded_another_result_says_so(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    guide.open("v=1&d=2020-02-02&r=clear~flask&kind=crud&structure=full")
    guide.shows("kind=crud&structure=full", reference)
    expect(guide.headline).to_contain_text("Django")
    expect(guide.notice).to_contain_text("with data of 2020-02-02, the result was: clear, Flask.")
    guide.choose("exp", "new")
    expect(guide.notice).to_be_hidden()


HOSTILE = {
    "unknown key": ("colour=red&kind=crud", ["colour=red"]),
    "unknown choice": ("kind=cruddy&structure=full", ["kind=cruddy"]),
    "unknown strength": ("kind=crud&need=admin~sometimes", ["need=admin~sometimes"]),
    "garbled": ("kind=crud&&%%%&=&~&lang", ["%%%", "lang"]),
    "truncated": ("v=1&d=2026-11-22&r=clear~django&kind=crud&structure=fu", ["structure=fu"]),
    "other version": ("v=0&kind=crud", ["v=0", "kind=crud"]),
    "element": ("kind=<img src=x onerror=alert(1)>", ["onerror=alert(1)"]),
    "unknown element": ("<img src=x onerror=alert(1)>=1&kind=crud", ["onerror=alert(1)"]),
    "recorded element": ("r=clear~<svg onload=alert(1)>&kind=crud", ["onload=alert(1)"]),
    "prototype": ("__proto__=x", ["__proto__=x"]),
    "constructor": ("constructor=1&kind=crud", ["constructor=1"]),
    "inherited choice": ("kind=constructor&need=toString~must&weight=valueOf~much", ["kind=constructor"]),
    "script": ("javascript:alert(1)", ["javascript:alert(1)"]),
    "selector": ('kind="]&need=*~must', ["need=*~must"]),
    "many": ("&".join(f"x{number}=1" for number in range(9)), ["x0=1", "and 4 more"]),
    "too long": ("kind=crud&need=" + "admin~must," * 400, ["kind=crud&need=admin"]),
    "broken escape": ("kind=%E0%A4%A&structure=full", ["kind=%E0%A4%A"]),
}


def check_hostile(guide: Guide, reference: Reference, link: str, named: list[str]) -> None:
    """What can be read is shown, what cannot is named as text, and nothing of it becomes part of the page."""
    expect(guide.headline).to_have_text(reference.headline(link))
    expect(guide.notice).to_be_visible()
    said = guide.notice.inner_text()
    assert all(name in said for name in named), said
    assert guide.notice.evaluate("box => box.querySelectorAll(':scope > :not(p), p > *').length") == 0
    assert guide.tab.locator("img[src=x], svg[onload]").count() == 0
    assert guide.tab.evaluate("Object.keys(Object.prototype).length + Number('x' in {})") == 0
    assert guide.problems == []


@pytest.mark.parametrize("name", ["truncated", "other version", "element", "prototype", "too long"])
def test_a_link_that_cannot_be_read_is_named(name: str, guide: Guide, reference: Reference) -> None:
    link, named = HOSTILE[name]
    guide.open(link)
    check_hostile(guide, reference, link, named)


def test_no_link_that_is_pasted_harms_the_page(guide_in_each: Guide, reference: Reference) -> None:
    guide_in_each.open("have=flask&kind=saas&need=admin~must")
    for link, named in HOSTILE.values():
        guide_in_each.go(link)
        check_hostile(guide_in_each, reference, link, named)


def test_a_link_may_be_cut_anywhere(guide: Guide, reference: Reference) -> None:
    guide.open(CHOSEN)
    whole = f"{guide.fragment}&weight=structure~some"
    for length in range(len(whole) - 1, 0, -7):
        guide.go(whole[:length])
        expect(guide.headline).to_have_text(reference.headline(whole[:length]))


def test_a_link_that_mail_escaped_is_read(guide: Guide, reference: Reference) -> None:
    guide.open("kind%3Dcrud%26lang%3Dgo%7Eprefer%2Cpython%7Eprefer")
    guide.shows("kind=crud&lang=go~prefer,python~prefer", reference)
    assert not guide.notice.is_visible()


EXAMPLE = """
    async place => {
        const text = await (await fetch(place)).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        const link = [...page.querySelectorAll("a")].find(a => a.textContent === "Open these answers in the guide");
        return [link?.getAttribute("href"), ...(SHOWN)(page)];
    }
"""
SHOWN = """
    page => [".verdict", ".headline", ".holding", ".ranking", ".table-region[aria-label^=What]"]
        .map(part => [...(page ?? document).querySelectorAll(`article ${part}`)])
        .map(found => found.map(part => part.textContent.replace(/\\s/g, "")).join(""))
"""
"""The form puts what comes after the tenth technology into a list of its own."""


def places(site: Path, pattern: str) -> list[str]:
    return [str(path.parent.relative_to(site)) for path in sorted(site.glob(pattern))]


def test_every_worked_example_opens_with_the_result_that_it_shows(guide: Guide, address: str, site: Path) -> None:
    guide.open()
    examples = places(site, "guide/scenarios/*/index.html")
    assert len(examples) >= 18
    for place in examples:
        href, *shown = guide.tab.evaluate(EXAMPLE.replace("SHOWN", SHOWN), f"{address}{place}/")
        target, _, answers = href.partition("#")
        assert target == "../../"
        guide.go(answers)
        guide.unfold()
        assert guide.tab.evaluate(SHOWN) == shown, place
        assert not guide.notice.is_visible()


def test_every_technology_comes_first_as_its_page_says(
    guide: Guide, address: str, site: Path, reference: Reference
) -> None:
    names = {option.id: option.name for option in reference.words.basis.options}
    guide.open()
    for place in places(site, "technologies/*/index.html"):
        href = guide.tab.evaluate(EXAMPLE.replace("SHOWN", SHOWN), f"{address}{place}/")[0]
        if href:
            guide.go(href.partition("#")[2])
            assert on_top(guide) == {names[place.split("/")[1]]}


def test_an_example_is_opened_by_its_button(guide: Guide, address: str, reference: Reference) -> None:
    guide.tab.goto(f"{address}guide/scenarios/python-crud/")
    guide.tab.get_by_role("link", name="Open these answers in the guide").click()
    guide.shows("kind=crud&lang=python~must&structure=full", reference)
    guide.tab.goto(f"{address}guide/scenarios/nothing-known/")
    guide.tab.get_by_role("link", name="Open these answers in the guide").click()
    guide.shows("", reference)
