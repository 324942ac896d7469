"""Checks of the task `tests`."""

import json
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from backend_atlas.model.lab import Control, Controls, Manifest
from harness.servers import Running

CONTROLS = Path(__file__).with_name("controls.yml")
PASSED = re.compile(r"(?:\b(\d+) passed)|(?:\bpass (\d+))|(?:\bRan (\d+) tests?)|(?:\bTests?:? +(\d+) passed)")
"""How pytest, node --test, unittest and others say how many tests passed."""

LEAST = 8
TIME_LIMIT = 30.0
"""Seconds."""


def own_tests(run: Running, manifest: Manifest) -> subprocess.CompletedProcess[str]:
    """Runs the sample's own tests in its copy."""
    return run.run(manifest.tests)


def handlers(sample: str) -> list[Control]:
    """The breakages that the own tests of this sample have to notice."""
    written = yaml.safe_load(CONTROLS.read_text(encoding="utf-8"))
    found = Controls.model_validate_json(json.dumps(written)).controls
    return [control for control in found if control.sample == sample and control.task == "tests"]


@pytest.mark.probe
def test_own_tests_pass(fresh: Callable[[], Running], manifest: Manifest) -> None:
    """The sample's own tests pass, at least eight of them, in under 30 seconds."""
    run, start = fresh(), time.monotonic()
    done = own_tests(run, manifest)
    seconds = time.monotonic() - start
    assert done.returncode == 0, done.stdout[-2000:]
    counts = [int(number) for found in PASSED.finditer(done.stdout) for number in found.groups() if number]
    assert counts, f"nothing says how many tests passed: {done.stdout[-500:]}"
    assert sum(counts) >= LEAST
    assert seconds < TIME_LIMIT


def test_a_broken_handler_fails_a_test(fresh: Callable[[], Running], manifest: Manifest) -> None:
    """When one handler is broken, at least one of the sample's own tests fails."""
    breakages = handlers(manifest.id)
    assert breakages, f"controls.yml breaks no handler of {manifest.id} for the task tests"
    for control in breakages:
        run = fresh()
        path = run.copy / control.file
        text = path.read_text(encoding="utf-8")
        assert text.count(control.replace) == 1, f"{control.id}: the text does not stand in {control.file} exactly once"
        path.write_text(text.replace(control.replace, control.replacement), encoding="utf-8")
        done = own_tests(run, manifest)
        assert done.returncode != 0, f"{control.id}: the own tests pass although {control.breaks}"
        assert re.search("fail", done.stdout, re.IGNORECASE), done.stdout[-500:]
