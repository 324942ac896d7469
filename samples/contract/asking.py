"""What many checks ask in the same way: raw requests, answers of a class, and timings on a busy machine."""

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx

from backend_atlas.model.lab import By, Manifest, Variant

REFUSED = frozenset({400, 422})
"""How bad input is refused."""

FORBIDDEN = frozenset({400, 403})
"""How a forged post is refused."""

TRIES = 3
"""How often a timing is taken before it counts as too slow: another process may hold the processor."""

KEPT_OPEN = httpx.Limits(keepalive_expiry=1.0)
"""A connection that is idle for a second is not used again. Servers end theirs after two or more, unannounced."""

LARGEST = 1_000_000
"""Bytes of an answer that a raw request reads at most."""


def connect(url: str, timeout: float = 10.0) -> socket.socket:
    """A connection of its own to the server of this address."""
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 80), timeout)


def request_line(url: str, path: str) -> bytes:
    """A request with this path exactly as it stands, after which the server closes the connection."""
    return f"GET {path} HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\nConnection: close\r\n\r\n".encode()


def read(connection: socket.socket) -> bytes:
    """Everything that the server sends until it closes."""
    received = b""
    while len(received) < LARGEST and (part := connection.recv(65_536)):
        received += part
    return received


def raw(url: str, path: str) -> bytes:
    """The whole answer to a path that no client has tidied up."""
    with connect(url) as connection:
        connection.sendall(request_line(url, path))
        return read(connection)


def refused(answer: httpx.Response, *, because: str) -> str:
    """The text of a JSON answer that refuses bad input. AssertionError where it does not."""
    assert answer.status_code in REFUSED, f"{because}: answered {answer.status_code}, not 400 or 422"
    assert media_type(answer) in {"application/json", "application/problem+json"}, f"{because}: {media_type(answer)}"
    answer.json()
    return answer.text


def media_type(answer: httpx.Response) -> str:
    """The media type without its parameters."""
    return str(answer.headers.get("content-type", "")).split(";")[0].strip().lower()


def best(measure: Callable[[], float], *, good: Callable[[float], bool]) -> float:
    """The first good one of three measurements, or the last."""
    found = measure()
    for _ in range(TRIES - 1):
        if good(found):
            break
        found = measure()
    return found


def holds_none(manifest: Manifest, variant: Variant) -> bool:
    """Whether, by the manifest, a request that waits holds up no other."""
    return manifest.tasks["concurrency"].by is not By.NONE and "concurrency" not in variant.cannot
