"""The comparison of any selection: choosing, arranging, narrowing down, and taking it away."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from backend_atlas.load import load
from backend_atlas.views.comparison import comparison_view, side
from browser.actions import settle
from browser.axe import violations
from browser.tab import delay_column, opened_tab
from project import DATA_DAY, ROOT

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    with opened_tab(browser, f"{address}compare/") as found:
        yield found


def pick(tab: Page, name: str) -> Locator:
    return tab.locator("#compare-picks li").filter(has_text=name).locator("input")


def heads(tab: Page) -> list[str]:
    return tab.locator("[data-group=http] thead th").all_inner_texts()[1:]


def rows(tab: Page) -> list[str]:
    found = tab.locator("tr[data-row]:visible th")
    return list(found.evaluate_all("all => all.map(head => head.textContent.trim())"))


def shows(tab: Page, *names: str) -> None:
    expect(tab.locator("[data-group=http] thead th")).to_have_text(["Feature", *names])


def fragment(tab: Page) -> str:
    return unquote(str(tab.evaluate("location.hash")).removeprefix("#"))


def tool(tab: Page, label: str) -> Locator:
    return tab.get_by_role("button", name=label, exact=True)


def test_choosing_two_shows_their_columns_and_puts_them_into_the_address(each_browser: Browser, address: str) -> None:
    with opened_tab(each_browser, f"{address}compare/") as tab:
        expect(tab.locator("#compare-hint")).to_have_text("Choose two to five.")
        pick(tab, "Flask").check()
        shows(tab, "Flask")
        pick(tab, "Django").check()
        shows(tab, "Django", "Flask")
        assert fragment(tab) == "ids=django,flask"
        expect(tab.locator("#compare-count")).to_have_text("Django, Flask")
        pick(tab, "Flask").uncheck()
        pick(tab, "Django").uncheck()
        expect(tab.locator("#compare-tables")).to_be_hidden()
        assert fragment(tab) == ""


def test_the_picker_finds_by_any_name(tab: Page) -> None:
    tab.locator("#compare-find").fill("nodejs")
    assert tab.locator("#compare-picks li:visible").all_inner_texts() == ["Node.js Runtime"]
    tab.locator("#compare-find").fill("no such thing")
    expect(tab.locator("#compare-hint")).to_contain_text("No technology in the atlas has that name.")


def test_cells_are_those_of_the_page_of_the_pair(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/#ids=django,flask")
    shows(tab, "Django", "Flask")
    words = "all => all.map(cell => cell.textContent.replace(/\\s+/g, ' ').trim())"
    cells = {row: tab.locator(f"tr[data-row={row}] td").evaluate_all(words) for row in ("csrf", "jobs", "fact-licence")}
    different = tab.locator("#compare-different").inner_text()
    mismatch = tab.locator("#compare-mismatch p").all_inner_texts()
    tab.get_by_role("link", name="Django and Flask").click()
    tab.wait_for_url("**/compare/django-vs-flask/")
    for row, texts in cells.items():
        place = "tr:has(th:text-is('Licence'))" if row == "fact-licence" else f"tr#{row}"
        assert tab.locator(f"{place} td").evaluate_all(words) == texts
    switch = tab.locator(".switch label").inner_text()
    counts = [int(count) for count in re.findall(r"(\d+) of", switch)]
    assert different == f"{sum(counts) + 3} of 94"  # and a sentence, strengths, limits
    assert tab.locator(".notice p").all_inner_texts() == mismatch


def test_every_pair_is_announced_as_on_its_page(tab: Page, address: str) -> None:
    atlas = load(ROOT / "data", DATA_DAY)
    sides = [side(atlas, technology) for technology in atlas.technologies.values()]
    views = (comparison_view(atlas, *pair) for pair in combinations(sides, 2))
    announced = [view for view in views if view.mismatch]
    cases = {tuple(item.technology.facts.kind.value for item in view.sides): view for view in announced}
    runtimes = set(atlas.technologies)
    hosted = next(view for view in announced if {item.technology.runs_on for item in view.sides} & runtimes)
    for view in (*cases.values(), hosted):
        assert view.mismatch
        one, other = (item.technology.id for item in view.sides)
        tab.goto(f"{address}compare/#ids={one},{other}")
        tab.reload()
        expect(tab.locator("#compare-mismatch p").nth(1)).to_have_text(
            re.compile(re.escape(f"{view.mismatch.text} {view.mismatch.advice}"))
        )


def test_columns_move_pin_and_go_by_keyboard(each_browser: Browser, address: str) -> None:
    with opened_tab(each_browser, f"{address}compare/#ids=django,flask,nodejs") as tab:
        shows(tab, "Django", "Flask", "Node.js")
        tool(tab, "Move to the right: Django").focus()
        tab.keyboard.press("Enter")
        shows(tab, "Flask", "Django", "Node.js")
        expect(tool(tab, "Move to the right: Django")).to_be_focused()
        tool(tab, "Pin Node.js").focus()
        tab.keyboard.press("Space")
        shows(tab, "Node.js", "Flask", "Django")
        assert fragment(tab) == "ids=nodejs,flask,django&pin=nodejs"
        expect(tool(tab, "Pin Node.js")).to_have_attribute("aria-pressed", "true")
        tool(tab, "Remove Flask").focus()
        tab.keyboard.press("Enter")
        shows(tab, "Node.js", "Django")
        assert fragment(tab) == "ids=nodejs,django&pin=nodejs"


def test_a_cell_stays_open_when_its_column_moves(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/#ids=django,flask")
    shows(tab, "Django", "Flask")
    cell = tab.locator("tr[data-row=csrf] td").first.locator("details")
    cell.locator("summary").press("Enter")
    expect(cell.locator(".sources")).to_be_visible()
    tool(tab, "Move to the right: Django").click()
    shows(tab, "Flask", "Django")
    expect(tab.locator("tr[data-row=csrf] td").nth(1).locator(".sources")).to_be_visible()


def test_a_pinned_column_stays_in_sight_on_a_phone(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}compare/#ids=flask,django,nodejs&pin=flask", **PHONE) as tab:
        shows(tab, "Flask", "Django", "Node.js")
        region = tab.locator("[data-group=http] .table-region")
        moved = region.evaluate("element => { element.scrollLeft = 300; return element.scrollLeft; }")
        assert moved > 50
        edges = region.evaluate(
            "element => [...element.querySelectorAll('thead th')].map(head => head.getBoundingClientRect().left)"
        )
        left = region.evaluate("element => element.getBoundingClientRect().left")
        assert abs(edges[0] - left) <= 2
        assert 0 < edges[1] - left < 120
        assert edges[2] < edges[1] + 60


def test_a_narrow_comparison_shows_two_options(browser: Browser, address: str) -> None:
    for ids in ("django,flask", "django,flask,nodejs"):
        with opened_tab(browser, f"{address}compare/#ids={ids}", viewport={"width": 320, "height": 640}) as tab:
            expect(tab.locator("[data-group=http] thead th").nth(2)).to_have_text("Flask")
            box = tab.locator("[data-group=http] .table-region").bounding_box()
            first, second = (tab.locator("[data-group=http] thead th").nth(at).bounding_box() for at in (0, 2))
            assert box and first and second
            assert first["width"] <= 0.4 * box["width"]
            assert second["x"] + 0.6 * second["width"] <= box["x"] + box["width"]


@pytest.mark.parametrize("width", [320, 360, 412])
def test_a_third_column_begins_inside_a_narrow_window(width: int, browser: Browser, address: str) -> None:
    viewport = {"width": width, "height": 740}
    with opened_tab(browser, f"{address}compare/#ids=django,flask,nodejs", viewport=viewport) as tab:
        shows(tab, "Django", "Flask", "Node.js")
        box = tab.locator("[data-group=http] .table-region").bounding_box()
        third = tab.locator("[data-group=http] thead th").nth(3).bounding_box()
        assert box and third
        assert third["x"] + 15 <= box["x"] + box["width"] < third["x"] + third["width"]


@pytest.mark.parametrize("width", [360, 768])
def test_the_head_of_three_columns_stays_in_its_region(width: int, browser: Browser, address: str) -> None:
    viewport = {"width": width, "height": 700}
    with opened_tab(browser, f"{address}compare/#ids=django,flask,nodejs", viewport=viewport) as tab:
        shows(tab, "Django", "Flask", "Node.js")
        region = tab.locator("[data-group=facts] .table-region")
        region.scroll_into_view_if_needed()
        settle(tab)
        assert region.evaluate("element => { element.scrollTop = 9999; return element.scrollTop; }") > 100
        head, box = region.locator("thead th").nth(1).bounding_box(), region.bounding_box()
        assert head and box
        assert abs(head["y"] - box["y"]) <= 2


def test_rows_are_chosen_by_everyday_words_and_by_group(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/#ids=django,flask")
    shows(tab, "Django", "Flask")
    assert len(rows(tab)) == 94
    tab.locator("#compare-rows summary").click()
    tab.locator("#compare-about").fill("cron, csrf")
    assert rows(tab) == ["CSRF protection", "Recurring jobs"]
    assert fragment(tab) == "ids=django,flask&about=cron, csrf"
    tab.locator("#compare-about").fill("")
    tab.get_by_role("checkbox", name="Data", exact=True).check()
    assert 5 < len(rows(tab)) < 12
    expect(tab.locator(".compare-table:visible h2")).to_have_text(["Data"])
    assert fragment(tab) == "ids=django,flask&groups=data"


def test_only_differences_are_counted_and_shown(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/#ids=django,flask")
    shows(tab, "Django", "Flask")
    different = int(tab.locator("#compare-different").inner_text().split()[0])
    assert 0 < different < 94
    tab.locator("label[for=only-differences]").click()
    assert len(rows(tab)) == different
    expect(tab.locator("#compare-rows-count")).to_have_text(f"{different} of 94")
    assert fragment(tab).endswith("only=differences")


def test_where_no_row_is_left_it_says_why(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/#ids=django,flask&about=zeppelin")
    expect(tab.locator("#compare-empty")).to_have_text("No row is about “zeppelin”.")
    tab.goto(f"{address}compare/#ids=django,flask&about=routing&only=differences")
    expect(tab.locator("#compare-empty")).to_have_text("None of these rows differs.")
    tab.locator("label[for=only-differences]").click()
    expect(tab.locator("#compare-empty")).to_be_hidden()


def test_a_link_gives_the_same_page(browser: Browser, address: str) -> None:
    link = f"{address}compare/#ids=nodejs,django&pin=nodejs&only=differences&groups=identity&about=login"
    with opened_tab(browser, link) as tab:
        shows(tab, "Node.js", "Django")
        expect(tab.locator("#only-differences")).to_be_checked()
        expect(tab.locator("#compare-about")).to_have_value("login")
        expect(tab.locator("#compare-rows-count")).to_contain_text("about “login”")
        assert tab.locator("h1").inner_text() == "Node.js and Django"
        assert tab.title().startswith("Node.js and Django")
        seen = rows(tab)
        assert seen
        tab.reload()
        shows(tab, "Node.js", "Django")
        assert rows(tab) == seen
        tab.evaluate("location.hash = 'ids=django,flask'")
        shows(tab, "Django", "Flask")
        assert len(rows(tab)) == 94


@pytest.mark.parametrize(
    ("given", "said", "columns"),
    [
        ("ids=django,cobol,flask", "“cobol”", ["Django", "Flask"]),
        ("ids=%3Cscript%3Ealert(1)%3C/script%3E,django", "“<script>alert(1)</script>”", ["Django"]),
        ("ids=%E0%A4%A,flask", "left out", ["Flask"]),
        (
            "ids=django,flask,nodejs,a,b,c,d,e",
            "“a”, “b”",
            ["Django", "Flask", "Node.js"],
        ),
    ],
)
def test_what_a_link_holds_too_much_is_said(
    given: str, said: str, columns: list[str], browser: Browser, address: str
) -> None:
    with opened_tab(browser, f"{address}compare/#{given}") as tab:
        shows(tab, *columns)
        expect(tab.locator("#compare-notice")).to_contain_text(said)
        assert tab.locator("#compare-notice script").count() == 0


def test_more_than_five_are_refused_with_a_sentence(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}compare/") as tab:
        tab.evaluate("""() => {
            const data = document.getElementById("compare-data");
            const json = JSON.parse(data.textContent);
            json.most = 2;
            data.textContent = JSON.stringify(json);
            const scripts = [...document.querySelectorAll("script:not([src])")];
            const code = scripts.find(script => script.textContent.includes("class ComparePage")).textContent;
            (0, eval)(code);
        }""")
        pick(tab, "Django").check()
        pick(tab, "Flask").check()
        expect(tab.locator("#compare-hint")).to_contain_text("are chosen. More are too many")
        expect(pick(tab, "Node.js")).to_be_disabled()


def test_what_is_taken_away_is_what_is_seen(browser: Browser, address: str, tmp_path: Path) -> None:
    link = f"{address}compare/#ids=django,flask&about=background jobs, login"
    permissions = ["clipboard-read", "clipboard-write"]
    with opened_tab(browser, link, permissions=permissions) as tab:
        shows(tab, "Django", "Flask")
        seen = rows(tab)
        tool(tab, "Copy the link").click()
        expect(tab.locator("#compare-said")).to_have_text("Copied.")
        assert tab.evaluate("navigator.clipboard.readText()") == tab.url
        tool(tab, "Copy as Markdown").click()
        text = tab.evaluate("navigator.clipboard.readText()")
        assert text.startswith("# Django, Flask\n")
        assert tab.url in text
        assert [
            line.split(" | ")[0].removeprefix("| ")
            for line in text.splitlines()
            if line.startswith("| ") and not line.startswith(("| :--", "|  |"))
        ] == seen
        assert "| Background jobs | Community package (huey" in text
        with tab.expect_download() as waiting:
            tool(tab, "Download CSV").click()
        waiting.value.save_as(tmp_path / "found.csv")
        assert waiting.value.suggested_filename == "django-flask.csv"
        found = list(csv.DictReader(io.StringIO((tmp_path / "found.csv").read_text(encoding="utf-8"))))
        assert [line["row"] for line in found] == seen
        jobs = next(line for line in found if line["row"] == "Background jobs")
        assert jobs["Flask: answer"] == "Community package"
        assert jobs["Flask: sources"].startswith("https://")
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", jobs["Flask: read"])


def test_no_field_of_the_csv_is_a_formula(browser: Browser, address: str, tmp_path: Path) -> None:
    with opened_tab(browser, f"{address}compare/#ids=nodejs,flask") as tab:
        shows(tab, "Node.js", "Flask")
        with tab.expect_download() as waiting:
            tool(tab, "Download CSV").click()
        waiting.value.save_as(tmp_path / "found.csv")
        fields = [field for line in csv.reader(io.StringIO((tmp_path / "found.csv").read_text())) for field in line]
        assert "'@koa/router" in fields
        assert not [field for field in fields if field.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_page_works_from_a_file(each_browser: Browser, site: Path) -> None:
    context = each_browser.new_context()
    found = context.new_page()
    found.goto(f"{(site / 'compare/index.html').as_uri()}#ids=django,nodejs&about=websockets")
    shows(found, "Django", "Node.js")
    assert rows(found) == ["WebSockets"]
    context.close()


def test_without_script_there_are_the_pages_of_the_pairs(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    found = context.new_page()
    found.goto(f"{address}compare/")
    assert not found.locator("#compare").is_visible()
    assert "needs JavaScript" in found.locator("noscript").inner_text()
    found.get_by_role("link", name="Django and Flask").click()
    assert found.locator("h1").inner_text() == "Django and Flask"
    context.close()


def junk(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html>")


def refuse(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("answer", [refuse, junk])
def test_a_column_that_cannot_be_loaded_is_named_and_left_out(
    answer: Callable[[Route], None], browser: Browser, address: str, tmp_path: Path
) -> None:
    context = browser.new_context()
    found = context.new_page()
    found.route("**/django/column.js", answer)
    found.goto(f"{address}compare/#ids=django,flask")
    shows(found, "Flask")
    said = found.locator("#compare-waiting")
    expect(said).to_have_text("The answers for Django could not be loaded.")
    found.locator("#compare-rows summary").click()
    found.locator("#compare-about").fill("routing")
    expect(said).to_have_text("The answers for Django could not be loaded.")
    with found.expect_download() as waiting:
        tool(found, "Download CSV").click()
    waiting.value.save_as(tmp_path / "found.csv")
    lines = list(csv.reader(io.StringIO((tmp_path / "found.csv").read_text())))
    assert lines[0][2] == "Flask: answer"
    assert {len(line) for line in lines} == {8}
    found.unroute("**/django/column.js")
    tool(found, "Try again").click()
    shows(found, "Django", "Flask")
    expect(said).to_have_text("")
    context.close()


def test_nothing_is_taken_away_while_a_column_is_awaited(tab: Page, address: str) -> None:
    delay_column(tab, "nodejs")
    tab.goto(f"{address}compare/#ids=django,flask")
    shows(tab, "Django", "Flask")
    expect(tool(tab, "Download CSV")).to_be_enabled()
    tab.locator("#compare-picker > summary").click()
    pick(tab, "Node.js").check()
    expect(tool(tab, "Download CSV")).to_be_disabled()
    expect(tool(tab, "Copy as Markdown")).to_be_disabled()
    shows(tab, "Django", "Flask", "Node.js")
    expect(tool(tab, "Download CSV")).to_be_enabled()


def test_every_answer_that_is_taken_away_stands_on_the_page(tab: Page, address: str, tmp_path: Path) -> None:
    tab.goto(f"{address}compare/#ids=django,flask,nodejs")
    shows(tab, "Django", "Flask", "Node.js")
    with tab.expect_download() as waiting:
        tool(tab, "Download CSV").click()
    waiting.value.save_as(tmp_path / "found.csv")
    found = list(csv.DictReader(io.StringIO((tmp_path / "found.csv").read_text(encoding="utf-8"))))
    seen = tab.locator("tr[data-row] td:nth-child(2)").evaluate_all(
        "all => all.map(cell => cell.textContent.replace(/\\s+/g, ' '))"
    )
    assert len(found) == len(seen) == 94
    for line, text in zip(found, seen, strict=True):
        for answer in line["Django: answer"].removeprefix("'").split("; "):
            assert answer in text, line["row"]
        assert "Source:" not in line["Django: answer"]
        for name in ("Django", "Flask", "Node.js"):
            day = r"\d{4}-\d{2}-\d{2}" if line[f"{name}: sources"] else ""
            assert re.fullmatch(day, line[f"{name}: read"]), (name, line["row"])


def test_a_plain_anchor_keeps_the_selection(each_browser: Browser, address: str) -> None:
    with opened_tab(each_browser, f"{address}compare/#ids=django,flask") as tab:
        shows(tab, "Django", "Flask")
        tab.evaluate("location.hash = 'page-title'")
        tab.locator("label[for=only-differences]").click()
        assert fragment(tab) == "ids=django,flask&only=differences"
        tab.evaluate("location.hash = 'page-title'")
        tab.wait_for_function("history.state")
        tab.reload()
        shows(tab, "Django", "Flask")
        expect(tab.locator("#only-differences")).to_be_checked()
    with opened_tab(each_browser, f"{address}compare/#pairs") as tab:
        expect(tab.locator("#compare-hint")).to_have_text("Choose two to five.")
        expect(tab.locator("#compare-picks input:checked")).to_have_count(0)


@pytest.mark.parametrize("where", ["compare/#ids=django,flask", "technologies/", "features/", "guide/"])
def test_skipping_to_the_content_leads_to_its_beginning(where: str, browser: Browser, address: str) -> None:
    with opened_tab(browser, address + where) as tab:
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        first = tab.locator("article :is(a, summary, input, button):visible").first
        assert tab.evaluate("document.activeElement.closest('article') !== null")
        assert first.evaluate("first => first === document.activeElement || first.matches('.md-content__button')")


def test_focus_stays_with_the_reader(each_browser: Browser, address: str) -> None:
    with opened_tab(each_browser, f"{address}compare/#ids=django,flask,nodejs") as tab:
        shows(tab, "Django", "Flask", "Node.js")
        tool(tab, "Remove Flask").focus()
        tab.keyboard.press("Enter")
        expect(tool(tab, "Remove Node.js")).to_be_focused()
        tab.keyboard.press("Enter")
        expect(tool(tab, "Remove Django")).to_be_focused()
        tab.keyboard.press("Enter")
        expect(tab.locator("#compare-picker > summary")).to_be_focused()


def test_a_column_that_comes_late_takes_no_focus(tab: Page, address: str) -> None:
    delay_column(tab, "nodejs")
    tab.goto(f"{address}compare/#ids=django,flask")
    shows(tab, "Django", "Flask")
    tab.locator("#compare-picker > summary").click()
    pick(tab, "Node.js").check()
    cell = tab.locator("tr[data-row=csrf] summary").first
    cell.focus()
    shows(tab, "Django", "Flask", "Node.js")
    expect(cell).to_be_focused()


def test_a_long_text_in_a_link_does_no_harm(browser: Browser, address: str) -> None:
    link = f"{address}compare/#ids=django,flask&about={'a' * 199}%F0%9F%98%80b"
    with opened_tab(browser, link) as tab:
        shows(tab, "Django", "Flask")
        tab.locator("#compare-about").evaluate("field => { field.value = ''; }")
        tab.locator("label[for=only-differences]").click()
        assert fragment(tab) == "ids=django,flask&only=differences"


def test_with_one_technology_nothing_differs(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/#ids=django&only=differences")
    shows(tab, "Django")
    assert len(rows(tab)) == 94
    expect(tab.locator("#only-differences")).to_be_disabled()


def test_on_a_phone_a_cell_opens_at_the_foot_of_the_window(each_browser: Browser, address: str) -> None:
    for where in ("compare/#ids=django,flask", "compare/django-vs-flask/", "features/identity/"):
        with opened_tab(each_browser, address + where, viewport={"width": 360, "height": 740}) as tab:
            cells = tab.locator("tr:has(th a:text-is('User accounts')) summary")
            expect(cells.nth(1)).to_be_attached()
            heads = tab.locator("table:has(th a:text-is('User accounts')) thead th").all_text_contents()
            cell = cells.nth([head.strip() for head in heads].index("Flask") - 1)
            cell.focus()
            tab.keyboard.press("Enter")
            box = tab.locator("#evidence")
            expect(box).to_contain_text(re.compile("read .* November 2026", re.IGNORECASE))
            expect(tab.locator("#evidence-title")).to_have_text("Flask: User accounts")
            assert (box.bounding_box() or {"width": 0})["width"] >= 340
            tab.keyboard.press("Escape")
            expect(box).to_be_hidden()
            expect(cell).to_be_focused()


def test_a_comparison_for_a_colleague_is_made_on_a_phone_from_the_home_page(browser: Browser, address: str) -> None:
    with opened_tab(browser, address, **PHONE, permissions=["clipboard-read", "clipboard-write"]) as tab:
        tab.locator("article").get_by_role("link", name=re.compile("^Compare")).first.tap()
        pick(tab, "Flask").tap()
        pick(tab, "Django").tap()
        tab.locator("#compare-rows summary").tap()
        tab.locator("#compare-about").fill("background jobs, login")
        tool(tab, "Copy the link").tap()
        link = tab.evaluate("navigator.clipboard.readText()")
        assert unquote(link) == f"{address}compare/#ids=django,flask&about=background jobs, login"
    with opened_tab(browser, link) as colleague:
        shows(colleague, "Django", "Flask")
        assert {"Background jobs", "User accounts"} <= set(rows(colleague))


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (360, "light"), (320, "dark")])
def test_a_comparison_passes_axe_and_does_not_scroll_sideways(
    width: int, scheme: str, browser: Browser, address: str
) -> None:
    link = f"{address}compare/#ids=django,flask,nodejs&pin=django"
    with opened_tab(browser, link, color_scheme=scheme, viewport={"width": width, "height": 800}) as tab:
        shows(tab, "Django", "Flask", "Node.js")
        for panel in tab.locator("details.panel").all():
            panel.evaluate("panel => { panel.open = true; }")
        tab.locator("tr[data-row=csrf] details").first.evaluate("cell => { cell.open = true; }")
        assert violations(tab) == []
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tab.evaluate(wide) <= 0


@pytest.mark.parametrize(
    ("where", "name", "columns"),
    [
        ("compare/django-vs-flask/", re.compile("Add a third"), ["Django", "Flask"]),
        ("technologies/flask/", re.compile("with up to four others"), ["Flask"]),
    ],
)
def test_pages_lead_into_the_picker(
    where: str, name: re.Pattern[str], columns: list[str], browser: Browser, address: str
) -> None:
    with opened_tab(browser, address + where) as tab:
        tab.get_by_role("link", name=name).click()
        shows(tab, *columns)


def test_on_a_phone_the_answers_are_one_tap_away(browser: Browser, address: str) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    with opened_tab(browser, f"{address}compare/#ids=django,flask&about=login", **phone) as tab:
        shown = tab.locator("[data-group=identity]")
        expect(shown.locator("thead th")).to_have_text(["Feature", "Django", "Flask"])
        tab.get_by_role("button", name="To the answers").tap()
        expect(shown.locator(".table-region")).to_be_focused()
        settle(tab)
        expect(shown.locator("tbody tr:visible").first).to_be_in_viewport()
        assert tab.url.endswith("#ids=django,flask&about=login")
