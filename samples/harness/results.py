"""What one run of the checks hands back: the record of a variant, and in words what went wrong."""

from pydantic import Field

from backend_atlas.model.base import Record
from backend_atlas.model.lab import Outcome, TaskRecord


class Failure(Record):
    """One check that did not end as the manifest says."""

    task: str
    """The id of the task."""
    check: str
    """The id of the check."""
    message: str
    """Why, in a few lines."""


class Results(Record):
    """One run of the checks on one sample in one variant."""

    tasks: dict[str, TaskRecord] = Field(default_factory=dict)
    """By the id of the task, in the order of the tasks."""
    failures: tuple[Failure, ...] = ()
    """The checks that failed."""
    fault: str | None = None
    """What ended the run early, or was wrong with a process after it."""
    not_run: str | None = None
    """Why nothing was run, where a runtime or packages cannot be had."""

    def failed(self, task: str) -> tuple[str, ...]:
        """The ids of the checks of a task that failed."""
        checks = self.tasks[task].checks if task in self.tasks else ()
        return tuple(check.id for check in checks if check.outcome is Outcome.FAILED)

    @property
    def good(self) -> bool:
        """True where something ran, and every check ended as the manifest says."""
        return bool(self.tasks) and not (self.failures or self.fault or self.not_run)
