"""Checks of the task `template`."""

import pytest

from contract.asking import media_type
from contract.visitor import Visitor

MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</h1></title><b>bold</b>",
    "Ada & <i>Bob</i> &amp; &lt;",
    "{{ 7 * 7 }} {% raw %} ${7 * 7} <%= 7 * 7 %>",
)
"""Names that would break out of text or of an attribute, or run in a template."""


@pytest.mark.probe
def test_a_page_is_rendered(visitor: Visitor) -> None:
    """The page is HTML in UTF-8 and greets whoever the address names."""
    page = visitor.open("/greeting?name=Ada")
    assert page.status == 200
    assert media_type(page.answer) == "text/html"
    assert "utf-8" in page.answer.headers["content-type"].lower()
    assert page.text("greeting") == "Hello, Ada!"
    assert visitor.open("/greeting?name=Zo%C3%AB").text("greeting") == "Hello, Zoë!"


def test_the_title_comes_from_the_page(visitor: Visitor) -> None:
    """The document is whole, and its title is another one than that of the page for logging in."""
    page = visitor.open("/greeting?name=Ada")
    start = page.answer.text.lstrip().lower()
    assert start.startswith("<!doctype html>")
    assert start.count("<html") == start.count("<body") == start.count("</html>") == 1
    assert page.title
    assert page.title != visitor.open("/login").title


def test_markup_between_tags_is_text(visitor: Visitor) -> None:
    """Markup in the name is shown as text and makes no element."""
    for name in MARKUP:
        page = visitor.open(str(visitor.client.build_request("GET", "/greeting", params={"name": name}).url))
        greeting = page.element("greeting")
        assert greeting is not None
        assert len(greeting) == 0, f"{name} made an element"
        assert page.text("greeting") == f"Hello, {name}!"
        assert not [found for found in page.tree.iter() if "onerror" in found.attrib]


def test_markup_in_an_attribute_is_text(visitor: Visitor) -> None:
    """Markup in the name stays inside the attribute `title` and adds no other."""
    plain = visitor.open("/greeting?name=Ada").element("greeting")
    for name in MARKUP:
        page = visitor.open(str(visitor.client.build_request("GET", "/greeting", params={"name": name}).url))
        greeting = page.element("greeting")
        assert greeting is not None
        assert plain is not None
        assert set(greeting.attrib) == set(plain.attrib), f"{name} changed the attributes"
        assert name in greeting.attrib["title"]
