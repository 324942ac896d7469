"""Real processes, each in a group of its own: started, watched, ended, and none left behind."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from harness.faults import Fault, text

GRACE = 20.0
"""Seconds that a process has after SIGTERM."""

COMMAND_LIMIT = 60.0
"""Seconds that a command may take."""


@dataclass(frozen=True)
class Place:
    """Where processes run: their folder, and everything that they know of the machine."""

    folder: Path
    environment: Mapping[str, str]


class Process:
    """A process that runs until it is told to stop, with its output in a file."""

    def __init__(self, what: str, command: Sequence[str], place: Place, log: Path) -> None:
        """Starts it. Raises Fault where the program cannot be started."""
        self.what = what
        self.log = log
        with log.open("ab") as output:
            self.popen = started(what, command, place, output.fileno())

    @property
    def status(self) -> int | None:
        """The exit status, or None while it runs."""
        return self.popen.poll()

    def stop(self, grace: float = GRACE) -> None:
        """Ends it with SIGTERM, and its group with SIGKILL. Raises Fault where SIGTERM was not enough."""
        ignored = False
        if self.status is None:
            self.popen.terminate()
            try:
                self.popen.wait(grace)
            except subprocess.TimeoutExpired:
                ignored = True
        kill_group(self.popen.pid)
        self.popen.wait()
        if ignored:
            raise Fault(f"{self.what} did not stop within {grace:g} s of SIGTERM and was killed", text(self.log))


def started(what: str, command: Sequence[str], place: Place, output: int) -> subprocess.Popen[bytes]:
    """A process in a group of its own, without input. The program is looked up on the path of the place."""
    program = shutil.which(command[0], path=place.environment.get("PATH")) or command[0]
    try:
        return subprocess.Popen(
            [program, *command[1:]],
            cwd=place.folder,
            env=place.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise Fault(f"{what} cannot be started: {command[0]}: {error.strerror}") from None


def kill_group(id: int) -> None:
    """Kills what is left of a process group."""
    try:
        os.killpg(id, signal.SIGKILL)
    except ProcessLookupError:
        return


def finished(
    what: str, command: Sequence[str], place: Place, log: Path, limit: float = COMMAND_LIMIT
) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end, `limit` seconds at most. Raises Fault where it cannot be started or takes too long."""
    with log.open("wb") as output:
        popen = started(what, command, place, output.fileno())
    try:
        status = popen.wait(limit)
    except subprocess.TimeoutExpired:
        raise Fault(f"{what} did not end within {limit:g} s and was killed", text(log)) from None
    finally:
        kill_group(popen.pid)
        popen.wait()
    return subprocess.CompletedProcess(list(command), status, text(log), "")


def left(folder: Path) -> Iterator[psutil.Process]:
    """The processes whose data folder lies in `folder`, whatever group they moved to."""
    for process in psutil.process_iter():
        try:
            data = process.environ().get("DATA_DIR", "")
        except (psutil.Error, OSError):
            continue
        if data and Path(data).is_relative_to(folder):
            yield process


def sweep(folder: Path) -> tuple[str, ...]:
    """Kills the processes whose data folder lies in `folder`. Returns what they were."""
    return killed(list(left(folder)))


def killed(processes: Sequence[psutil.Process]) -> tuple[str, ...]:
    """Kills processes and waits until they are gone. Returns what they were."""
    names = []
    for process in processes:
        try:
            names.append(f"{process.name()} ({process.pid})")
            process.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(processes, timeout=GRACE)
    return tuple(names)
