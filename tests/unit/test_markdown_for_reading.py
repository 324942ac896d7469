"""Pages as Markdown for reading: what they say, without HTML, and text stays text."""

from dataclasses import replace

import pytest

from backend_atlas import links
from backend_atlas.exports.llms import llms
from backend_atlas.exports.reading import reading
from backend_atlas.model import Catalogue
from backend_atlas.page import Page, Section
from backend_atlas.pages import pages
from project import TODAY


@pytest.fixture(scope="module")
def found(sample: Catalogue) -> dict[str, str]:
    return dict(reading(pages(sample, TODAY)))


def test_a_page_says_the_same_without_html(found: dict[str, str]) -> None:
    text = found["features/data/index.md"]
    assert text.startswith("# Data & storage\n")
    assert "| Feature | [Alder](../../technologies/alder/) |" in text
    assert "Birch" in text
    assert "Read on 2 November 2026" in text
    assert "<svg" not in text
    assert "¶" not in text


def test_every_page_has_one(found: dict[str, str], sample: Catalogue) -> None:
    assert set(found) == {f"{page.address}index.md" for page in pages(sample, TODAY)}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a < b & c"])
def test_hostile_text_stays_text(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    page = Page("a/", "A", "", f"<p>{escaped}</p><p><code>{escaped}</code></p>", (Section("b", "B", ""),), frozenset())
    told = reading([page])["a/index.md"]
    assert f"`{text}`" in told
    assert "<" not in told.replace(f"`{text}`", "").replace("\\<", "").replace("&lt;", "")


def test_the_list_is_in_the_form_of_llms_txt(sample: Catalogue) -> None:
    text = llms(pages(sample, TODAY), "https://atlas.example/")["llms.txt"]
    assert text.startswith("# Backend Atlas\n\n> ")
    assert "- [Alder](https://atlas.example/technologies/alder/index.md): " in text
    assert "&amp;" not in text


def test_a_page_in_parts_reads_as_the_same_page_in_one(sample: Catalogue) -> None:
    """What is known of a part is what stands there when the whole page is converted."""
    in_parts = [page for page in pages(sample, TODAY) if page.in_parts]
    assert {page.address.split("/")[0] for page in in_parts} == {"compare", "features"}

    def joined(section: Section) -> Section:
        return replace(section, content=section.html, children=tuple(map(joined, section.children)))

    whole = [replace(page, sections=tuple(map(joined, page.sections))) for page in in_parts]
    assert dict(reading(in_parts)) == dict(reading(whole))


def test_pages_of_pairs_share_their_parts(sample: Catalogue) -> None:
    """So that a thousand of them take no more memory than what differs."""
    found = {page.address: page for page in pages(sample, TODAY)}

    def parts(*ids: str) -> set[int]:
        sections = next(item for item in found[links.pair(*ids)].sections if item.id == "features").children
        return {id(part) for section in sections for part in section.content if part.startswith("<td>")}

    one, other = parts("alder", "birch"), parts("alder", "cedar")
    assert 0 < len(one & other) == len(one) / 2 == len(other) / 2
