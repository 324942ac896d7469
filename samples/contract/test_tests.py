"""Checks of the task `tests`."""

import re
import subprocess
import time
from collections.abc import Callable

import pytest

from backend_atlas.model.lab import Control, Manifest
from harness import broken as breakages
from harness.servers import Running

PASSED = re.compile(r"\b(\d+) passed|\bpass (\d+)|\bRan (\d+) tests?")
"""How pytest, node --test and unittest say how many tests passed."""

LEAST = 8
TIME_LIMIT = 30.0
"""Seconds."""


@pytest.mark.probe
def test_own_tests_pass(fresh: Callable[[], Running], manifest: Manifest) -> None:
    """The sample's own tests pass, at least eight of them, in under 30 seconds."""
    done, seconds = timed(fresh(), manifest)
    if seconds >= TIME_LIMIT:
        done, seconds = timed(fresh(), manifest)
    assert done.returncode == 0, done.stdout[-2000:]
    counts = [int(number) for found in PASSED.finditer(done.stdout) for number in found.groups() if number]
    assert sum(counts) >= LEAST, f"{sum(counts)} tests: {done.stdout[-500:]}"
    assert seconds < TIME_LIMIT, f"the tests took {seconds:.0f} s"


def timed(run: Running, manifest: Manifest) -> tuple[subprocess.CompletedProcess[str], float]:
    """Runs the sample's own tests. Returns how they ended, and the seconds that they took."""
    start = time.monotonic()
    return run.run(manifest.tests), time.monotonic() - start


def test_a_broken_handler_fails_a_test(broken: Callable[[Control | None], Running], manifest: Manifest) -> None:
    """When one handler is broken, at least one of the sample's own tests fails."""
    handlers = [found for found in breakages.controls() if found.sample == manifest.id and found.task == "tests"]
    assert handlers, f"controls.yml breaks no handler of {manifest.id} for the task tests"
    for handler in handlers:
        done = broken(handler).run(manifest.tests)
        assert done.returncode != 0, f"{handler.id}: the own tests pass, although: {handler.breaks}"
        assert re.search(r"\bfail", done.stdout, re.IGNORECASE), done.stdout[-500:]
