"""What cells say and what samples show agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backend_atlas.model import Catalogue, Cell, Package, Support
from backend_atlas.model.lab import By, Sample, SamplePackage, SampleTask, Task
from backend_atlas.model.vocabulary import Registry
from backend_atlas.rules.finding import Finding, in_sample, in_technology
from backend_atlas.rules.lab import samples

ABSENT = (Support.DO_IT_YOURSELF, Support.NOT_APPLICABLE, Support.UNKNOWN)
"""The levels of a cell about which a sample may show that it does not do it."""


@dataclass(frozen=True)
class _Covered:
    """A cell, and the task of its technology's sample that covers the feature."""

    technology: str
    feature: str
    cell: Cell
    sample: Sample
    task: Task
    took: SampleTask


def _covered(catalogue: Catalogue) -> Iterator[_Covered]:
    for stem, sample in samples(catalogue):
        technology = catalogue.technologies.get(stem)
        for task in catalogue.lab.tasks if catalogue.lab and technology else ():
            took = sample.manifest.tasks.get(task.id)
            for feature in task.features:
                if took and technology and (cell := technology.features.get(feature)):
                    yield _Covered(stem, feature, cell, sample, task, took)


def cells_name_what_shows_them(catalogue: Catalogue) -> Iterator[Finding]:
    """`demonstrated_by` names a task about the feature that passed in the sample of the technology."""
    for stem, technology in catalogue.technologies.items():
        for feature, cell in technology.features.items():
            if cell.demonstrated_by and (fault := _fault(catalogue, stem, feature, cell.demonstrated_by)):
                where = ("features", feature, "demonstrated_by")
                yield Finding(in_technology(stem), where, *fault)


def _fault(catalogue: Catalogue, stem: str, feature: str, name: str) -> tuple[str, str] | None:
    remove = "remove it"
    sample = catalogue.lab.samples.get(stem) if catalogue.lab else None
    if catalogue.lab is None or sample is None:
        return f"there is no sample of {stem}", remove
    if (task := catalogue.lab.task(name)) is None:
        return f'"{name}" is not a task', "tasks are defined in samples/contract/tasks.yml"
    took = sample.manifest.tasks.get(name)
    if feature not in task.features:
        return f'the task "{name}" is not about {feature}', remove
    if took and feature in took.not_shown:
        return f"{in_sample(stem)} says under not_shown that it is not", remove
    return None if sample.shows(name) else (f'the task "{name}" did not pass in the sample of {stem}', "run: make lab")


def what_is_shown_is_named(catalogue: Catalogue) -> Iterator[Finding]:
    """A cell that a task of its sample shows says so."""
    for item in _covered(catalogue):
        shown = item.sample.shows(item.task.id) and item.feature not in item.took.not_shown
        if shown and not item.cell.demonstrated_by:
            message = f"is shown by the sample, in the task {item.task.id}, and does not say so"
            hint = (
                f"write `demonstrated_by: {item.task.id}`, "
                f"or why it is not under not_shown in {in_sample(item.technology)}"
            )
            yield Finding(in_technology(item.technology), ("features", item.feature), message, hint)


def reasons_are_about_the_task(catalogue: Catalogue) -> Iterator[Finding]:
    """What stands under `not_shown` is a feature of the task."""
    for stem, sample in samples(catalogue):
        for name, took in sample.manifest.tasks.items():
            task = catalogue.lab.task(name) if catalogue.lab else None
            for feature in took.not_shown:
                if task and feature not in task.features:
                    yield Finding(
                        in_sample(stem),
                        ("tasks", name, "not_shown", feature),
                        "is not a feature of the task",
                        "remove it",
                    )


def samples_and_cells_agree(catalogue: Catalogue) -> Iterator[Finding]:
    """What the task took is what the cell says, unless the manifest says why it is done another way."""
    for item in _covered(catalogue):
        if item.feature not in item.took.not_shown and not _agree(item.cell, item.took):
            message = (
                f"is {_took(item.took)}, but {item.feature} in {in_technology(item.technology)} is {_said(item.cell)}"
            )
            hint = "mend the one that is wrong, or say under not_shown why the sample does it in another way"
            yield Finding(in_sample(item.technology), ("tasks", item.task.id, "by"), message, hint)


def _agree(cell: Cell, took: SampleTask) -> bool:
    if took.by.support is not cell.support and not (took.by is By.NONE and cell.support in ABSENT):
        return False
    named = {_key(package) for package in took.packages}
    return cell.support is not Support.COMMUNITY or any(_key(package) in named for package in cell.packages)


def _key(package: Package | SamplePackage) -> tuple[Registry, str]:
    """PyPI takes `Flask-WTF` and `flask_wtf` for one name."""
    pypi = package.registry is Registry.PYPI
    return package.registry, re.sub(r"[-_.]+", "-", package.name).lower() if pypi else package.name


def _took(took: SampleTask) -> str:
    return " ".join([took.by.value, *(f"({package.name})" for package in took.packages)])


def _said(cell: Cell) -> str:
    return " ".join([cell.support.value, *(f"({package.name})" for package in cell.packages)])
