"""Runs a program and says what it took."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.memory import Watch

KIBIBYTE = 1 if sys.platform == "darwin" else 1024
"""In what the system counts memory, in bytes."""


@dataclass(frozen=True)
class Taken:
    """What one run took, with the processes that it started and waited for."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of the processor, on all cores together."""
    peak: int
    """Bytes of memory that all its processes held at the same time; what they share counts once.

    On Linux the most of several samples a second, and never less than its largest process held, as the system counted
    it. Elsewhere only that. The system counts from the moment before a program is loaded, when the process is still a
    copy of this one, so that it is never less than this one held either.
    """


class FailedError(Exception):
    """A program ended with another status than 0."""


def run(command: Sequence[str | Path], folder: Path, settings: Mapping[str, str] | None = None) -> Taken:
    """Runs a program in `folder` to its end. `settings` are variables of its environment, beside those of ours.

    Raises `FailedError` with the last of what it wrote.
    """
    log = folder / "bench.log"
    started = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | (settings or {}), stdout=out, stderr=out)
        watch = Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    most = watch.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise FailedError(f"{' '.join(map(str, command))} ended with {process.returncode}\n{said}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, max(most, usage.ru_maxrss * KIBIBYTE))
