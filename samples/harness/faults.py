"""What keeps a technology from being tested. A fault is one clear line, and the end of the log."""

from pathlib import Path

LAST_LINES = 12
"""How much of a log is shown."""


class Fault(Exception):  # noqa: N818 - it is called so wherever people test servers
    """A sample cannot be tested, or did not behave as a process has to."""

    def __init__(self, message: str, log: str = "") -> None:
        self.message = message
        self.log = last_lines(log)
        super().__init__(message)

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  | {line}" for line in self.log)])


class NotInstalled(Fault):
    """A runtime is missing, or its packages cannot be had. The technology was not run."""


def last_lines(log: str) -> tuple[str, ...]:
    """The end of a log, without empty lines."""
    return tuple(line for line in log.splitlines() if line.strip())[-LAST_LINES:]


def text(path: Path) -> str:
    """A log so far. Servers may write anything."""
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
