"""Reading the result: the explanation, without script, on small and low screens, in forced colours and on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browser.axe import violations
from browser.guide import Guide, Reference, opened

CHOSEN = "exp=new&kind=crud&lang=python~must&structure=full"
CLOSE = "have=flask&kind=crud&structure=modular"
NONE_FITS = "kind=crud&lang=javascript~must&need=admin~first-party"
SEVERAL = (CHOSEN, CLOSE, "structure=modular", "kind=worker&lang=python~prefer", "exp=mixed&kind=saas&load=connections")

TABLE = """
    region => [...region.querySelectorAll("tbody tr")].map(row => ({
        name: row.cells[0].firstChild.textContent,
        cells: [...row.cells].slice(2).map(cell => ({
            points: Number((cell.querySelector("strong") ?? cell).textContent.replace("\\u2212", "-")),
            level: cell.className,
            link: cell.querySelector("small a")?.href ?? "",
            words: cell.textContent,
        })),
    }))
"""


def table(guide: Guide) -> list[dict[str, Any]]:
    guide.part("lines").evaluate("part => { part.open = true; }")
    region = guide.part("lines").locator(".table-region")
    expect(region).to_be_visible()
    return list(region.evaluate(TABLE))


def test_the_lines_of_the_table_sum_to_the_score(guide_in_each: Guide) -> None:
    guide = guide_in_each
    guide.open()
    rounded = set()
    for answers in SEVERAL:
        guide.go(answers)
        *lines, total = table(guide)
        rounded.add(lines[-1]["name"] == "Rounding")
        for column, score in enumerate(total["cells"]):
            tenths = [round(10 * line["cells"][column]["points"]) for line in lines]
            assert sum(tenths) == round(10 * score["points"]) > 0, answers
        ranked = guide.tab.locator(".ranking strong").all_inner_texts()
        assert ranked[: len(total["cells"])] == [f"{score['points']:.1f}" for score in total["cells"]]
    assert rounded == {True, False}


def test_every_cell_of_the_table_has_its_source_and_date(guide: Guide) -> None:
    guide.open(CHOSEN)
    cells = [cell for line in table(guide) for cell in line["cells"] if cell["level"]]
    assert len(cells) > 20
    for cell in cells:
        assert cell["link"].startswith("https://")
        assert re.search(r", \d{1,2} [A-Z][a-z]+ 20\d\d$", cell["words"]), cell


TURNED = {"lines", "excluded", "record", "all-changes"}
PARTS = """
    () => Object.fromEntries([...document.querySelectorAll("#guide-detail details")]
        .map(part => [part.dataset.part, part.open]))
"""


def test_parts_stay_open_or_closed(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    guide.open(CHOSEN)
    before = guide.tab.evaluate(PARTS)
    for key in TURNED:
        guide.part(key).locator("> summary").click()
    turned = {key: opened != (key in TURNED) for key, opened in before.items()}
    assert guide.tab.evaluate(PARTS) == turned
    guide.choose("exp", "mixed")
    guide.shows(CHOSEN.replace("new", "mixed"), reference)
    assert guide.tab.evaluate(PARTS) == turned
    guide.tab.locator(".guide-change a").click()
    expect(guide.headline).not_to_have_text(reference.headline(CHOSEN.replace("new", "mixed")))
    after = guide.tab.evaluate(PARTS)
    shared = after.keys() & turned.keys()
    assert len(shared) >= 3
    assert {key: after[key] for key in shared} == {key: turned[key] for key in shared}


def test_what_is_excluded_names_the_condition(guide: Guide, reference: Reference) -> None:
    guide.open(CHOSEN)
    excluded = guide.part("excluded")
    excluded.locator("summary").click()
    left_out = reference.result(CHOSEN).excluded
    expect(excluded.locator("li")).to_have_count(len(left_out))
    for line, item in zip(excluded.locator("li").all_inner_texts(), left_out, strict=True):
        assert line.startswith(reference.words.name(item.id))
        assert line.endswith(reference.words.excluded(item))
        assert "Python (Languages)" in line


def test_none_fits_shows_ways_out(guide: Guide, reference: Reference) -> None:
    guide.open(NONE_FITS)
    guide.shows(NONE_FITS, reference)
    ways = guide.part("ways").locator("li")
    assert ways.all_inner_texts() == reference.words.ways_out(reference.result(NONE_FITS))
    assert guide.tab.locator(".ranking").count() == 0
    assert violations(guide.tab) == []


SHORT = re.compile(r"\w \((clear|ahead|close|tie|the only one)\)\.?$|^None$")


def test_without_script_the_short_lists_are_there(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}guide/", java_script_enabled=False) as guide:
        tab = guide.tab
        tab.goto(guide.url)
        notice = tab.locator("noscript .notice")
        expect(notice).to_contain_text("The form needs JavaScript.")
        expect(notice).to_be_visible()
        expect(tab.locator("#guide-form")).to_be_hidden()
        expect(tab.locator("#guide-result")).to_be_hidden()
        lists = tab.locator(".short-list")
        assert lists.first.locator("td").count() >= 30
        for number, short in enumerate(lists.all()):
            if number:
                short.locator("summary").click()
            results = short.locator("td, p")
            expect(results.first).to_be_visible()
            assert [text for text in results.all_inner_texts() if not SHORT.search(text)] == []
        for name, heading in (("worked examples", "Worked examples"), ("method", "How the guide decides")):
            notice.get_by_role("link", name=name).click()
            expect(tab.locator("h1")).to_have_text(heading)
            tab.go_back()


SEEN = """
    () => {
        const field = document.activeElement;
        const box = field.getBoundingClientRect();
        const [left, right] = [Math.max(box.left, 0) + 2, Math.min(box.right, innerWidth) - 2];
        const [top, bottom] = [Math.max(box.top, 0) + 2, Math.min(box.bottom, innerHeight) - 2];
        return [left, (left + right) / 2, right]
            .flatMap(x => [top, (top + bottom) / 2, bottom].map(y => document.elementFromPoint(x, y)))
            .some(found => found && (field.contains(found) || found.contains(field)));
    }
"""
"""Whether something of what has the focus is neither outside the window nor below the header or the bar."""


@pytest.mark.parametrize("height", [568, 256])
def test_a_small_screen_shows_what_has_the_focus(height: int, browser: Browser, address: str) -> None:
    settings = {"viewport": {"width": 320, "height": height}, "reduced_motion": "reduce"}
    with opened(browser, f"{address}guide/", **settings) as guide:
        guide.open(CHOSEN)
        guide.tab.locator("#guide-form select").first.focus()
        for _ in range(60):
            guide.tab.keyboard.press("Tab")
            assert guide.tab.evaluate(SEEN), guide.tab.evaluate("document.activeElement.outerHTML")
        for _ in range(60):
            guide.tab.keyboard.press("Shift+Tab")
            assert guide.tab.evaluate(SEEN), guide.tab.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("height", [568, 256])
def test_a_small_screen_has_room_for_the_form(height: int, browser: Browser, address: str) -> None:
    with opened(browser, f"{address}guide/", viewport={"width": 320, "height": height}) as guide:
        guide.open()
        for answers in (CHOSEN, NONE_FITS):
            guide.go(answers)
            guide.tab.locator("#guide-form legend").nth(3).scroll_into_view_if_needed()
            bar = guide.tab.locator(".guide-now")
            covered = bar.evaluate("bar => innerHeight - bar.getBoundingClientRect().top")
            assert covered <= 0.4 * height


def test_a_small_screen_does_not_scroll_sideways(browser: Browser, each_address: str) -> None:
    """From a file, browsers load no fonts, and others are wider."""
    with opened(browser, each_address, viewport={"width": 320, "height": 568}) as guide:
        guide.open()
        for answers in (CHOSEN, CLOSE, NONE_FITS, ""):
            guide.go(answers)
            guide.unfold()
            assert guide.tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_show_why_leads_to_the_explanation(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}guide/", viewport={"width": 320, "height": 568}) as guide:
        guide.open(CHOSEN)
        guide.press("Show why")
        expect(guide.detail).to_be_in_viewport()
        assert guide.detail.evaluate("part => part.getBoundingClientRect().top") < 568 / 2


def test_forced_colours_leave_bars_and_focus(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}guide/", forced_colors="active") as guide:
        guide.open(CHOSEN)
        fills = guide.tab.locator(".ranking .bar rect").evaluate_all(
            "all => all.map(bar => getComputedStyle(bar).fill)"
        )
        paper = guide.tab.evaluate("getComputedStyle(document.body).backgroundColor")
        assert len(fills) >= 2
        assert not {*fills} & {paper, "none", "rgba(0, 0, 0, 0)"}
        guide.tab.locator("#guide-form select").first.focus()
        for _ in range(30):
            guide.tab.keyboard.press("Tab")
            outline = "(({outlineStyle: style, outlineWidth: width}) => style !== 'none' && parseFloat(width) >= 1)"
            assert guide.tab.evaluate(f"{outline}(getComputedStyle(document.activeElement))")


def test_paper_shows_result_and_record_and_no_form(guide: Guide) -> None:
    guide.open(CHOSEN)
    guide.tab.pdf()
    guide.tab.emulate_media(media="print")
    expect(guide.tab.locator("#guide-form")).to_be_hidden()
    for button in guide.detail.get_by_role("button").all():
        expect(button).to_be_hidden()
    expect(guide.headline).to_be_visible()
    expect(guide.part("excluded").locator("li").first).to_be_visible()
    expect(guide.record).to_be_visible()
    clipped = "part => part.scrollHeight > part.clientHeight + 1"
    assert not guide.tab.locator(".record").evaluate(clipped)
    assert not guide.tab.locator("#guide-result").evaluate(clipped)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (320, "light")])
def test_the_whole_result_passes_axe(width: int, scheme: str, browser: Browser, address: str) -> None:
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with opened(browser, f"{address}guide/", **settings) as guide:
        guide.open(f"colour=red&{CLOSE}")
        expect(guide.notice).to_be_visible()
        guide.unfold()
        assert violations(guide.tab) == []
