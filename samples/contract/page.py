"""A page as a browser understands it: parsed by html5lib, with its forms and links."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import httpx

UNSENT = frozenset({"submit", "button", "image", "reset", "file"})
"""Kinds of `input` whose value a form does not send by itself."""

CHOSEN = frozenset({"checkbox", "radio"})
"""Kinds of `input` that are sent only when they are ticked."""


@dataclass(frozen=True)
class Form:
    """A form, filled in as the page shows it."""

    action: str
    """The whole address that it is sent to."""
    method: str
    """`get` or `post`."""
    multipart: bool
    """Whether it is sent as `multipart/form-data`."""
    shown: dict[str, str] = field(default_factory=dict)
    """What a person sees and fills in, by name."""
    hidden: dict[str, str] = field(default_factory=dict)
    """The hidden fields, by name."""
    button: dict[str, str] = field(default_factory=dict)
    """Name and value of the first button, which the Enter key presses."""

    def filled(self, values: dict[str, str]) -> dict[str, str]:
        """Everything that is sent when somebody fills in `values`."""
        return self.hidden | self.shown | self.button | values


class Page:
    """An answer that holds HTML."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.status = answer.status_code
        self.path = answer.url.path

    @cached_property
    def tree(self) -> Element:
        """The document, as browsers repair it."""
        parsed: Element = html5lib.parse(self.answer.text, namespaceHTMLElements=False)
        return parsed

    @property
    def title(self) -> str:
        """The title of the page."""
        return _text(self.tree.find("head/title"))

    @property
    def words(self) -> str:
        """The visible text of the page, with single spaces."""
        body = self.tree.find("body")
        return " ".join(" ".join(body.itertext()).split()) if body is not None else ""

    def element(self, identifier: str) -> Element | None:
        """The element with this id."""
        return next((found for found in self.tree.iter() if found.get("id") == identifier), None)

    def text(self, identifier: str) -> str:
        """The text of the element with this id, with single spaces. Empty where there is none."""
        return _text(self.element(identifier))

    def links(self) -> Iterator[tuple[str, str]]:
        """Text and whole address of each link, in the order of the page."""
        for found in self.tree.iter("a"):
            if found.get("href"):
                yield _text(found), urljoin(str(self.answer.url), found.get("href", ""))

    def form(self, *names: str, identifier: str | None = None) -> Form:
        """The first form that has these fields, or the form with this id. AssertionError where there is none."""
        for found in self.tree.iter("form"):
            form = _form(found, str(self.answer.url))
            if identifier in (None, found.get("id")) and set(names) <= set(form.shown):
                return form
        wanted = f"the id {identifier}" if identifier else f"the fields {', '.join(names)}"
        raise AssertionError(
            f"{self.answer.url} (status {self.status}) shows no form with {wanted}: {self.words[:200]}"
        )


def _form(found: Element, base: str) -> Form:
    form = Form(
        action=urljoin(base, found.get("action") or base),
        method=found.get("method", "get").lower(),
        multipart=found.get("enctype", "").lower() == "multipart/form-data",
    )
    for part in found.iter():
        name, kind = part.get("name"), part.get("type", "text").lower()
        if part.tag == "button" or (part.tag == "input" and kind == "submit"):
            _press(form, part)
        elif name and part.tag == "input" and kind not in UNSENT and (kind not in CHOSEN or "checked" in part.attrib):
            kept = form.hidden if kind == "hidden" else form.shown
            kept[name] = part.get("value", "on" if kind in CHOSEN else "")
        elif name and part.tag == "textarea":
            form.shown[name] = "".join(part.itertext()).removeprefix("\n")
        elif name and part.tag == "select":
            form.shown[name] = _choice(part)
    return form


def _press(form: Form, part: Element) -> None:
    submits = part.tag == "input" or part.get("type", "submit").lower() == "submit"
    if submits and part.get("name") and not form.button:
        form.button[part.get("name", "")] = part.get("value", "")


def _choice(part: Element) -> str:
    options = list(part.iter("option"))
    chosen = next((option for option in options if "selected" in option.attrib), options[0] if options else None)
    return "" if chosen is None else chosen.get("value", _text(chosen))


def _text(found: Element | None) -> str:
    return "" if found is None else " ".join("".join(found.itertext()).split())
