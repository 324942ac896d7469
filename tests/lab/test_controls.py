"""A check that nothing can fail is no check: a breakage of a sample is caught by the check that has to catch it."""

import os
import threading
from collections.abc import Iterator

import pytest

from backend_atlas.model.lab import Control
from harness.broken import controls, misplaced
from harness.catching import Trial, trial
from harness.results import Failure, Results
from harness.sessions import Folders

CONTROLS = controls()
LEAST = 10
IDS = ("nodejs", "django", "flask")


def chosen() -> Iterator[Control]:
    """One breakage a task, of the three samples in turn. `atlas lab --controls` tries all."""
    tasks = list(dict.fromkeys(control.task for control in CONTROLS))
    for place, task in enumerate(tasks):
        order = (*IDS[place % len(IDS) :], *IDS[: place % len(IDS)])
        candidates = [control for control in CONTROLS if control.task == task and control.sample in IDS]
        yield min(candidates, key=lambda control: order.index(control.sample))


CHOSEN = tuple(chosen())


def test_there_are_enough() -> None:
    assert len(CHOSEN) >= LEAST
    assert {control.sample for control in CHOSEN} == set(IDS)
    assert len({control.id for control in CONTROLS}) == len(CONTROLS)


def test_each_can_be_applied() -> None:
    assert not list(misplaced())


@pytest.mark.parametrize("control", CHOSEN, ids=lambda control: control.id)
def test_a_breakage_is_caught(control: Control) -> None:
    found = trial(control, Folders(), threading.Event())
    if found.results.not_run and not os.environ.get("CI"):
        pytest.skip(found.results.not_run)
    assert found.caught, str(found)


@pytest.mark.parametrize(
    ("message", "fault", "caught"),
    [
        ("test_json.py:12: assert 404 == 200", None, True),
        ("test_json.py:12: assert 404 == 200", "nodejs (http): the server died with status 1", True),
        ("nodejs (http): the server died with status 1", "nodejs (http): the server died with status 1", False),
    ],
)
def test_a_server_that_dies_does_not_prove_that_a_check_works(message: str, fault: str | None, caught: bool) -> None:
    control = CONTROLS[0]
    failure = Failure(task=control.task, check=control.check, message=message)
    assert Trial(control, Results(failures=(failure,), fault=fault)).caught is caught
