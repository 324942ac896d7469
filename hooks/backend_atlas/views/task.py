"""The page of one task of the lab."""

from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.lab import Task
from backend_atlas.views.related import RelatedFeature
from backend_atlas.views.solution import Solution, solution, solutions


@dataclass(frozen=True)
class TaskView:
    """Everything the page prints."""

    task: Task
    features: tuple[RelatedFeature, ...]
    solutions: tuple[Solution, ...]

    @property
    def chosen(self) -> frozenset[str]:
        """The samples that stand side by side at first: those of technologies in the atlas."""
        known = [item.id for item in self.solutions if item.technology]
        return frozenset(known if len(known) > 1 else [item.id for item in self.solutions])


@dataclass(frozen=True)
class PairTask:
    """One task in the samples of two technologies."""

    task: Task
    address: str
    sides: tuple[Solution, Solution]


def task_view(catalogue: Catalogue, task: Task) -> TaskView:
    """The view of one task."""
    features = tuple(
        RelatedFeature(feature, links.feature(group.id, feature.id))
        for group in catalogue.groups
        for feature in group.features
        if feature.id in task.features
    )
    return TaskView(task, features, solutions(catalogue, task))


def pair_tasks(catalogue: Catalogue, one: Technology, other: Technology) -> tuple[PairTask, ...]:
    """Every task that both samples were tested in. Empty where one of them has none."""
    lab = catalogue.lab
    if lab is None or not (one.id in lab.samples and other.id in lab.samples):
        return ()
    if not (lab.samples[one.id].record and lab.samples[other.id].record):
        return ()
    return tuple(
        PairTask(
            task,
            links.task(task.id),
            (
                solution(catalogue, one.id, lab.samples[one.id], task),
                solution(catalogue, other.id, lab.samples[other.id], task),
            ),
        )
        for task in lab.tasks
    )
