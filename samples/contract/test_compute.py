"""Checks of the task `compute`."""

import httpx
import pytest

from contract.asking import REFUSED

PRIMES = {2: 0, 3: 1, 10: 4, 1_000: 168, 10_000: 1_229, 100_003: 9_592, 100_004: 9_593}
"""How many primes there are below a number."""


def count(client: httpx.Client, below: int) -> int:
    """The number of primes below a number, as the server says."""
    answer = client.get("/api/primes", params={"below": below})
    assert answer.status_code == 200, answer.text
    assert answer.json()["below"] == below
    return int(answer.json()["count"])


@pytest.mark.probe
def test_primes_are_counted(client: httpx.Client) -> None:
    """There are 9,592 primes below 100,000."""
    answer = client.get("/api/primes", params={"below": 100_000})
    assert answer.status_code == 200
    assert answer.json() == {"below": 100_000, "count": 9_592}


def test_other_limits_are_counted_as_well(client: httpx.Client) -> None:
    """The counts for other limits are right, next to a prime included, and the limit itself does not count."""
    assert {below: count(client, below) for below in PRIMES} == PRIMES


def test_a_large_limit_is_refused(client: httpx.Client) -> None:
    """A limit over 5,000,000, or one that is no number, is refused."""
    for below in ("5000001", "1000000000000", "many"):
        assert client.get("/api/primes", params={"below": below}).status_code in REFUSED, below
