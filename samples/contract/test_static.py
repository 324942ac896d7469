"""Checks of the task `static`."""

from itertools import product
from pathlib import Path

import httpx
import pytest

from contract.asking import media_type, raw
from contract.page import Page
from harness.servers import Running

CLIMBS = (
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "..%252f",
    "%252e%252e%252f",
    "..\\",
    "..%5c",
    "....//",
    ".%00./",
    "..;/",
)
"""Ways to write one step upwards: plain, encoded, doubly encoded, and what filters have overlooked."""

DEPTH = 6
"""Steps upwards that lead from the folder of static files to those of the sample."""

ROOT_DEPTH = 16
"""Steps upwards that surely lead to the root of the file system."""


@pytest.mark.probe
def test_a_style_sheet_is_served(client: httpx.Client) -> None:
    """The style sheet is answered as text/css, whole."""
    answer = client.get("/static/site.css")
    assert answer.status_code == 200
    assert media_type(answer) == "text/css"
    assert "{" in answer.text
    assert "}" in answer.text


def test_a_cache_knows_what_to_do(client: httpx.Client) -> None:
    """The style sheet has a validator that is answered 304, or a time to live."""
    headers = client.get("/static/site.css").headers
    validators = {"If-None-Match": headers.get("etag"), "If-Modified-Since": headers.get("last-modified")}
    conditions = {name: value for name, value in validators.items() if value}
    lives = "max-age=" in headers.get("cache-control", "") or "expires" in headers
    assert conditions or lives
    if conditions:
        assert client.get("/static/site.css", headers=conditions).status_code == 304


def test_an_unknown_file_is_not_found(client: httpx.Client) -> None:
    """A file that is not there is answered 404, and the folder is not listed."""
    assert client.get("/static/nothing.css").status_code == 404
    listing = Page(client.get("/static/"))
    assert not [text for text, link in listing.links() if link.endswith("/site.css")], "the folder is listed"


def test_no_path_leads_out_of_the_folder(running: Running) -> None:
    """Paths that climb out, plain, encoded and doubly encoded, are answered without any file from outside."""
    secrets = outside(running.copy)
    for climb, (target, content) in product(CLIMBS, secrets.items()):
        for depth in range(1, DEPTH + 1) if target != "etc/passwd" else (ROOT_DEPTH,):
            assert content not in raw(running.url, f"/static/{climb * depth}{target}"), f"{climb * depth}{target}"
    for path in ("//etc/passwd", "/static//etc/passwd", "/static/%2fetc%2fpasswd", "/static/..", "/static/../"):
        assert secrets["etc/passwd"] not in raw(running.url, path), path
    assert raw(running.url, "/static/site.css").split(b" ", 2)[1] == b"200"


def outside(folder: Path) -> dict[str, bytes]:
    """Files beside the folder of static files, and a part of what they hold."""
    found = {"etc/passwd": b"root:", "sample.yml": (folder / "sample.yml").read_bytes()[:200]}
    named = next(path for path in sorted(folder.iterdir()) if path.suffix in {".py", ".js", ".mjs", ".json", ".toml"})
    return found | {named.name: named.read_bytes()[:200]}
