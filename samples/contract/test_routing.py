"""Checks of the task `routing`."""

from collections.abc import Callable

import httpx
import pytest


@pytest.mark.probe
def test_a_number_in_the_path_is_squared(client: httpx.Client) -> None:
    """A number in the path reaches the handler, and the answer links to the next number."""
    for number in (7, 0, 1_000):
        answer = client.get(f"/api/squares/{number}")
        assert answer.status_code == 200
        assert answer.json() == {"number": number, "square": number**2, "next": f"/api/squares/{number + 1}"}


def test_the_link_to_the_next_number_leads_there(client: httpx.Client) -> None:
    """The link in the answer can be followed."""
    following = client.get(client.get("/api/squares/7").json()["next"])
    assert following.status_code == 200
    assert following.json()["number"] == 8


def test_a_word_is_no_number(client: httpx.Client) -> None:
    """A word where a number belongs is answered 404, 400 or 422."""
    for word in ("seven", "7.5", "7abc"):
        assert client.get(f"/api/squares/{word}").status_code in {400, 404, 422}, word


def test_a_wrong_method_is_refused(client: httpx.Client, observed: Callable[[str], None]) -> None:
    """A method that the route does not take is answered 405, where Allow names GET, or refused as a forged post."""
    answer = client.post("/api/squares/7")
    observed(f"A post is answered {answer.status_code}.")
    if answer.status_code != 403:
        assert answer.status_code == 405
        assert "GET" in {method.strip() for method in answer.headers.get("allow", "").upper().split(",")}


def test_an_unknown_path_is_not_found(client: httpx.Client) -> None:
    """A path that nothing handles is answered 404."""
    for path in ("/nothing-here", "/api/nothing-here", "/api/squares/7/more"):
        assert client.get(path).status_code == 404, path
