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
        with pinned(CORE):
            self.process = subprocess.Popen(
                [self.node, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def window(self, url: str, connections: int, seconds: float) -> Window:
        """Asks `url` on so many connections for so long. Raises `OSError` where the generator has ended."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"url": url, "connections": connections, "seconds": seconds}) + "\n")
        line = self.process.stdout.readline()
        if not line:
            raise OSError(f"the generator ended with status {self.process.wait()}")
        return Window(**json.loads(line))
