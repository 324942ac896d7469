"""Runs the checks on one sample in one variant: a process of pytest, which hands back its results in a file."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from pydantic import ValidationError

from harness.faults import Fault, text
from harness.installing import CACHE
from harness.results import Results
from harness.samples import SAMPLES

CHECKS = SAMPLES / "contract"
"""The folder of the checks."""

LIMIT = 420.0
"""Seconds that all checks on one variant may take."""

PATIENCE = 20.0
"""Seconds in which an interrupted run has to stop its servers."""

QUIET = ("--quiet", "--no-header", "--tb=short", "-p", "no:cacheprovider")


class Interrupted(Exception):  # noqa: N818 - nothing went wrong
    """Somebody stopped the lab."""


@dataclass(frozen=True)
class Folders:
    """Where samples are, where they are installed and run, and where the records go."""

    samples: Path = SAMPLES
    cache: Path = CACHE
    data: Path = SAMPLES.parent / "data"


@dataclass(frozen=True)
class Session:
    """One run: a sample, a variant, and what is to be checked. No task means every task, no check all of theirs."""

    sample: str
    variant: str
    tasks: Sequence[str] = ()
    control: str | None = None
    check: str | None = None

    def options(self, folders: Folders) -> list[str]:
        """How pytest is called."""
        paths = [str(CHECKS / f"{function(task)}.py") for task in self.tasks] or [str(CHECKS)]
        if self.check:
            paths = [f"{path}::{function(self.check)}" for path in paths]
        places = ["--samples", str(folders.samples), "--cache", str(folders.cache)]
        broken = ["--control", self.control] if self.control else []
        return [*paths, "--sample", self.sample, "--variant", self.variant, *places, *broken]


def function(id: str) -> str:
    """How the tests of a task or a check are called in Python."""
    return f"test_{id.replace('-', '_')}"


def check(session: Session, folders: Folders, stopping: threading.Event, limit: float = LIMIT) -> Results:
    """Runs the checks to their end. Raises Interrupted where `stopping` was set."""
    with tempfile.TemporaryDirectory() as folder:
        results, log = Path(folder, "results.json"), Path(folder, "log")
        command = [sys.executable, "-m", "pytest", *QUIET, *session.options(folders), "--results", str(results)]
        with log.open("wb") as output, started(command, output.fileno()) as popen:
            late = not ended(popen, stopping, limit)
        found = read(results, text(log))
    if late:
        fault = f"{session.sample} ({session.variant}): the checks did not end within {limit:g} s"
        return found.model_copy(update={"fault": found.fault or fault})
    return found


def read(path: Path, log: str) -> Results:
    """The results of a run. Where there are none, the end of what pytest wrote says why."""
    try:
        return Results.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return Results(fault=str(Fault("the checks could not be run", log)))


@contextlib.contextmanager
def started(command: list[str], output: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process of pytest in the folder of the project. It does not outlive the block."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    ours["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # the checks need none, and some take a second
    popen = subprocess.Popen(
        command, cwd=SAMPLES.parent, env=ours, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
    )
    try:
        yield popen
    finally:
        end(popen)


def ended(popen: subprocess.Popen[bytes], stopping: threading.Event, limit: float) -> bool:
    """Waits until a run ends. False where it takes too long. Raises Interrupted where `stopping` was set."""
    deadline = time.monotonic() + limit
    while popen.poll() is None:
        if stopping.wait(0.1):
            end(popen)
            raise Interrupted
        if time.monotonic() > deadline:
            end(popen)
            return False
    return True


def end(popen: subprocess.Popen[bytes]) -> None:
    """Interrupts a run, so that it stops its servers itself. What does not end is killed with all it started."""
    if popen.poll() is not None:
        return
    popen.send_signal(signal.SIGINT)
    try:
        popen.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        family = psutil.Process(popen.pid).children(recursive=True)
        popen.kill()
        for process in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        popen.wait()
