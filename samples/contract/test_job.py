"""Checks of the task `job`."""

import time

import httpx
import pytest

from contract.asking import REFUSED, best
from harness.servers import Running

DONE_WITHIN = 20.0
"""Seconds until a job has to be done. It takes one, but the worker may have to start first."""

SOON = 0.5
"""Seconds in which a job has to be taken: half of what it takes."""


def take(client: httpx.Client, text: str) -> str:
    """Hands in a job. Returns its id."""
    answer = client.post("/api/jobs", json={"text": text})
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


def result(client: httpx.Client, job: str) -> str:
    """Waits until the job is done. Returns its result."""
    deadline, state = time.monotonic() + DONE_WITHIN, None
    while time.monotonic() < deadline:
        answer = client.get(f"/api/jobs/{job}")
        assert answer.status_code == 200, answer.text
        state = answer.json()["state"]
        if state == "done":
            return str(answer.json()["result"])
        time.sleep(0.1)
    raise AssertionError(f"the job is {state!r} after {DONE_WITHIN:g} s")


def seconds_to_take(client: httpx.Client) -> float:
    """How long it took to hand in a job."""
    start = time.monotonic()
    take(client, "timing")
    return time.monotonic() - start


@pytest.mark.probe
def test_a_job_is_done_after_the_answer(client: httpx.Client) -> None:
    """A job is answered at once with an id, is not done yet, and is done a little later."""
    job = take(client, "Zoë waits")
    first = client.get(f"/api/jobs/{job}").json()
    assert first["state"]
    assert result(client, job) == "ZOË WAITS"


def test_the_answer_does_not_wait_for_the_job(client: httpx.Client) -> None:
    """A job is taken in under half the second that it takes."""
    client.get("/api/hello/Ada")
    seconds = best(lambda: seconds_to_take(client), good=lambda found: found < SOON)
    assert seconds < SOON, f"the answer took {seconds:.2f} s"


def test_a_job_survives_a_stop_of_everything(running: Running) -> None:
    """A job that was taken while no worker ran is done once the server and its worker run again."""
    running.stop_worker()
    with httpx.Client(base_url=running.url) as client:
        job = take(client, "patience")
    running.stop()
    running.start()
    with httpx.Client(base_url=running.url) as client:
        assert result(client, job) == "PATIENCE"


def test_an_unknown_job_is_not_found(client: httpx.Client) -> None:
    """A job whose id cannot be one is answered 404, 400 or 422, and a job without a text is refused."""
    bodies: list[object] = [{}, [], {"text": {"a": 1}}]
    assert client.get("/api/jobs/987654321").status_code in {400, 404, 422}
    for bad in bodies:
        assert client.post("/api/jobs", json=bad).status_code in REFUSED, bad
