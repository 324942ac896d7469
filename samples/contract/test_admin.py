"""Checks of the task `admin`."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest

from contract.page import Page
from contract.visitor import Visitor
from harness.servers import Running


def closed(page: Page) -> bool:
    """Whether a visitor was kept out: shown a form for a password, or answered 401, 403 or 404."""
    asks = any(found.get("type") == "password" for found in page.tree.iter("input"))
    return page.status in {401, 403, 404} or asks


def follow(visitor: Visitor, page: Page, pattern: str, *, under: str = "/admin") -> Page:
    """Follows the first link whose text, path or query matches. Links whose whole text matches come first."""
    links = [(text, link) for text, link in page.links() if urlsplit(link).path.startswith(under)]
    whole = [link for text, link in links if re.fullmatch(pattern, text, re.IGNORECASE)]
    part = [link for text, link in links if re.search(pattern, f"{text} {link.split('/', 3)[3]}", re.IGNORECASE)]
    assert whole + part, f"{page.answer.url} has no link that matches {pattern}: {[text for text, _ in links]}"
    return visitor.open((whole + part)[0])


def entered(visitor: Visitor, running: Running) -> Page:
    """The first page of the admin interface, after logging in where it asks for it."""
    page = visitor.open("/admin/")
    if closed(page):
        form = page.form("password") if page.status == 200 else visitor.open("/login").form("username", "password")
        user = next(name for name in form.shown if name != "password")
        visitor.submit(form, {user: "ada", "password": running.password})
        page = visitor.open("/admin/")
    assert page.status == 200
    assert not closed(page), "logging in as ada does not open /admin/"
    return page


def notes(running: Running) -> dict[str, tuple[str, str]]:
    """Title and body of each note, by id, as the API lists them."""
    with httpx.Client(base_url=running.url) as client:
        answer = client.get("/api/notes")
    assert answer.status_code == 200
    return {str(note["id"]): (note["title"], note["body"]) for note in answer.json()}


def test_the_admin_is_closed_to_visitors(visitor: Visitor) -> None:
    """Visitors are asked for a password, or refused."""
    assert closed(visitor.open("/admin/"))


@pytest.mark.probe
def test_a_note_is_made_and_edited(visitor: Visitor, running: Running) -> None:
    """After logging in, notes are listed, one is made and edited by the forms that are there, and the API shows it."""
    home = entered(visitor, running)
    title, before = f"Made in the admin {uuid4().hex[:8]}", set(notes(running))
    listing = follow(visitor, home, r"notes?")
    form = follow(
        visitor, listing, r"\b(add|new|create)\b", under=urlsplit(str(listing.answer.url)).path.rsplit("/", 2)[0]
    )
    visitor.submit(form.form("title", "body"), {"title": title, "body": "first"})
    [made] = set(notes(running)) - before
    assert notes(running)[made] == (title, "first")

    listing = visitor.open(str(listing.answer.url))
    assert title in listing.words
    edit = follow(visitor, listing, rf"{title}|.*(edit|change|update).*\b{made}\b|.*\b{made}/(edit|change|update).*")
    visitor.submit(edit.form("title", "body"), {"title": title, "body": "second"})
    assert notes(running)[made] == (title, "second")


def test_another_password_does_not_open_it(visitor: Visitor) -> None:
    """A wrong password leaves the admin closed."""
    page = visitor.open("/admin/")
    form = page.form("password") if page.status == 200 else visitor.open("/login").form("username", "password")
    user = next(name for name in form.shown if name != "password")
    visitor.submit(form, {user: "ada", "password": "wrong"})
    assert closed(visitor.open("/admin/"))
