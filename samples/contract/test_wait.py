"""Checks of the task `wait`."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from backend_atlas.model.lab import Manifest, Variant
from contract.asking import REFUSED, best, holds_none
from harness.servers import Running

TOGETHER = 10
"""Requests that are sent at once."""

WAIT = 1_000
"""Milliseconds that each of them waits."""

ONE_ROUND = 1.9
"""Seconds in which a server that can do so answers all of them; it would take two for two rounds."""


def timed(client: httpx.Client, milliseconds: int) -> float:
    """Asks for a wait. Returns how long the answer took, in seconds."""
    start = time.monotonic()
    answer = client.get("/api/wait", params={"ms": milliseconds})
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"waited": milliseconds}
    return time.monotonic() - start


@pytest.mark.probe
def test_a_wait_takes_as_long_as_asked(client: httpx.Client) -> None:
    """A wait of 300 ms is answered after at least 300 ms and before 800 ms."""
    client.get("/api/hello/Ada")
    seconds = best(lambda: timed(client, 300), good=lambda found: found < 0.8)
    assert 0.3 <= seconds < 0.8, f"the answer took {seconds:.3f} s"


def test_every_wait_is_a_real_one(client: httpx.Client) -> None:
    """Other lengths are waited for as well, the same one a second time included."""
    for milliseconds in (100, 450, 450):
        assert timed(client, milliseconds) >= milliseconds / 1000


def test_a_long_wait_is_refused(client: httpx.Client) -> None:
    """A wait of more than five seconds is refused at once, and so is one that is no number."""
    start = time.monotonic()
    for milliseconds in ("5001", "600000", "soon", "-1"):
        assert client.get("/api/wait", params={"ms": milliseconds}).status_code in REFUSED, milliseconds
    assert time.monotonic() - start < 5


def test_ten_wait_at_once(
    running: Running, manifest: Manifest, variant: Variant, observed: Callable[[str], None]
) -> None:
    """Ten waits at once take as long as one where the server can do so. How many wait at once is observed."""

    def one(_: int) -> float:
        with httpx.Client(base_url=running.url, timeout=60) as client:
            return timed(client, WAIT)

    def together() -> float:
        with ThreadPoolExecutor(TOGETHER) as pool:
            return sum(seconds < ONE_ROUND for seconds in pool.map(one, range(TOGETHER)))

    expected = min(TOGETHER, capacity(manifest, variant))
    count = int(best(together, good=lambda found: found >= expected))
    observed(f"{count} of {TOGETHER} waited at once.")
    assert count >= expected, f"{count} of {TOGETHER} waited at once"


def capacity(manifest: Manifest, variant: Variant) -> int:
    """Requests that can wait at once: as many as there are threads, or any number where waiting needs no thread."""
    return TOGETHER if holds_none(manifest, variant) else variant.processes * variant.threads
