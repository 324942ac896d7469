"""Sends requests, from a process and a processor of its own."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from harness.measure.processes import pinned

SCRIPT = Path(__file__).with_name("generator.mjs")
CORE = 1
"""The logical processor that sends. Servers run on another."""


@dataclass(frozen=True)
class Window:
    """What came of one window."""

    answered: int
    """Answers with status 200."""
    refused: int
    """Everything else: another status, or no answer."""
    elapsed: float
    """Milliseconds from the first request to the last answer."""
    median: float
    """Milliseconds that half of the requests took at most."""
    slowest: float
    """Milliseconds that 95 of 100 requests took at most."""


class Generator:
    """A process of Node.js that answers each window with one line. To be used in a `with`."""

    def __init__(self, node: Path) -> None:
        """`node` is the program of Node.js."""
        self.node = node

    def __enter__(self) -> Self:
        pipe = subprocess.PIPE
        with pinned(CORE):
            self.process = subprocess.Popen([self.node, SCRIPT], stdin=pipe, stdout=pipe, text=True, bufsize=1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def window(self, url: str, connections: int, seconds: float) -> Window:
        """Asks `url` on so many connections for so long. Raises `OSError` where the generator has ended."""
        asked = {"url": url, "connections": connections, "seconds": seconds}
        sending, receiving = self.process.stdin, self.process.stdout
        if sending and receiving:
            sending.write(json.dumps(asked) + "\n")
            if line := receiving.readline():
                return Window(**json.loads(line))
        raise OSError(f"the generator ended with status {self.process.wait()}")
