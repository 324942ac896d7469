"""Checks of the task `upload`."""

from hashlib import sha256

import httpx
import pytest

from contract.asking import REFUSED

MEGABYTE = 1_000_000
EVERY_BYTE = bytes(range(256)) * 40
"""Content that is no text."""

TOO_LARGE = frozenset({400, 413})


def send(client: httpx.Client, content: bytes, name: str = "report.bin") -> httpx.Response:
    """Posts one file in the field `file`."""
    return client.post("/api/files", files={"file": (name, content, "application/octet-stream")})


def goes_on(client: httpx.Client) -> bool:
    """True where a small file is taken. On a new connection: a server may end one that it did not read out."""
    with httpx.Client(base_url=client.base_url, timeout=client.timeout, trust_env=False) as other:
        return send(other, b"small").status_code == httpx.codes.CREATED


@pytest.mark.probe
def test_a_file_is_taken(client: httpx.Client) -> None:
    """A file is answered 201 with its name, its size in bytes and its SHA-256."""
    for content in (EVERY_BYTE, b"\r\n--boundary\r\n\r\n", b"x"):
        answer = send(client, content)
        assert answer.status_code == 201, answer.text
        taken = answer.json()
        digest = sha256(content).hexdigest()
        assert (taken["name"], taken["size"], taken["sha256"]) == ("report.bin", len(content), digest)


def test_a_file_below_the_limit_is_taken(client: httpx.Client) -> None:
    """A file of 1.5 MB is taken whole."""
    content = EVERY_BYTE * (3 * MEGABYTE // 2 // len(EVERY_BYTE))
    answer = send(client, content)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["size"], answer.json()["sha256"]) == (len(content), sha256(content).hexdigest())


def test_a_file_over_the_limit_is_refused(client: httpx.Client) -> None:
    """A file of 3 MB is refused with 413 or 400, and the server goes on."""
    assert send(client, b"x" * 3 * MEGABYTE).status_code in TOO_LARGE
    assert goes_on(client)


def test_a_large_file_of_unknown_length_is_refused(client: httpx.Client) -> None:
    """A file of 3 MB is refused as well when nothing says beforehand how long it is, and the server goes on."""
    request = client.build_request("POST", "/api/files", files={"file": ("report.bin", b"x" * 3 * MEGABYTE)})
    body = request.read()
    parts = (body[start : start + 65_536] for start in range(0, len(body), 65_536))
    answer = client.post("/api/files", content=parts, headers={"Content-Type": request.headers["content-type"]})
    assert answer.status_code in TOO_LARGE | {411}
    assert goes_on(client)


def test_a_post_without_a_file_is_refused(client: httpx.Client) -> None:
    """A post without a file, or with another kind of body, is refused."""
    assert client.post("/api/files", files={"other": ("a.txt", b"text")}).status_code in REFUSED
    assert client.post("/api/files", files={"file": (None, b"a field, no file")}).status_code in REFUSED
    assert client.post("/api/files", data={"file": "a form without files"}).status_code in REFUSED | {415}
