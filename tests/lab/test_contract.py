"""The contract, for the samples of the technologies that the project started from, each in its first variant.

`make lab` runs every sample in every variant, and its records are tied to the files: a change without it fails.
"""

import os
import threading

import pytest

from harness import samples
from harness.faults import NotInstalled
from harness.installing import Installation, install
from harness.lab import lint
from harness.rules import missing_packages, missing_snippets, missing_tasks
from harness.sessions import Folders, Session, check

IDS = ("nodejs", "django", "flask")
THERE = [name for name in IDS if name in samples.ids()]
VARIANTS = [(name, samples.sample(name).variant().id) for name in THERE]


def installed(sample: str) -> Installation:
    """What the sample needs. Where a runtime is missing the test is skipped, but fails where CI is set."""
    try:
        return install(samples.sample(sample))
    except NotInstalled as error:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(error))


def test_every_one_of_them_has_a_sample() -> None:
    assert tuple(THERE) == IDS


@pytest.mark.parametrize(("sample", "variant"), VARIANTS)
def test_every_task_ends_as_the_manifest_says(sample: str, variant: str) -> None:
    installed(sample)
    results = check(Session(sample, variant), Folders(), threading.Event())
    assert results.good, results.fault or "\n".join(str(failure) for failure in results.failures)
    assert set(results.tasks) == {task.id for task in samples.tasks().tasks}


@pytest.mark.parametrize("sample", THERE)
def test_the_manifest_names_every_task_and_only_what_is_there(sample: str) -> None:
    assert not list(missing_tasks(samples.sample(sample), samples.tasks()))
    assert not list(missing_snippets(samples.sample(sample)))
    assert not list(missing_packages(installed(sample)))


@pytest.mark.parametrize("sample", THERE)
def test_the_linter_of_its_community_finds_nothing(sample: str) -> None:
    lint(installed(sample))
