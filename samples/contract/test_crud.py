"""Checks of the task `crud`."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from contract.asking import REFUSED
from harness.servers import Running

HOSTILE = {
    "quotes": """it's "quoted" `so` \\ done""",
    "SQL": "'; DROP TABLE notes; --",
    "another SQL": "1); DELETE FROM notes WHERE (1=1",
    "a null character": "before\x00after",
    "emoji": "👩‍🚀 🏳️‍🌈 é ñ 漢字",
    "a pattern": "%_*?[a-z]",
    "markup": "<b>bold</b> & <script>",
    "line breaks": "first\r\nsecond\tthird",
}
"""Texts that have broken databases and serialisers before."""


def create(client: httpx.Client, title: str, body: str = "some text") -> dict[str, Any]:
    """A new note, as the server answered it."""
    answer = client.post("/api/notes", json={"title": title, "body": body})
    assert answer.status_code == 201, answer.text
    note: dict[str, Any] = answer.json()
    assert (note["title"], note["body"]) == (title, body)
    return note


def listed(client: httpx.Client) -> dict[Any, dict[str, Any]]:
    """All notes, by id."""
    answer = client.get("/api/notes")
    assert answer.status_code == 200
    return {note["id"]: note for note in answer.json()}


@pytest.mark.probe
def test_a_note_is_created_and_read(client: httpx.Client) -> None:
    """A new note is answered 201 with its id, and is found under it and in the list."""
    note = create(client, "Shopping", "tea, a mug")
    read = client.get(f"/api/notes/{note['id']}")
    assert read.status_code == 200
    assert (read.json()["title"], read.json()["body"]) == ("Shopping", "tea, a mug")
    assert listed(client)[note["id"]]["title"] == "Shopping"


def test_a_note_is_replaced(client: httpx.Client) -> None:
    """PUT replaces one note and no other."""
    one, other = create(client, "Draft"), create(client, "Other")
    answer = client.put(f"/api/notes/{one['id']}", json={"title": "Final", "body": "new text"})
    assert answer.status_code in {200, 204}
    notes = listed(client)
    assert (notes[one["id"]]["title"], notes[one["id"]]["body"]) == ("Final", "new text")
    assert notes[other["id"]]["title"] == "Other"


def test_a_note_is_removed(client: httpx.Client) -> None:
    """DELETE removes one note and no other, and the removed one is answered 404."""
    one, other = create(client, "Old"), create(client, "Kept")
    assert client.delete(f"/api/notes/{one['id']}").status_code in {200, 202, 204}
    assert client.get(f"/api/notes/{one['id']}").status_code == 404
    notes = listed(client)
    assert one["id"] not in notes
    assert other["id"] in notes


def test_an_unknown_note_is_not_found(client: httpx.Client) -> None:
    """An id that no note has is answered 404, whatever the method."""
    path = "/api/notes/987654321"
    assert client.get(path).status_code == 404
    assert client.put(path, json={"title": "No", "body": "no"}).status_code == 404
    assert client.delete(path).status_code == 404


def test_a_note_needs_a_title(client: httpx.Client) -> None:
    """A note without a title, or with a title that is empty, too long or no text, is refused, and none is stored."""
    before = listed(client)
    titles: tuple[Any, ...] = ("", "t" * 101, None, {"a": 1})
    bodies: list[Any] = [{"body": "no title"}, [], "text", None, *({"title": title, "body": "b"} for title in titles)]
    for bad in bodies:
        answer = client.post("/api/notes", content=json.dumps(bad), headers={"Content-Type": "application/json"})
        assert answer.status_code in REFUSED, f"{bad}: {answer.status_code}"
    assert listed(client) == before
    create(client, "t" * 100)


def test_hostile_text_is_only_text(client: httpx.Client, observed: Callable[[str], None]) -> None:
    """Quotes, SQL, null characters and emoji come back as they were, or are refused, and nothing else changes."""
    untouched, turned_down = create(client, "Untouched"), []
    for name, text in HOSTILE.items():
        before = listed(client)
        answer = client.post("/api/notes", json={"title": text, "body": text})
        if answer.status_code in REFUSED:
            turned_down.append(name)
            assert listed(client) == before
            continue
        assert answer.status_code == 201, f"{name}: {answer.status_code}"
        stored = client.get(f"/api/notes/{answer.json()['id']}").json()
        assert (stored["title"], stored["body"]) == (text, text), name
        assert len(listed(client)) == len(before) + 1, name
    assert client.get(f"/api/notes/{untouched['id']}").json()["title"] == "Untouched"
    observed(f"Refused: {', '.join(turned_down)}." if turned_down else "Everything was stored as it was.")


def test_half_a_character_does_no_harm(client: httpx.Client) -> None:
    """Half of an emoji, which JSON can hold and UTF-8 cannot, is refused, or comes back as it was."""
    text, before = "half: \ud83e", listed(client)
    content = json.dumps({"title": text, "body": text})
    answer = client.post("/api/notes", content=content, headers={"Content-Type": "application/json"})
    if answer.status_code == 201:
        assert client.get(f"/api/notes/{answer.json()['id']}").json()["title"] == text
    else:
        assert answer.status_code in REFUSED
        assert listed(client) == before


def test_hostile_ids_find_nothing(client: httpx.Client) -> None:
    """SQL in the place of an id is answered 404, 400 or 422, and removes nothing."""
    create(client, "Still there")
    before = listed(client)
    for text in ("1%20OR%201=1", "1;DROP%20TABLE%20notes", "%27%20OR%20%27%27=%27", "99999999999999999999999"):
        assert client.get(f"/api/notes/{text}").status_code in {400, 404, 422}, text
        assert client.delete(f"/api/notes/{text}").status_code in {400, 404, 422}, text
    assert listed(client) == before


def test_notes_are_there_after_a_restart(running: Running) -> None:
    """What was stored is there after the server was stopped and started again."""
    with httpx.Client(base_url=running.url) as client:
        note = create(client, "Lasting", "over a restart")
        before = listed(client)
    running.stop()
    running.start()
    with httpx.Client(base_url=running.url) as client:
        kept = client.get(f"/api/notes/{note['id']}")
        assert kept.status_code == 200, "the note is gone"
        assert kept.json()["body"] == "over a restart"
        assert listed(client) == before
