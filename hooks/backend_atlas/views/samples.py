"""The index of the lab: every task in every sample, what was tested, and when."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.model.lab import By, Environment, Lab, Sample, Task
from backend_atlas.views.demonstrations import demonstration
from backend_atlas.views.solution import Solution, solution, solutions


@dataclass(frozen=True)
class TaskRow:
    """One task across the samples."""

    task: Task
    address: str
    solutions: tuple[Solution, ...]


@dataclass(frozen=True)
class Tested:
    """A sample, and what was tested of it."""

    id: str
    name: str
    technology: str
    """The address of the technology's page. Empty where the atlas has none."""
    release: str
    variants: tuple[str, ...]
    environment: Environment | None
    """None before it was tested."""


@dataclass(frozen=True)
class SamplesView:
    """Everything the page prints."""

    tested: tuple[Tested, ...]
    rows: tuple[TaskRow, ...]
    cells: int
    """How many cells of the atlas are shown by code."""
    newest: date | None
    """The day of the newest test."""
    defaults: bool
    """Whether defaults were observed."""

    @property
    def names(self) -> tuple[str, ...]:
        """The samples that were tested, with the release."""
        return tuple(f"{item.name} {item.release}" for item in self.tested if item.environment)


@dataclass(frozen=True)
class TechnologySample:
    """The sample of one technology."""

    id: str
    solutions: tuple[tuple[Task, Solution], ...]
    tested: Tested

    @property
    def counts(self) -> tuple[tuple[By, int], ...]:
        """What the tasks took, with how many took it."""
        found = Counter(solution.took.by for _, solution in self.solutions)
        return tuple((by, found[by]) for by in By if by in found)


def samples_view(catalogue: Catalogue, lab: Lab) -> SamplesView:
    """The view of the whole lab."""
    tested = tuple(_tested(catalogue, stem, sample) for stem, sample in lab.samples.items())
    days = [item.environment.date for item in tested if item.environment]
    shown = [
        demonstration(catalogue, technology, feature)
        for technology in catalogue.technologies.values()
        for feature in technology.features
    ]
    return SamplesView(
        tested=tested,
        rows=tuple(TaskRow(task, links.task(task.id), solutions(catalogue, task)) for task in lab.tasks),
        cells=sum(item is not None for item in shown),
        newest=max(days, default=None),
        defaults=any(sample.defaults for sample in lab.samples.values()),
    )


def technology_sample(catalogue: Catalogue, id: str) -> TechnologySample | None:
    """The sample of one technology, if there is one."""
    if catalogue.lab is None or (sample := catalogue.lab.samples.get(id)) is None:
        return None
    found = tuple((task, solution(catalogue, id, sample, task)) for task in catalogue.lab.tasks)
    return TechnologySample(id, found, _tested(catalogue, id, sample))


def _tested(catalogue: Catalogue, id: str, sample: Sample) -> Tested:
    return Tested(
        id=id,
        name=sample.manifest.name,
        technology=links.technology(id) if id in catalogue.technologies else "",
        release=sample.record.release if sample.record else "",
        variants=tuple(variant.name for variant in sample.manifest.variants),
        environment=sample.record.environment if sample.record else None,
    )
