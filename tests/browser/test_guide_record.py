"""What can be taken away: the decision record in two forms, and the whole result as JSON."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from backend_atlas.cli import main
from backend_atlas.guide.record import madr, nygard
from browser.actions import downloaded
from browser.guide import Guide, Reference, opened
from project import EPOCH, ROOT

ANSWERS = "exp=new&have=flask&integ=orm~nice&kind=crud&life=years&need=admin~must,graphql~nice&structure=modular"
NONE_FITS = "kind=crud&lang=javascript~must&need=admin~first-party"
HEADINGS = {
    "madr": [
        "Context and Problem Statement",
        "Decision Drivers",
        "Considered Options",
        "Decision Outcome",
        "Pros and Cons of the Options",
        "More Information",
    ],
    "nygard": ["Status", "Context", "Decision", "Consequences"],
}
"""Of the second level, as https://adr.github.io/madr/ and Nygard's article of 2011 have them."""


def expected(guide: Guide, reference: Reference, form: str, text: str) -> str:
    """The record as the engine in Python writes it, made on the day that the text names."""
    day = re.search(r"^[Dd]ate: (\d{4}-\d{2}-\d{2})$", text, re.MULTILINE)
    assert day
    write = madr if form == "madr" else nygard
    return write(reference.words, reference.result(ANSWERS), f"{guide.url}#{reference.fragment(ANSWERS)}", day[1])


def test_the_record_is_downloaded_in_two_forms(guide_everywhere: Guide, reference: Reference, downloads: Path) -> None:
    guide = guide_everywhere
    guide.open(ANSWERS)
    guide.tab.locator("#guide-take summary").click()
    for form, headings in HEADINGS.items():
        guide.tab.locator("#guide-record-form").select_option(form)
        name, text = downloaded(guide.tab, "Download the record", downloads)
        assert name == f"backend-{form}.md"
        assert text == guide.record_text == expected(guide, reference, form, text)
        assert re.findall("^## (.*)$", text, re.MULTILINE) == headings
        assert guide.record.is_visible()


def test_the_link_in_the_record_reproduces_the_result(guide: Guide, browser: Browser) -> None:
    guide.open()
    with opened(browser, guide.url) as other:
        for answers in (ANSWERS, NONE_FITS):
            guide.go(answers)
            links = re.findall(r"<(http[^>]+)>", guide.record_text)
            assert len(links) == 1
            other.tab.goto(links[0])
            expect(other.headline).to_have_text(guide.headline.inner_text())
            assert (other.form, other.record_text) == (guide.form, guide.record_text)
            assert not other.notice.is_visible()


def test_the_json_is_what_the_command_line_prints(
    guide_in_each: Guide,
    downloads: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    guide_in_each.open()
    for answers in (ANSWERS, NONE_FITS):
        guide_in_each.go(answers)
        name, text = downloaded(guide_in_each.tab, "Download as JSON", downloads)
        assert main(["decide", answers, "--json", "--data", str(ROOT / "data")]) == 0
        assert name == "backend-decision.json"
        assert json.loads(text) == json.loads(capsys.readouterr().out)


def test_a_copied_record_is_the_one_that_is_shown(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}guide/", permissions=["clipboard-read", "clipboard-write"]) as guide:
        guide.open(ANSWERS)
        guide.press("Copy the record")
        expect(guide.detail.get_by_role("status")).to_have_text("Copied.")
        assert guide.tab.evaluate("navigator.clipboard.readText()") == guide.record_text


def test_a_browser_that_refuses_to_copy_says_so(guide: Guide) -> None:
    guide.tab.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    guide.open(ANSWERS)
    guide.press("Copy the link")
    expect(guide.detail.get_by_role("status")).to_contain_text("does not allow copying here")
