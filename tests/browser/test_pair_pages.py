"""A site in which not every pair of technologies has a page of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import served
from browser.tab import opened_tab
from project import LAB, ROOT, SAMPLE, build, copied


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with three technologies and one page of a pair: Alder and Birch."""
    project = copied(tmp_path_factory.mktemp("few"), SAMPLE, LAB)
    settings = (ROOT / "mkdocs.yml").read_text()
    assert "pair_pages: 1000" in settings
    (project / "mkdocs.yml").write_text(settings.replace("pair_pages: 1000", "pair_pages: 1"))
    done = build(project, project / "site", strict=False)
    assert done.returncode == 0, done.stderr
    with served(project / "site", missing="404.html") as found:
        yield found


def test_only_pages_that_are_there_are_offered(few: str, browser: Browser) -> None:
    with opened_tab(browser, f"{few}compare/#ids=birch,alder") as tab:
        pages = tab.locator("#compare-pages a")
        expect(pages).to_have_text(["Alder and Birch"])
        tab.goto(f"{few}compare/#ids=birch,cedar")
        expect(tab.locator("#compare-tables thead th").first).to_be_visible()
        expect(pages).to_have_count(0)
        assert tab.locator(".pairs dd a").evaluate_all("all => all.map(link => link.textContent)") == ["Birch", "Alder"]
        for link in tab.locator("article a[href*='-vs-']").evaluate_all("all => all.map(link => link.href)"):
            assert tab.request.get(link).status == 200, link


def test_an_address_of_a_pair_without_a_page_offers_its_comparison(few: str, browser: Browser) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{few}compare/cedar-vs-alder/")
    offer = tab.locator("#not-found-offers a").first
    assert offer.get_attribute("href") == "/compare/#ids=alder,cedar"
    offer.click()
    tab.wait_for_url(f"{few}compare/#ids=alder,cedar")
    expect(tab.locator("h1")).to_contain_text("Cedar")
    context.close()
