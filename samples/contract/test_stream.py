"""Checks of the task `stream`."""

import time

import httpx
import pytest

from contract.asking import best

LINES = [f"line {number}" for number in range(1, 6)]
LEAST_SPREAD = 0.25
"""Seconds between the arrival of the first line and of the last."""


def arrivals(client: httpx.Client) -> tuple[str, float]:
    """The whole text, and the seconds between the arrival of the first line and of the last."""
    received, first = b"", 0.0
    with client.stream("GET", "/api/stream") as answer:
        assert answer.status_code == 200
        for part in answer.iter_raw():
            received += part
            if not first and b"line 1" in received:
                first = time.monotonic()
            if b"line 5" in received:
                last = time.monotonic()
                break
        else:
            raise AssertionError(f"the last line never came: {received!r}")
        received += b"".join(answer.iter_raw()) if not answer.is_stream_consumed else b""
    return received.decode(), last - first


@pytest.mark.probe
def test_the_first_line_arrives_early(client: httpx.Client) -> None:
    """The first line arrives at least a quarter of a second before the last."""
    spread = best(lambda: arrivals(client)[1], good=lambda seconds: seconds >= LEAST_SPREAD)
    assert spread >= LEAST_SPREAD, f"the first line arrived {spread * 1000:.0f} ms before the last"


def test_all_lines_arrive_in_order(client: httpx.Client) -> None:
    """The answer holds the five lines in order, and ends."""
    answer = client.get("/api/stream")
    assert [line.removeprefix("data:").strip() for line in answer.text.splitlines() if line.strip()] == LINES
