"""Answering: form, address and result keep in step, the list of features, and nothing is kept elsewhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser.axe import violations
from browser.guide import Guide, Reference, opened

Step = tuple[str, str, str]

FIRST: tuple[Step, ...] = (("lang", "python", "must"), ("exp", "new", ""), ("kind", "crud", ""))
FOUR = (*FIRST, ("structure", "full", ""))
GROWN = (*FIRST, ("have", "flask", ""))


def text(steps: tuple[Step, ...]) -> str:
    return "&".join(f"{question}={choice}{'~' * bool(strength)}{strength}" for question, choice, strength in steps)


def answer(guide: Guide, reference: Reference, steps: tuple[Step, ...]) -> Iterator[None]:
    """Takes the steps one by one, and checks after each what the page shows and where the focus is."""
    guide.open()
    guide.shows("", reference)
    entries = guide.tab.evaluate("history.length")
    for count, step in enumerate(steps, 1):
        control = guide.choose(*step)
        answers = text(steps[:count])
        expect(control).to_be_focused()
        guide.shows(answers, reference)
        assert guide.status.split("\n\n") == [reference.label(answers), reference.headline(answers)]
        yield
    assert guide.tab.evaluate("history.length") == entries


def test_four_answers_one_by_one(guide_everywhere: Guide, reference: Reference) -> None:
    for _ in answer(guide_everywhere, reference, FOUR):
        assert not guide_everywhere.notice.is_visible()
    assert reference.label(text(FOUR)) == "Clear"


def test_axe_is_content_after_each_answer(guide: Guide, reference: Reference) -> None:
    for _ in answer(guide, reference, GROWN):
        guide.tab.evaluate("scrollTo(0, 0)")  # what lies below the header of the site is too small to be hit
        assert violations(guide.tab) == []


def test_axe_is_content_in_firefox(other_browser: Browser, address: str) -> None:
    with opened(other_browser, f"{address}guide/") as guide:
        guide.open(text(GROWN))
        assert violations(guide.tab) == []


def test_existing_code_is_weighed_against_moving(guide: Guide, reference: Reference) -> None:
    guide.open(text(GROWN))
    costs = reference.words.existing(reference.result(text(GROWN)))
    assert len(costs) >= 2
    for sentence in costs:
        expect(guide.part("why").get_by_text(sentence)).to_be_visible()


def loaded(guide: Guide) -> dict[str, str]:
    """The list that the kind of project filled: feature to its strength."""
    lines = guide.tab.locator("#guide-loaded select").evaluate_all(
        "all => all.map(one => [one.dataset.choice, one.value])"
    )
    return dict(lines)


def load_of(reference: Reference, kind: str) -> dict[str, str]:
    loads = reference.words.basis.question["kind"].by_id[kind].loads
    return {feature: "much" if weight > 1 else "nice" for feature, weight in loads.items()}


def test_the_list_of_features_follows_the_kind_and_keeps_edits(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    guide.open()
    assert loaded(guide) == {}
    guide.choose("kind", "crud")
    assert loaded(guide) == load_of(reference, "crud")
    guide.shows("kind=crud", reference)
    guide.choose("need", "admin", "none")
    guide.shows("kind=crud&need=admin~none", reference)
    guide.choose("need", "orm", "must")
    guide.shows("kind=crud&need=admin~none,orm~must", reference)
    guide.choose("need", "admin", "must")
    guide.choose("need", "orm", "none")
    guide.shows("kind=crud&need=admin~must,orm~none", reference)
    guide.choose("kind", "json-api")
    assert loaded(guide) == load_of(reference, "json-api") | {"orm": "none", "admin": "must"}
    guide.shows("kind=json-api&need=admin~must,orm~none", reference)
    guide.choose("need", "orm", "nice")
    guide.shows("kind=json-api&need=admin~must", reference)


def test_start_again_empties_everything(guide_everywhere: Guide, reference: Reference) -> None:
    guide = guide_everywhere
    guide.open()
    empty = guide.form
    guide.go("exp=new&kind=saas&lang=python~prefer&need=graphql~must&structure=full&weight=kind~some")
    expect(guide.verdict).not_to_have_text("No answers yet")
    assert guide.form != empty
    button = guide.press("Start again")
    expect(button).to_be_focused()
    assert guide.form == empty
    guide.shows("", reference)
    expect(guide.detail).to_be_empty()
    expect(guide.tab.locator("#guide-loaded-empty")).to_be_visible()


def test_weights_of_questions_count(guide: Guide, reference: Reference) -> None:
    guide.open("kind=crud&structure=minimal")
    guide.tab.locator("#guide-weights summary").click()
    guide.tab.locator("#weight-structure").select_option("none")
    guide.shows("kind=crud&structure=minimal&weight=structure~none", reference)


def test_reloading_keeps_the_answers(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    guide.open()
    for step in FOUR:
        guide.choose(*step)
    guide.choose("need", "graphql", "nice")
    before, record = guide.form, guide.record_text
    guide.tab.reload()
    guide.shows(f"{text(FOUR)}&need=graphql~nice", reference)
    assert (guide.form, guide.record_text) == (before, record)
    assert not guide.notice.is_visible()


KEPT = """
    async () => [
        ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat(), document.cookie,
        ...(await indexedDB.databases()).map(found => found.name), ...(await caches.keys()), window.name,
    ]
"""


def test_answers_stay_in_the_page(guide: Guide) -> None:
    guide.open()
    guide.tab.wait_for_load_state("networkidle")
    before = guide.tab.evaluate(KEPT)
    asked: list[str] = []
    guide.tab.on("request", lambda request: asked.append(request.url))
    for step in (*FOUR, ("need", "graphql", "must")):
        guide.choose(*step)
    guide.press("Copy the record")
    guide.tab.locator(".guide-change a").first.click()
    guide.press("Start again")
    guide.tab.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.endswith("/favicon.svg")] == []
    assert guide.tab.evaluate(KEPT) == before
    assert not any("crud" in kept or "python" in kept for kept in before)


WHERE = """
    () => {
        const field = document.activeElement;
        const part = field.closest("[data-part]")?.dataset.part;
        return field.matches("summary") && part ? `part ${part}` : field.id || field.name || field.localName;
    }
"""


def tab_to(guide: Guide, wanted: str) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(120):
        guide.tab.keyboard.press("Tab")
        if guide.tab.evaluate(WHERE) == wanted:
            return
    pytest.fail(f"Tab does not reach {wanted}")


def test_the_keyboard_alone_is_enough(guide_in_each: Guide, reference: Reference) -> None:
    guide = guide_in_each
    keys = guide.tab.keyboard
    guide.open()
    tab_to(guide, "lang-python")
    keys.press("m")
    guide.shows("lang=python~must", reference)
    tab_to(guide, "exp")
    keys.press("ArrowDown")
    guide.shows("exp=mixed&lang=python~must", reference)
    tab_to(guide, "kind")
    keys.press("ArrowDown")
    guide.shows("exp=mixed&kind=crud&lang=python~must", reference)
    expect(guide.radio("kind", "crud")).to_be_focused()
    tab_to(guide, "part excluded")
    keys.press("Enter")
    expect(guide.part("excluded").locator("li").first).to_be_visible()
    tab_to(guide, "part record")
    keys.press("Enter")
    keys.press("Tab")
    expect(guide.tab.locator("#guide-record-form")).to_be_focused()
    expect(guide.record).to_be_visible()


def test_the_address_of_a_section_is_no_answer(guide: Guide, reference: Reference) -> None:
    guide.open(text(FOUR))
    guide.go("limits")
    expect(guide.headline).to_have_text(reference.headline(text(FOUR)))
    assert not guide.notice.is_visible()
    guide.tab.go_back()
    guide.shows(text(FOUR), reference)
