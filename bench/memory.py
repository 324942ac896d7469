"""The memory of a process and of all that it started, sampled while they run. Only on Linux: elsewhere nothing is seen.

What processes share counts once: each of them counts its part of it.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

PAUSE = 0.2
"""Seconds between two samples."""

SHARE = 0.04
"""The part of one core that sampling may take. It is slow where processes are large, so there it is rarer."""

PROCESSES = Path("/proc")
PART = re.compile(rb"^Pss:\s+(\d+) kB$", re.MULTILINE)


class Watch(Thread):
    """Samples a process and all that it started, from `start` to `end`."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.most = 0
        """Bytes that all of them held together, at most. 0 where nothing was seen."""
        self._ended = Event()

    def run(self) -> None:
        """Takes one sample after the other."""
        pause = 0.0
        while not self._ended.wait(pause):
            started = time.perf_counter()
            self.most = max(self.most, sum(map(held, family(self.process))))
            pause = max(PAUSE, (time.perf_counter() - started) / SHARE)

    def end(self) -> int:
        """Ends, and gives the most."""
        self._ended.set()
        self.join()
        return self.most


def family(process: int) -> Iterator[int]:
    """The process, its children, theirs, and so on. A thread has the children that it started."""
    yield process
    for thread in _entries(PROCESSES / str(process) / "task"):
        for child in _read(thread / "children").split():
            yield from family(int(child))


def held(process: int) -> int:
    """Bytes of memory that a process holds: its own, and its part of what it shares. 0 where it is gone."""
    found = PART.search(_read(PROCESSES / str(process) / "smaps_rollup"))
    return int(found[1]) * 1024 if found else 0


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # the process is gone, or this is another system
        return []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # the same
        return b""
