"""The decision guide as a reader uses it, and what the engine in Python says to the same answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, expect

from backend_atlas.guide.answers import Reading, read
from backend_atlas.guide.deciding import Result, fragment
from backend_atlas.guide.words import Words

NOT_OF_THE_GUIDE = ("/search/", "/fonts/")
"""What a browser does not load from a file. None of it is served by the guide."""

FORM = """
    () => Object.fromEntries([...document.querySelectorAll("#guide-form :is(input:checked, select)")]
        .map(field => [field.name || field.id, field.value]))
"""
GO = """
    hash => new Promise(done => {
        addEventListener("hashchange", () => done(), {once: true});
        if (location.hash === (hash && `#${hash}`)) done();
        location.hash = hash;
    })
"""
UNFOLDED = """
    () => {
        const all = [...document.querySelectorAll("#guide details")];
        all.forEach(part => { part.open = true; });
        return all.every(part => part.childElementCount > 1);
    }
"""


class Reference:
    """The engine in Python. The page has to say the same."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.result = cache(self.decide)

    def read(self, answers: str) -> Reading:
        return read(answers, self.words.basis)

    def decide(self, answers: str) -> Result:
        return self.words.engine.decide(self.read(answers).answers)

    def label(self, answers: str) -> str:
        return self.words.verdict(self.result(answers))

    def headline(self, answers: str) -> str:
        return self.words.headline(self.result(answers))

    def fragment(self, answers: str) -> str:
        return fragment(self.words.basis, self.result(answers))


class Guide:
    """The guide in one tab."""

    def __init__(self, tab: Page, url: str) -> None:
        self.tab = tab
        self.url = url
        self.problems: list[str] = []
        self.verdict = tab.locator("#guide-verdict")
        self.headline = tab.locator("#guide-headline")
        self.notice = tab.locator("#guide-notice")
        self.detail = tab.locator("#guide-detail")
        self.record = tab.locator("#guide-take pre")
        tab.on("console", self.hear)
        tab.on("pageerror", lambda error: self.report(str(error)))
        tab.on("dialog", self.refuse)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.report(f"{message.text} {message.location['url']}")

    def report(self, problem: str) -> None:
        if self.url.startswith("http") or not any(part in problem for part in NOT_OF_THE_GUIDE):
            self.problems.append(problem)

    def refuse(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, answers: str = "") -> None:
        """Opens the guide, with answers in its address if there are any."""
        self.tab.goto(f"{self.url}#{answers}" if answers else self.url)
        expect(self.verdict).not_to_be_empty()

    def go(self, answers: str) -> None:
        """Changes the answers in the address, as somebody does who pastes a link into the open page."""
        self.tab.evaluate(GO, answers)

    def radio(self, question: str, choice: str = "") -> Locator:
        return self.tab.locator(f'input[name="{question}"][value="{choice}"]')

    def line(self, question: str, choice: str) -> Locator:
        return self.tab.locator(f"#{question}-{choice}")

    def choose(self, question: str, choice: str, strength: str = "") -> Locator:
        """Answers a question. Gives the control that was used."""
        if not strength:
            self.radio(question, choice).check()
            return self.radio(question, choice)
        line = self.line(question, choice)
        line.evaluate("line => line.closest('details')?.setAttribute('open', '')")
        line.focus()
        line.select_option(strength)
        return line

    def part(self, key: str) -> Locator:
        """A part of the result that opens and closes."""
        return self.tab.locator(f'details[data-part="{key}"]')

    def press(self, label: str) -> Locator:
        button = self.tab.get_by_role("button", name=label, exact=True)
        button.click()
        return button

    @property
    def fragment(self) -> str:
        return str(self.tab.evaluate("location.hash")).removeprefix("#")

    @property
    def form(self) -> dict[str, str]:
        """Every control with its value."""
        return dict(self.tab.evaluate(FORM))

    @property
    def status(self) -> str:
        """What a screen reader is told."""
        return self.tab.locator(".guide-now [role=status]").inner_text()

    @property
    def record_text(self) -> str:
        """The decision record. Its part is opened for that."""
        self.part("record").evaluate("part => { part.open = true; }")
        expect(self.record).not_to_be_empty()
        return self.record.text_content() or ""

    def unfold(self) -> None:
        """Opens everything. Parts are filled when they are opened."""
        self.tab.wait_for_function(UNFOLDED)

    def shows(self, answers: str, reference: Reference) -> None:
        """Checks that verdict, first sentence and address are those of the answers."""
        result = reference.result(answers)
        expect(self.headline).to_have_text(reference.headline(answers))
        expect(self.verdict).to_have_text(reference.label(answers))
        expect(self.tab.locator("#guide-holding")).to_have_text(reference.words.holding(result))
        expect(self.tab).to_have_url(self.url + f"#{reference.fragment(answers)}".rstrip("#"))


@contextmanager
def opened(browser: Browser, url: str, **settings: Any) -> Iterator[Guide]:
    """The guide in a fresh context. What goes wrong in the page fails the test at its end."""
    context = browser.new_context(**settings)
    context.set_default_timeout(15_000)
    context.set_default_navigation_timeout(30_000)
    guide = Guide(context.new_page(), url)
    try:
        yield guide
        assert not guide.problems, guide.problems
    finally:
        context.close()
