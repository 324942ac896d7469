"""Everything that was read of the lab, validated and unchangeable."""

from collections.abc import Mapping
from dataclasses import dataclass

from backend_atlas.model.lab.defaults import DefaultsRecord
from backend_atlas.model.lab.evidence import ContractRecord, Outcome
from backend_atlas.model.lab.manifest import Manifest
from backend_atlas.model.lab.measurements import Measurements
from backend_atlas.model.lab.tasks import Task


@dataclass(frozen=True)
class Sample:
    """One sample, and what was observed of it."""

    manifest: Manifest
    """What it says of itself."""
    digest: str
    """Of its files as they are now, see `digest`."""
    files: Mapping[str, str]
    """The text of each file that a snippet names and that is there, by its path inside the folder."""
    record: ContractRecord | None = None
    """What happened when it was tested. None before that."""
    defaults: DefaultsRecord | None = None
    """What its official quick start was seen to do. None before it was looked at."""

    def outcomes(self, task: str) -> tuple[Outcome, ...]:
        """How a task ended, in each variant that has it. Empty before it was tested."""
        variants = self.record.variants if self.record else ()
        return tuple(variant.tasks[task].outcome for variant in variants if task in variant.tasks)

    def shows(self, task: str) -> bool:
        """Whether the task passed, in at least one variant."""
        return Outcome.PASSED in self.outcomes(task)


@dataclass(frozen=True)
class Lab:
    """The tasks, and every sample by the name of its folder, in alphabetical order of the names."""

    tasks: tuple[Task, ...]
    contract: str
    """Digest of the checks as they are now."""
    samples: Mapping[str, Sample]
    measurements: Measurements
    """What the samples cost, as far as it was measured."""

    def task(self, id: str) -> Task | None:
        """The task of that id."""
        return next((task for task in self.tasks if task.id == id), None)
