"""The matrix of all features: filters, rows, order, the address, and what is behind a cell."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from backend_atlas.load import load
from backend_atlas.model import Catalogue, Technology
from backend_atlas.views.filtering import COLUMNS, LEVELS
from browser.axe import violations
from browser.tab import delay_column, opened_tab
from project import DATA_DAY, ROOT

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
NAMES = "[...document.querySelectorAll('[data-group=http] thead th a')].map(link => link.textContent)"
TRY_ALL = f"""
    async (hashes) => {{
        const found = [];
        for (const hash of hashes) {{
            const done = new Promise(resolve => addEventListener("hashchange", resolve, {{once: true}}));
            location.hash = hash;
            await done;
            found.push({NAMES});
        }}
        return found;
    }}
"""


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    with opened_tab(browser, f"{address}features/") as found:
        yield found


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "data", DATA_DAY)


@pytest.fixture(scope="module")
def atlas() -> Catalogue:
    return catalogue()


def named(choose: Callable[[Technology], bool] = lambda _: True) -> list[str]:
    """The names of those that are chosen, in the order of the atlas."""
    return [technology.name for technology in catalogue().technologies.values() if choose(technology)]


def in_python(technology: Technology) -> bool:
    return "python" in (technology.facts.languages.value or ())


def is_runtime(technology: Technology) -> bool:
    return technology.facts.kind.value == "runtime"


def first(column: int = 0) -> Technology:
    """The technology of a column."""
    return list(catalogue().technologies.values())[column]


def shows(tab: Page, *names: str) -> None:
    """These columns, or as many of them as stand on one page of columns."""
    expect(tab.locator("[data-group=http] thead th")).to_have_text(["Feature", *names[:COLUMNS]])


def rows(tab: Page) -> list[str]:
    found = tab.locator("tr[data-row]:visible th")
    return list(found.evaluate_all("all => all.map(head => head.textContent.trim())"))


def fragment(tab: Page) -> str:
    return unquote(str(tab.evaluate("location.hash")).removeprefix("#"))


def meets(technology: Technology, key: str, feature: str, levels: str) -> bool:
    level = technology.features[feature].support.value
    if level == "unknown" and "unknown" not in levels.split("."):
        return False
    return (level in levels.split(".")) == (key == "has")


def test_every_condition_leaves_the_technologies_that_meet_it(tab: Page, atlas: Catalogue) -> None:
    asked = [(key, feature.id, level.value) for key, feature, level in product(("has", "not"), atlas.features, LEVELS)]
    found = tab.evaluate(TRY_ALL, [f"{key}={feature}~{levels}" for key, feature, levels in asked])
    expected = [
        [technology.name for technology in atlas.technologies.values() if meets(technology, *condition)][:COLUMNS]
        for condition in asked
    ]
    assert found == expected


def test_conditions_and_facts_are_joined_by_and(tab: Page) -> None:
    shows(tab, *named())
    tab.locator("#filter > summary").click()
    tab.get_by_role("button", name="Add a condition").click()
    line = tab.locator("#filter-conditions li").first
    expect(line.get_by_label("Feature")).to_be_focused()
    line.get_by_label("Feature").select_option(label="Schema migrations")
    shows(tab, *named(lambda item: meets(item, "has", "migrations", "built-in")))
    line.get_by_label("Level").select_option("built-in.official.community")
    packaged = named(lambda item: meets(item, "has", "migrations", "built-in.official.community"))
    shows(tab, *packaged)
    tab.get_by_role("button", name="Add a condition").click()
    other = tab.locator("#filter-conditions li").nth(1)
    other.get_by_label("Feature").select_option(label="CSRF protection")
    other.get_by_label("Is or is not").select_option("not")
    other.get_by_label("Level").select_option("community")
    left = [name for name in named(lambda item: meets(item, "not", "csrf", "community")) if name in packaged]
    shows(tab, *left)
    assert fragment(tab) == "has=migrations~built-in.official.community&not=csrf~community"
    tab.get_by_role("checkbox", name="Runtime").check()
    shows(tab, *[name for name in left if name in named(is_runtime)])
    tab.get_by_role("checkbox", name="Full-stack framework").check()
    both = named(lambda item: is_runtime(item) or item.facts.kind.value == "full-stack-framework")
    shows(tab, *[name for name in left if name in both])
    other.get_by_role("button", name="Remove this condition").click()
    shows(tab, *[name for name in packaged if name in both])
    tab.get_by_role("button", name="Show all again").click()
    shows(tab, *named())
    assert fragment(tab) == ""


def test_how_many_are_left_and_why_the_others_are_not(each_browser: Browser, address: str) -> None:
    with opened_tab(each_browser, f"{address}features/#has=migrations~built-in&language=python") as tab:
        left = named(lambda item: in_python(item) and meets(item, "has", "migrations", "built-in"))
        out = [name for name in named() if name not in left]
        shows(tab, *left)
        expect(tab.locator("#filter-count")).to_have_text(f"{len(left)} of {len(named())}")
        expect(tab.locator("#filter-left")).to_have_text(f"Left: {', '.join(left)}.")
        expect(tab.locator("#filter-out-count")).to_have_text(re.compile(f"^{re.escape(', '.join(out[:4]))}"))
        tab.locator("#filter-out > summary").click()
        reasons = tab.locator("#filter-reasons li").all_inner_texts()
        assert [reason.split(":")[0] for reason in reasons] == out
        assert {"Flask: Schema migrations: community package (alembic)", "Node.js: JavaScript, TypeScript"} <= set(
            reasons
        )


def test_where_none_is_left_it_says_so(tab: Page, address: str) -> None:
    tab.goto(f"{address}features/#kind=runtime&language=python")
    expect(tab.locator("#matrix-none")).to_be_visible()
    expect(tab.locator("#filter-count")).to_have_text(f"0 of {len(named())}")
    shows(tab)


def test_partial_answers_may_be_refused(tab: Page, address: str, atlas: Catalogue) -> None:
    feature = next(
        feature.id for feature in atlas.features if atlas.technologies["django"].features[feature.id].partial
    )
    level = atlas.technologies["django"].features[feature].support.value
    tab.goto(f"{address}features/#has={feature}~{level}")
    expect(tab.locator("[data-group=http] thead")).to_contain_text("Django")
    tab.goto(f"{address}features/#has={feature}~{level}&whole=yes")
    expect(tab.locator("[data-group=http] thead")).not_to_contain_text("Django")


def test_order(tab: Page, address: str, atlas: Catalogue) -> None:
    technologies = list(atlas.technologies.values())
    newest = sorted(technologies, key=lambda item: str(item.facts.latest.date), reverse=True)
    tab.goto(f"{address}features/#sort=latest")
    shows(tab, *[item.name for item in newest])
    levels = list(type(technologies[0].features["websocket"].support))
    best = sorted(technologies, key=lambda item: levels.index(item.features["websocket"].support))
    tab.locator("#filter > summary").click()
    tab.get_by_label("Order").select_option("websocket")
    shows(tab, *[item.name for item in best])
    assert fragment(tab) == "sort=websocket"


def test_rows_by_words_groups_and_differences(tab: Page) -> None:
    assert len(rows(tab)) == 70
    tab.locator("#matrix-rows > summary").click()
    tab.locator("#matrix-about").fill("login, background tasks")
    assert {"User accounts", "Background jobs"} <= set(rows(tab))
    assert len(rows(tab)) < 10
    expect(tab.locator("h3:visible")).to_have_text([re.compile("Identity"), re.compile("Background")])
    expect(tab.locator("#matrix-rows-count")).to_contain_text("of 70, about “login, background tasks”")
    tab.locator("#matrix-about").fill("")
    tab.locator("label[for=only-differences]").click()
    assert f"{len(rows(tab))} of 70" in tab.locator("label[for=only-differences]").inner_text()
    assert fragment(tab) == "only=differences"


def test_a_link_gives_the_same_matrix(browser: Browser, address: str) -> None:
    link = f"{address}features/#has=orm~built-in.official.community&not=csrf~do-it-yourself&sort=ends&groups=data"
    with opened_tab(browser, link) as tab:
        names = tab.evaluate(NAMES)
        seen = rows(tab)
        assert names
        tab.locator("#filter > summary").click()
        tab.get_by_label("Name", exact=True).fill("d")
        tab.get_by_label("Name", exact=True).fill("")
        assert set(fragment(tab).split("&")) == set(link.split("#")[1].split("&"))
        tab.reload()
        assert (tab.evaluate(NAMES), rows(tab)) == (names, seen)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("has=nothing~built-in", "“nothing~built-in”"),
        ("has=orm~wonderful", "“orm~wonderful”"),
        ("kind=spaceship&language=python", "“spaceship”"),
        ("sort=%3Cimg%20src=x%3E", "“<img src=x>”"),
        ("has=%E0%A4%A", "left out"),
        ("groups=nonsense&only=perhaps", "“nonsense”, “perhaps”"),
    ],
)
def test_what_a_link_holds_too_much_is_said(given: str, said: str, browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}features/#{given}") as tab:
        expect(tab.locator("#filter-notice")).to_contain_text(said)
        assert tab.locator("#filter-notice img").count() == 0


@pytest.mark.parametrize("way", ["click", "key", "tap"])
def test_a_cell_opens_its_evidence_beside_the_table(way: str, browser: Browser, address: str) -> None:
    settings = PHONE if way == "tap" else {}
    with opened_tab(browser, f"{address}features/", **settings) as tab:
        column = named().index("Flask")
        cell = tab.locator("tr[data-row=jobs] a.brief").nth(column)
        cell.scroll_into_view_if_needed()
        if way == "click":
            cell.click()
        elif way == "tap":
            cell.tap()
        else:
            cell.press("Enter")
        box = tab.locator("#evidence")
        expect(box).to_be_visible()
        expect(box).to_be_focused()
        expect(tab.locator("#evidence-title")).to_have_text("Flask: Background jobs")
        for part in ("Community package", "celery", "released"):
            expect(box).to_contain_text(part)
        expect(box.locator(".sources time").first).to_be_visible()
        assert tab.url == f"{address}features/"
        assert violations(tab, "#evidence") == []
        tab.keyboard.press("Escape")
        expect(box).to_be_hidden()
        expect(cell).to_be_focused()
        tab.locator("tr[data-row=csrf] a.brief").first.click()
        expect(tab.locator("#evidence-title")).to_have_text(f"{first().name}: CSRF protection")
        box.get_by_role("button", name="Close").click()
        expect(box).to_be_hidden()


def placed(locator: Locator) -> tuple[float, float]:
    found = locator.bounding_box()
    assert found
    return found["y"], found["y"] + found["height"]


@pytest.mark.parametrize(
    ("name", "scrolled"),
    [("websocket", 80), ("websocket", 300), ("websocket", 700), ("uploads", 300), ("sse", 300), ("tracing", 300)],
)
def test_the_box_leaves_its_row_and_the_names_of_the_columns_in_sight(name: str, scrolled: int, tab: Page) -> None:
    cell = tab.locator(f"tr[data-row={name}] a.brief").first
    for _ in range(3):  # tables above are laid out on the way, and change their height
        cell.evaluate("(cell, top) => scrollBy(0, cell.getBoundingClientRect().top - top)", scrolled)
    cell.click()
    box = tab.locator("#evidence")
    expect(box).to_be_focused()
    top, bottom = placed(box)
    first, last = placed(tab.locator(f"tr[data-row={name}]"))
    heads = placed(tab.locator("table", has=cell).locator("thead th").first)[1]
    assert top >= last or heads <= top < bottom <= first
    assert bottom <= tab.evaluate("innerHeight")


def test_on_a_phone_the_cell_moves_out_from_under_its_box(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}features/", **PHONE) as tab:
        cell = tab.locator("tr[data-row=websocket] a.brief").first
        for _ in range(3):
            cell.evaluate("cell => scrollBy(0, cell.getBoundingClientRect().top - innerHeight + 60)")
        cell.tap()
        expect(tab.locator("#evidence")).to_be_focused()
        assert placed(cell)[1] <= placed(tab.locator("#evidence"))[0]


def test_the_evidence_opens_in_firefox_too(other_browser: Browser, address: str) -> None:
    with opened_tab(other_browser, f"{address}features/#has=orm~built-in") as tab:
        tab.locator("tr[data-row=orm] a.brief").first.press("Enter")
        expect(tab.locator("#evidence")).to_contain_text("Read on")
        tab.keyboard.press("Escape")
        expect(tab.locator("#evidence")).to_be_hidden()


def test_where_the_evidence_cannot_be_loaded_the_cell_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.route("**/column.js", lambda route: route.abort())
    tab.goto(f"{address}features/")
    tab.locator("tr[data-row=csrf] a.brief").first.click()
    expect(tab).to_have_url(f"{address}technologies/{first().id}/#csrf")
    context.close()


def test_without_script_the_matrix_is_whole_and_cells_are_links(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}features/")
    assert not tab.locator("#matrix-controls").is_visible()
    assert len(rows(tab)) == 70
    tab.locator("tr[data-row=csrf] a.brief").first.click()
    assert tab.url == f"{address}technologies/{first().id}/#csrf"
    context.close()


def test_cells_made_by_the_script_are_those_of_the_page(tab: Page, address: str) -> None:
    texts = "all => all.map(cell => [cell.textContent.replace(/\\s+/g, ' ').trim(), cell.firstElementChild.href])"
    before = tab.locator(".matrix-table td").evaluate_all(texts)
    tab.goto(f"{address}features/#kind=runtime")
    shows(tab, *named(is_runtime))
    tab.goto(f"{address}features/#")
    tab.evaluate("location.hash = 'name='")
    shows(tab, *named())
    assert tab.locator(".matrix-table td").evaluate_all(texts) == before


def test_the_matrix_works_from_a_file(each_browser: Browser, site: Path) -> None:
    context = each_browser.new_context()
    tab = context.new_page()
    tab.goto(f"{(site / 'features/index.html').as_uri()}#language=python&about=csrf")
    shows(tab, *named(in_python))
    tab.locator("tr[data-row=csrf] a.brief").first.click()
    expect(tab.locator("#evidence")).to_contain_text("Read on")
    context.close()


def width(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["width"]


def test_on_a_phone_the_shape_is_seen_and_the_word_is_heard(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}features/", **PHONE) as tab:
        cell = tab.locator("tr[data-row=csrf] a.brief").first
        assert width(cell.locator(".level")) <= 1
        shape = cell.locator("svg").bounding_box()
        box = cell.bounding_box()
        assert shape and shape["width"] >= 12
        assert box and box["height"] >= 24
        assert tab.get_by_role("link", name="Built in").count() > 20
    with opened_tab(browser, f"{address}features/", viewport={"width": 601, "height": 800}) as tab:
        assert width(tab.locator("tr[data-row=csrf] .level").first) > 20


def test_head_and_first_column_stay(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}features/", viewport={"width": 1440, "height": 700}) as tab:
        table = tab.locator("[data-group=apis]")
        region = table.locator(".table-region")
        region.scroll_into_view_if_needed()  # a table is laid out when it comes near
        tab.wait_for_function("element => element.scrollHeight > element.clientHeight", arg=region.element_handle())
        assert region.evaluate("element => { element.scrollTo(200, 9999); return element.scrollTop; }") > 0
        box, head = region.bounding_box(), table.locator("thead th").first.bounding_box()
        first = table.locator("tbody th").last.bounding_box()
        assert box and head and first
        assert abs(head["y"] - box["y"]) <= 2
        assert abs(first["x"] - box["x"]) <= 2


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (360, "light"), (320, "dark")])
def test_the_open_filter_passes_axe_and_does_not_scroll_sideways(
    width: int, scheme: str, browser: Browser, address: str
) -> None:
    link = f"{address}features/#has=migrations~built-in&not=csrf~community"
    with opened_tab(browser, link, color_scheme=scheme, viewport={"width": width, "height": 800}) as tab:
        left = named(
            lambda item: meets(item, "has", "migrations", "built-in") and meets(item, "not", "csrf", "community")
        )
        shows(tab, *left)
        for panel in tab.locator("details.panel").all():
            panel.evaluate("panel => { panel.open = true; }")
        expect(tab.locator("#filter-reasons li")).to_have_count(len(named()) - len(left))
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def cards(tab: Page) -> list[str]:
    return tab.locator("#list .card-title").all_inner_texts()


def test_the_list_of_technologies_has_the_same_filter(each_browser: Browser, address: str) -> None:
    with opened_tab(each_browser, f"{address}technologies/") as tab:
        assert cards(tab) == named()
        tab.locator("#filter > summary").click()
        tab.get_by_role("checkbox", name="Python").check()
        expect(tab.locator("#list .card-title")).to_have_text(named(in_python))
        tab.get_by_label("Order").select_option("latest")
        tab.get_by_label("Name", exact=True).fill("node.js")
        expect(tab.locator("#list-none")).to_be_visible()
        expect(tab.locator("#filter-count")).to_have_text(f"0 of {len(named())}")
        assert fragment(tab) == "name=node.js&language=python&sort=latest"
        tab.get_by_role("button", name="Show all again").click()
        expect(tab.locator("#list .card-title")).to_have_text(named())
        tab.goto(f"{address}technologies/#has=orm~built-in")
        expect(tab.locator("#list .card-title")).to_have_text(named(lambda item: meets(item, "has", "orm", "built-in")))


def test_too_many_conditions_are_named(tab: Page, address: str, atlas: Catalogue) -> None:
    ids = [feature.id for feature in atlas.features][:22]
    tab.goto(f"{address}features/#has={','.join(f'{name}~unknown' for name in ids)}")
    expect(tab.locator("#filter-notice")).to_contain_text(f"“{ids[20]}~unknown”, “{ids[21]}~unknown”")
    expect(tab.locator("#filter-conditions li")).to_have_count(20)
    expect(tab.locator("#filter-add")).to_be_disabled()


def test_where_none_is_left_no_empty_table_stands(tab: Page, address: str) -> None:
    tab.goto(f"{address}features/#kind=runtime&language=python")
    expect(tab.locator("#matrix-none")).to_be_visible()
    expect(tab.locator(".matrix-table:visible")).to_have_count(0)
    expect(tab.locator("#only-differences")).to_be_disabled()


def test_only_differences_hides_tables_without_rows(tab: Page, address: str) -> None:
    tab.goto(f"{address}features/#language=python&only=differences&about=routing, csrf")
    shows(tab, *named(in_python))
    assert rows(tab) == ["CSRF protection"]
    expect(tab.locator(".matrix-table:visible")).to_have_count(1)


def test_groups_and_words_together_say_why_nothing_is_left(tab: Page, address: str) -> None:
    tab.goto(f"{address}features/#groups=data&about=login")
    expect(tab.locator("#matrix-empty")).to_have_text("No row in the chosen groups is about “login”.")


@pytest.fixture
def paged(each_browser: Browser, address: str) -> Iterator[Page]:
    """The matrix with one column at a time."""
    context = each_browser.new_context()
    tab = context.new_page()

    def narrow(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('{"columns":12,', '{"columns":1,'))

    tab.route("**/features/", narrow)
    tab.goto(f"{address}features/")
    yield tab
    context.close()


def test_columns_come_page_by_page_and_focus_stays(paged: Page) -> None:
    names = named()
    shows(paged, names[0])
    expect(paged.locator("#matrix-page")).to_have_text(f"1 to 1 of {len(names)} technologies")
    later = paged.get_by_role("button", name="Later")
    later.focus()
    for name in (*names[1:], names[-1]):
        paged.keyboard.press("Enter")
        shows(paged, name)
        expect(later).to_be_focused()
    expect(later).to_have_attribute("aria-disabled", "true")
    assert fragment(paged) == f"page={len(names)}"
    paged.reload()
    shows(paged, names[-1])
    paged.get_by_role("button", name="Earlier").click()
    shows(paged, names[-2])


def test_the_box_of_a_cell_is_in_the_order_of_tab(tab: Page) -> None:
    tab.locator("tr[data-row=csrf] a.brief").first.press("Enter")
    expect(tab.locator("#evidence")).to_be_focused()
    tab.locator("#evidence-more a").last.focus()
    tab.keyboard.press("Tab")
    expect(tab.locator("tr[data-row=csrf] a.brief").nth(1)).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence-title")).to_have_text(f"{first(1).name}: CSRF protection")
    tab.keyboard.press("Escape")
    expect(tab.locator("tr[data-row=csrf] a.brief").nth(1)).to_be_focused()


def test_a_box_that_comes_late_does_not_open_over_other_work(tab: Page, address: str) -> None:
    delay_column(tab, first().id)
    tab.locator("tr[data-row=csrf] a.brief").first.click()
    tab.locator("#matrix-rows > summary").click()
    tab.locator("#matrix-about").press_sequentially("login", delay=400)
    expect(tab.locator("#matrix-about")).to_have_value("login")
    expect(tab.locator("#evidence")).to_be_hidden()
    assert tab.url.startswith(f"{address}features/")


def test_the_box_closes_when_the_page_moves(tab: Page) -> None:
    tab.locator("tr[data-row=csrf] a.brief").first.click()
    expect(tab.locator("#evidence")).to_be_visible()
    tab.locator("tr[data-row=websocket] th").scroll_into_view_if_needed()
    expect(tab.locator("#evidence")).to_be_hidden()


def test_a_filter_survives_an_anchor_and_the_way_back(browser: Browser, address: str) -> None:
    with opened_tab(browser, f"{address}features/#language=python&about=login") as tab:
        shows(tab, *named(in_python))
        tab.evaluate("location.hash = 'identity'")
        tab.wait_for_function("history.state")
        tab.goto(f"{address}technologies/django/#accounts")
        tab.go_back()
        expect(tab).to_have_url(re.compile("/features/#"))
        shows(tab, *named(in_python))
        expect(tab.locator("#matrix-about")).to_have_value("login")
