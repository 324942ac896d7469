"""Where and when something was measured."""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

BUSY = 1.0
"""A load average above which times are not to be trusted."""


@dataclass(frozen=True)
class Machine:
    """The machine at the start."""

    processor: str
    cores: int
    load_average: float
    system: str
    date: str
    python: str
    chromium: str = ""
    """Its version. Empty where nothing was measured in it."""

    @property
    def busy(self) -> bool:
        """True where something else ran."""
        return self.load_average > BUSY

    @classmethod
    def now(cls, average: float, chromium: str = "") -> "Machine":
        """The machine that it runs on. `average` is the load average before anything was measured."""
        return cls(
            processor=next(_processors(), platform.processor()),
            cores=os.cpu_count() or 1,
            load_average=round(average, 2),
            system=platform.platform(),
            date=datetime.now(UTC).isoformat(timespec="seconds"),
            python=platform.python_version(),
            chromium=chromium,
        )

    def lines(self) -> Iterator[str]:
        """The same for people."""
        yield f"{self.processor}, {self.cores} cores, load average {self.load_average} at the start"
        yield f"{self.system}, Python {self.python}{self.chromium and f', Chromium {self.chromium}'}"
        yield self.date
        if self.busy:
            yield "THE MACHINE IS BUSY: the load average is above 1. Do not trust these times; measure again."


def _processors() -> Iterator[str]:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
