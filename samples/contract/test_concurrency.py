"""Checks of the task `concurrency`."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from socket import socket

import httpx
import pytest

from backend_atlas.model.lab import Manifest, Variant
from contract.asking import TRIES, connect, holds_none, raw, read, request_line
from harness.servers import Running

WAITING = 50
"""Requests that wait at once."""

WAIT = 2.0
"""Seconds that each of them waits."""

SOON = 0.5
"""Seconds in which the other request has to be answered."""

RECOVERY = 60.0
"""Seconds until a server that was held up has to answer again."""


@contextmanager
def holding(running: Running) -> Iterator[list[socket]]:
    """Fifty open connections, on each of which a request waits."""
    with ExitStack() as stack:
        held = [stack.enter_context(connect(running.url, RECOVERY)) for _ in range(WAITING)]
        for connection in held:
            connection.sendall(request_line(running.url, f"/api/wait?ms={WAIT * 1000:.0f}"))
        time.sleep(0.2)
        yield held


def seconds_for_hello(running: Running, limit: float) -> float:
    """How long a request on a connection of its own took, or the limit where it was not answered."""
    start = time.monotonic()
    with httpx.Client(base_url=running.url, timeout=limit, trust_env=False) as client:
        try:
            answer = client.get("/api/hello/Ada")
        except httpx.TimeoutException:
            return limit
    assert answer.json() == {"hello": "Ada"}
    return time.monotonic() - start


def seconds_while_waiting(running: Running) -> float:
    """How long a request took while fifty wait. They have to be answered as well."""
    with holding(running) as held:
        seconds = seconds_for_hello(running, WAIT)
        if seconds < WAIT:
            for connection in held:
                assert read(connection).split(b" ", 2)[1] == b"200", "a waiting request was not answered 200"
    return seconds


@pytest.mark.probe
def test_waiting_requests_hold_up_no_other(
    running: Running, manifest: Manifest, variant: Variant, observed: Callable[[str], None]
) -> None:
    """While 50 requests wait for 2 seconds each in one process, another is answered in under half a second."""
    for _ in range(TRIES):
        seconds = seconds_while_waiting(running)
        if seconds < SOON or seconds >= WAIT:
            break
    if seconds >= WAIT and not holds_none(manifest, variant):
        seconds_for_hello(running, RECOVERY)
    held_up = "was held up" if seconds >= WAIT else f"took {seconds:.1f} s"
    observed(f"The other request {held_up}.")
    assert seconds < SOON, f"the other request {held_up}"


def test_fifty_wait_together(running: Running) -> None:
    """Fifty waits of 2 seconds are all answered right in under twice that time."""
    start = time.monotonic()
    with holding(running) as held:
        answers = [read(connection) for connection in held]
    seconds = time.monotonic() - start
    assert all(b'"waited"' in answer and b"2000" in answer for answer in answers)
    assert seconds < 2 * WAIT, f"50 waits of 2 s took {seconds:.1f} s"
    assert b"200" in raw(running.url, "/api/hello/Ada").split(b"\r\n", 1)[0]
