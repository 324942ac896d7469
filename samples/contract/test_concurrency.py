"""Checks of the task `concurrency`."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from socket import socket

import httpx
import pytest

from contract.asking import connect, raw, read, request_line
from harness.servers import Running

WAITING = 50
"""Requests that wait at once."""

WAIT = 2.0
"""Seconds that each of them waits."""

SOON = 0.5
"""Seconds in which the other request has to be answered."""

TRIES = 3
RECOVERY = 60.0
"""Seconds until a server that held everything up has to answer again."""


@contextmanager
def holding(running: Running) -> Iterator[list[socket]]:
    """Fifty open connections, on each of which a request waits."""
    with ExitStack() as stack:
        held = [stack.enter_context(connect(running.url, RECOVERY)) for _ in range(WAITING)]
        for connection in held:
            connection.sendall(request_line(running.url, f"/api/wait?ms={WAIT * 1000:.0f}"))
        time.sleep(0.2)
        yield held


def seconds_for_hello(running: Running) -> float:
    """How long a request on a connection of its own took."""
    start = time.monotonic()
    with httpx.Client(base_url=running.url, timeout=RECOVERY) as client:
        assert client.get("/api/hello/Ada").json() == {"hello": "Ada"}
    return time.monotonic() - start


@pytest.mark.probe
def test_waiting_requests_hold_up_no_other(running: Running, observed: Callable[[str], None]) -> None:
    """While 50 requests wait for 2 seconds each in one process, another is answered in under half a second."""
    seconds = WAIT
    for _ in range(TRIES):
        with holding(running) as held:
            seconds = seconds_for_hello(running)
            if seconds < WAIT:
                for connection in held:
                    assert read(connection).split(b" ", 2)[1] == b"200", "a waiting request was not answered 200"
        if seconds < SOON or seconds >= WAIT:
            break
    observed(f"The other request took {seconds:.1f} s.")
    assert seconds < SOON, f"the other request took {seconds:.2f} s"


def test_fifty_wait_together(running: Running) -> None:
    """Fifty waits of 2 seconds are all answered right in under twice that time."""
    start = time.monotonic()
    with holding(running) as held:
        answers = [read(connection) for connection in held]
    seconds = time.monotonic() - start
    assert all(b'"waited"' in answer and b"2000" in answer for answer in answers)
    assert seconds < 2 * WAIT, f"50 waits of 2 s took {seconds:.1f} s"
    assert b"200" in raw(running.url, "/api/hello/Ada").split(b"\r\n", 1)[0]
