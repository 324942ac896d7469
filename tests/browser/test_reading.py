"""What only a browser shows: tables without script, small screens, the keyboard, forced colours, paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.tab import opened_tab


def rows(tab: Page) -> tuple[int, int]:
    found = tab.locator("tbody tr[id]")
    return found.count(), sum(row.is_visible() for row in found.all())


def test_only_differences_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "compare/django-vs-flask/")
    total, shown = rows(tab)
    assert total == shown == 70
    label = tab.locator("label[for=only-differences]")
    different = int(label.inner_text().split("facts, ")[1].split()[0])
    label.click()
    assert rows(tab) == (70, different)
    label.click()
    assert rows(tab) == (70, 70)
    context.close()


def test_a_cell_opens_by_keyboard_and_shows_source_and_date(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "features/identity/")
    cell = tab.locator("details.cell").first
    cell.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert cell.get_attribute("open") is not None
    assert "Read on 2" in cell.locator(".sources").inner_text()
    context.close()


def top(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 600)])
def test_the_head_of_a_matrix_stays_in_its_region(width: int, height: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    tab = context.new_page()
    tab.goto(address + "features/operations/")
    region = tab.locator(".table-region--matrix")
    scrolled = region.evaluate("element => { element.scrollTop = 9999; return element.scrollTop; }")
    assert scrolled > 100
    assert abs(top(region.locator("thead th").nth(1)) - top(region)) <= 2
    context.close()


@pytest.mark.parametrize("width", [360, 768])
def test_the_head_of_a_pair_stays_below_the_header_of_the_site(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    tab = context.new_page()
    tab.goto(address + "compare/django-vs-flask/#csrf")
    tab.locator("table:has(tr#csrf) tbody tr").last.evaluate("row => row.scrollIntoView({block: 'start'})")
    tab.mouse.wheel(0, 10)
    tab.wait_for_timeout(200)
    head = tab.locator("table:has(tr#csrf) thead th").nth(1)
    header = tab.locator(".md-header").bounding_box()
    assert header is not None
    assert abs(top(head) - header["height"]) <= 2
    context.close()


def test_a_narrow_matrix_keeps_its_first_column_and_shows_two_options(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    tab = context.new_page()
    tab.goto(address + "features/data/")
    region = tab.locator(".table-region--matrix")
    box = region.bounding_box()
    first = region.locator("thead th").first.bounding_box()
    assert box is not None
    assert first is not None
    assert first["width"] <= 0.4 * box["width"]
    second = region.locator("thead th").nth(2).bounding_box()
    assert second is not None
    assert second["x"] + 0.6 * second["width"] <= box["x"] + box["width"]
    region.evaluate("element => { element.scrollLeft = 200; }")
    moved = region.locator("tbody th").first.bounding_box()
    assert moved is not None
    assert abs(moved["x"] - first["x"]) <= 1
    context.close()


def test_a_page_opens_from_a_file(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / "compare/django-vs-flask/index.html").as_uri())
    assert tab.locator("h1").inner_text() == "Django and Flask"
    assert tab.evaluate("getComputedStyle(document.querySelector('.table-region table')).borderSpacing") == "0px"
    context.close()


def test_levels_differ_without_colour(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    tab = context.new_page()
    tab.goto(address + "features/")
    shapes = tab.locator(".levels .shape").evaluate_all("all => all.map(shape => shape.innerHTML)")
    words = tab.locator(".levels dt").all_inner_texts()
    assert len(set(shapes)) == len(shapes) == 6
    assert len(set(words)) == 6
    colours = tab.locator(".levels .shape").evaluate_all("all => all.map(shape => getComputedStyle(shape).color)")
    assert len(set(colours)) == 1
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_notes_and_addresses_in_dark_ink(scheme: str, browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(address + "compare/django-vs-flask/")
    tab.emulate_media(media="print")
    cell = tab.locator("tr[id]:not([data-same]) details.cell").first
    assert cell.locator(".sources").is_visible()
    assert not tab.locator(".switch").is_visible()
    link = cell.locator(".sources a").first
    assert "https://" in link.evaluate("link => getComputedStyle(link, '::after').content")
    for element in (cell.locator("p").first, tab.locator("h2").first, tab.locator("td").first):
        colour = element.evaluate("element => getComputedStyle(element).color.match(/[0-9.]+/g).map(Number)")
        assert max(colour[:3]) < 100, colour
    context.close()


def test_code_can_be_copied_and_boxes_are_open_on_paper_only(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}technologies/django/") as tab:
        expect(tab.locator("pre button[data-md-type=copy], pre .md-code__button").first).to_be_attached()
        boxes, closed = tab.locator("article details"), tab.locator("article details:not([open])")
        count = closed.count()
        assert 0 < count <= boxes.count()
        tab.emulate_media(media="print")
        expect(closed).to_have_count(0)
        tab.emulate_media(media="screen")
        expect(closed).to_have_count(count)
