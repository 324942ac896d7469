"""Pages as values: addresses, anchors, links, and golden copies of each kind."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.model.lab import Lab
from backend_atlas.model.lab.defaults import Answer
from backend_atlas.navigation import navigation
from backend_atlas.page import Page
from backend_atlas.pages import pages
from project import ROOT, TODAY

GOLDEN = ROOT / "tests/golden"
HAND_WRITTEN = {links.ABOUT, links.BACKEND, links.CONTRIBUTE}
KINDS = {
    "home": links.HOME,
    "technologies": links.TECHNOLOGIES,
    "technology": links.technology("cedar"),
    "compare": links.COMPARE,
    "pair": links.pair("alder", "cedar"),
    "features": links.FEATURES,
    "group": links.group("data"),
    "guide": links.GUIDE,
    "method": links.METHOD,
    "scenarios": links.SCENARIOS,
    "scenario": links.scenario("records"),
    "scenario-none-fits": links.scenario("impossible"),
    "samples": links.SAMPLES,
    "task": links.task("data"),
    "task-not-provided": links.task("echo"),
    "defaults": links.DEFAULTS,
    "coverage": links.COVERAGE,
    "agreement": links.AGREEMENT,
    "changes": links.CHANGES,
}
SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)


@pytest.fixture(scope="module")
def found(sample: Catalogue) -> dict[str, Page]:
    return {page.address: page for page in pages(sample, TODAY)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_page_equals_its_golden_copy(
    kind: str, form: str, found: dict[str, Page], pytestconfig: pytest.Config
) -> None:
    text = SCRIPT.sub("<script></script>", getattr(found[KINDS[kind]], form))
    golden = GOLDEN / f"{kind}.{'md' if form == 'markdown' else form}"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(text)
    assert text == golden.read_text()


def test_the_addresses_are_those_of_the_contract(found: dict[str, Page]) -> None:
    assert sorted(found) == [
        "",
        "about/agreement/",
        "about/changes/",
        "about/coverage/",
        "compare/",
        "compare/alder-vs-birch/",
        "compare/alder-vs-cedar/",
        "compare/birch-vs-cedar/",
        "features/",
        "features/data/",
        "features/http/",
        "guide/",
        "guide/method/",
        "guide/scenarios/",
        "guide/scenarios/impossible/",
        "guide/scenarios/records/",
        "guide/scenarios/small/",
        "samples/",
        "samples/data/",
        "samples/defaults/",
        "samples/echo/",
        "samples/pages/",
        "samples/routing/",
        "technologies/",
        "technologies/alder/",
        "technologies/birch/",
        "technologies/cedar/",
    ]


def test_every_link_leads_to_a_page_and_an_anchor(found: dict[str, Page]) -> None:
    fixed = {links.group(name) for name in ("productivity", "pages", "identity", "operations", "apis", "background")}
    fixed.add(links.feature("data", "cache"))  # the home page names groups of the real vocabulary
    feeds = {links.feed(), *(links.feed(name) for name in ("alder", "birch", "cedar"))}
    for page in found.values():
        for target in page.links - fixed:
            address, _, anchor = target.partition("#")
            assert address in found or address in HAND_WRITTEN | feeds, f"{page.address} links to {target}"
            assert not anchor or anchor in found[address].anchors, f"{page.address} links to {target}"


def test_every_declared_anchor_is_in_the_html_once(found: dict[str, Page]) -> None:
    for page in found.values():
        for anchor in page.anchors:
            assert page.html.count(f'id="{anchor}"') == 1, f"{page.address}#{anchor}"


def test_pairs_are_kept_out_of_navigation_and_search(found: dict[str, Page]) -> None:
    hidden = {page.address for page in found.values() if not (page.in_navigation or page.search)}
    assert hidden == {address for address in found if "-vs-" in address}


def test_the_page_names_the_file_to_edit(found: dict[str, Page]) -> None:
    assert found["technologies/alder/"].source == "data/technologies/alder.yml"
    assert found["features/data/"].source == "data/features.yml"
    assert found["compare/alder-vs-birch/"].source == ""


def test_navigation_takes_the_pages_below_a_hub(found: dict[str, Page]) -> None:
    nav = ["index.md", {"Technologies": "technologies/"}, {"More": [{"Features": "features/"}, {"About": "about.md"}]}]
    assert list(navigation(nav, tuple(found.values()))) == [
        "index.md",
        {
            "Technologies": [
                "technologies/index.md",
                "technologies/alder/index.md",
                "technologies/birch/index.md",
                "technologies/cedar/index.md",
            ]
        },
        {
            "More": [
                {"Features": ["features/index.md", "features/http/index.md", "features/data/index.md"]},
                {"About": "about.md"},
            ]
        },
    ]


def test_headings_in_the_table_of_contents_are_escaped(found: dict[str, Page]) -> None:
    page = found["technologies/alder/"]
    features = next(section for section in page.sections if section.id == "features")
    assert [entry["name"] for entry in features.toc()["children"]] == ["HTTP core", "Data &amp; storage"]


def hostile_lab(catalogue: Catalogue, text: str) -> Lab:
    """The lab with the text wherever a sample or a server could put it."""
    assert catalogue.lab
    alder = catalogue.lab.samples["alder"]
    assert alder.defaults
    took = alder.manifest.tasks["data"].model_copy(update={"note": text})
    mode = alder.defaults.modes[0]
    answer = Answer.model_validate(
        {
            "end": "answered",
            "status": 200,
            "excerpt": text,
            "headers": ({"name": text, "value": text, "owner": "server"},),
        }
    )
    seen = mode.observations[0].model_copy(update={"title": text, "request": text, "meaning": text, "answer": answer})
    changed = replace(
        alder,
        manifest=alder.manifest.model_copy(update={"tasks": alder.manifest.tasks | {"data": took}}),
        files={name: f"{content}\n{text}\n" for name, content in alder.files.items()},
        defaults=alder.defaults.model_copy(update={"modes": (mode.model_copy(update={"observations": (seen,)}),)}),
    )
    return replace(catalogue.lab, samples={**catalogue.lab.samples, "alder": changed})


def test_hostile_text_stays_text(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    hostile = '"><script>alert(1)</script>{{ 1111 * 7 }}'
    point = alder.strengths[0].model_copy(update={"title": hostile, "text": hostile})
    cell = alder.features["routing"].model_copy(update={"note": hostile})
    changed = alder.model_copy(
        update={
            "name": hostile,
            "aliases": (hostile,),
            "summary": alder.summary.model_copy(update={"text": hostile}),
            "strengths": (point, *alder.strengths[1:]),
            "features": alder.features | {"routing": cell},
        }
    )
    technologies = {**sample.technologies, "alder": changed}
    catalogue = replace(sample, technologies=technologies, lab=hostile_lab(sample, hostile))
    for page in pages(catalogue, TODAY):
        own = page.html.count("<script>{") + page.script.count("<script")
        assert page.html.count("<script") == page.html.count("</script") == own, page.address
        assert "alert(1)" not in page.html or "&lt;script&gt;alert(1)" in page.html
        assert "7777" not in page.html


def test_what_is_due_is_said_where_it_stands(sample: Catalogue, found: dict[str, Page]) -> None:
    later = {page.address: page.html for page in pages(sample, date(2027, 12, 3))}
    for address in ("technologies/alder/", "features/data/", "compare/alder-vs-cedar/", "about/coverage/"):
        assert "last read on 2 November 2026" in later[address]
    own = later["technologies/alder/"]
    assert own.count('class="notice"') == 1
    assert 'href="../../about/coverage/#wanted-alder"' in own
    assert (
        "Due to be read again: last read on 2 November 2026, 13 months before this page was built."
        in own[own.index('id="fact-support"') :]
    )
    assert "Due to be read" not in found["technologies/alder/"].html


def test_golden_copies_have_a_page_each() -> None:
    assert {path.stem for path in Path(GOLDEN).iterdir()} == set(KINDS)


def test_a_technology_without_claims_has_no_heading_for_them(sample: Catalogue) -> None:
    birch = sample.technologies["birch"].model_copy(update={"often_said": ()})
    silent = replace(sample, technologies={**sample.technologies, "birch": birch})
    found = {page.address: {part.id for part in page.sections} for page in pages(silent, TODAY)}
    assert "often-said" not in found[links.technology("birch")]
