"""Which cells are shown by code that was tested, and where that code is."""

from dataclasses import dataclass
from datetime import date

from backend_atlas import links
from backend_atlas.model import Catalogue, Feature, InheritedCell, Technology


@dataclass(frozen=True)
class Demonstration:
    """The code that shows what a cell says."""

    task: str
    address: str
    release: str
    """What was tested: name and release of the technology."""
    date: date
    """The day of the test."""


@dataclass(frozen=True)
class RelatedTask:
    """A task of the lab that is about a feature."""

    title: str
    address: str


def demonstration(catalogue: Catalogue, technology: Technology, feature: str) -> Demonstration | None:
    """What shows the cell of one feature, where it names something that was tested. An inherited one: the runtime's."""
    cell = technology.features[feature]
    if isinstance(cell, InheritedCell):
        technology = catalogue.technologies[cell.runtime]
    name = cell.demonstrated_by
    sample = catalogue.lab.samples.get(technology.id) if catalogue.lab else None
    task = catalogue.lab.task(name) if catalogue.lab and name else None
    if task is None or sample is None or sample.record is None:
        return None
    release = f"{technology.name} {sample.record.release}"
    return Demonstration(task.title, links.solution(task.id, technology.id), release, sample.record.environment.date)


def feature_tasks(catalogue: Catalogue, feature: Feature) -> tuple[RelatedTask, ...]:
    """The tasks about a feature."""
    tasks = catalogue.lab.tasks if catalogue.lab else ()
    return tuple(RelatedTask(task.title, links.task(task.id)) for task in tasks if feature.id in task.features)
