"""Checks of the task `json`."""

from urllib.parse import quote

import httpx
import pytest

from contract.asking import media_type


@pytest.mark.probe
def test_a_name_is_greeted(client: httpx.Client) -> None:
    """The route is answered 200, as JSON, with the name from the path."""
    answer = client.get("/api/hello/Ada")
    assert answer.status_code == 200
    assert media_type(answer) == "application/json"
    assert answer.json() == {"hello": "Ada"}


def test_letters_outside_ascii_come_back(client: httpx.Client) -> None:
    """Names in other scripts, percent-encoded as UTF-8, come back as they were."""
    for name in ("Zoë", "Ñandú Gómez", "東京", "Ωmega 🙂", "50% & more"):
        answer = client.get(f"/api/hello/{quote(name, safe='')}")
        assert answer.json() == {"hello": name}
