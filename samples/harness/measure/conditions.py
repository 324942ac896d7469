"""Whether the machine is quiet enough to measure, and what it is."""

import time
from datetime import date
from pathlib import Path

from backend_atlas.model.lab import Machine
from backend_atlas.model.lab.measurements import Conditions

PRESSURE = Path("/proc/pressure/cpu")
QUIET = 5.0
"""Percent of ten seconds. Above it, other processes take time from what is measured."""

SETTLES = 60.0
"""Seconds that a measure waits at most for the traces of the one before it."""


class NotQuiet(Exception):  # noqa: N818 - a state of the machine, not an error of the program
    """The machine does other work, or cannot tell whether it does."""


def pressure(text: str) -> float:
    """Percent of the last ten seconds in which some process waited for a processor. `text` is that of the file."""
    fields = dict(part.split("=") for part in text.splitlines()[0].split()[1:])
    return float(fields["avg10"])


def settle(file: Path = PRESSURE, limit: float = SETTLES) -> None:
    """Waits for what ran just before to be forgotten: until the machine is quiet, `limit` seconds at most."""
    deadline = time.monotonic() + limit
    while file.exists() and pressure(file.read_text(encoding="utf-8")) > QUIET and time.monotonic() < deadline:
        time.sleep(1)


def conditions(
    machine: Machine, today: date, command: str, *, anyway: bool = False, file: Path = PRESSURE
) -> Conditions:
    """The conditions of a run that begins now. Raises `NotQuiet` on a busy machine, unless `anyway`."""
    if not file.exists():
        raise NotQuiet(f"{file} is not there: measuring needs Linux with pressure stall information")
    found = pressure(file.read_text(encoding="utf-8"))
    busy = found > QUIET
    if busy and not anyway:
        raise NotQuiet(
            f"other processes waited for a processor in {found:g} % of the last ten seconds, over {QUIET:g} %: "
            "stop them, or add --busy, which marks the figures"
        )
    return Conditions(date=today, command=command, machine=machine, pressure=found, busy=busy)
