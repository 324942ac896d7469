"""Whether the machine is quiet enough to measure, and what it is."""

from datetime import date
from pathlib import Path

from backend_atlas.model.lab import Machine
from backend_atlas.model.lab.measurements import Conditions

PRESSURE = Path("/proc/pressure/cpu")
QUIET = 5.0
"""Percent of a minute. Above it, other processes take time from what is measured."""


class NotQuiet(Exception):  # noqa: N818 - a state of the machine, not an error of the program
    """The machine does other work, or cannot tell whether it does."""


def pressure(text: str) -> float:
    """Percent of the last minute in which some process waited for a processor. `text` is that of the file."""
    fields = dict(part.split("=") for part in text.splitlines()[0].split()[1:])
    return float(fields["avg60"])


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
            f"other processes waited for a processor in {found:g} % of the last minute, over {QUIET:g} %: "
            "stop them and wait a minute, or add --busy, which marks the figures"
        )
    return Conditions(date=today, command=command, machine=machine, pressure=found, busy=busy)
