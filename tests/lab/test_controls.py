"""A check that nothing can fail is no check: every breakage of a sample is caught by the check that has to catch it."""

import os
import threading

import pytest

from backend_atlas.model.lab import Control
from harness.broken import controls, misplaced
from harness.catching import trial
from harness.sessions import Folders

CONTROLS = controls()
LEAST = 10


def test_there_are_enough() -> None:
    assert len(CONTROLS) >= LEAST
    assert len({control.id for control in CONTROLS}) == len(CONTROLS)


def test_each_can_be_applied() -> None:
    assert not list(misplaced())


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.id)
def test_a_breakage_is_caught(control: Control) -> None:
    found = trial(control, Folders(), threading.Event())
    if found.results.not_run and not os.environ.get("CI"):
        pytest.skip(found.results.not_run)
    assert found.caught, str(found)
