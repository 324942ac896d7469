"""Whether the checks catch a breakage: a check that nothing can fail is no check."""

import threading
from dataclasses import dataclass

from backend_atlas.model.lab import Control
from harness import samples
from harness.results import Results
from harness.sessions import Folders, Session, check


@dataclass(frozen=True)
class Trial:
    """One breakage, and what the checks of its task made of it."""

    control: Control
    results: Results

    @property
    def caught(self) -> bool:
        """True where the check failed that the breakage names, by what it saw: a dead server proves nothing."""
        fault = self.results.fault or ""
        return not self.results.not_run and any(
            (failure.task, failure.check) == (self.control.task, self.control.check)
            and failure.message.partition("\n")[0] not in fault
            for failure in self.results.failures
        )

    def __str__(self) -> str:
        if self.results.not_run:
            return f"{self.control.id}: not run: {self.results.not_run}"
        if self.caught:
            return f"{self.control.id}: caught by {self.control.check}"
        failed = ", ".join(self.results.failed(self.control.task)) or "no check"
        fault = f"\n{self.results.fault}" if self.results.fault else ""
        return f"{self.control.id}: NOT CAUGHT by {self.control.check} of {self.control.task}; failed: {failed}{fault}"


def trial(control: Control, folders: Folders, stopping: threading.Event) -> Trial:
    """Breaks a copy of the sample and runs the check that has to catch it. Raises DataError, Interrupted."""
    variant = samples.sample(control.sample, folders.samples).variant(control.variant)
    session = Session(control.sample, variant.id, (control.task,), control.id, control.check)
    return Trial(control, check(session, folders, stopping))
