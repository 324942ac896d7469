"""What only the harness can tell of a manifest: that it has every task, and that what it names is there."""

from collections.abc import Iterator

from backend_atlas.digest import files
from backend_atlas.model.lab import CannotCut, Tasks, cut
from backend_atlas.problems import Problem, did_you_mean
from backend_atlas.source import Location
from harness.installing import Installation
from harness.samples import Sample


def missing_tasks(sample: Sample, tasks: Tasks) -> Iterator[Problem]:
    """Every task stands in the manifest, and nothing else does."""
    known, named = [task.id for task in tasks.tasks], sample.manifest.tasks
    for task in known:
        if task not in named:
            yield sample.document.problem(("tasks",), f"lacks {task}", "where it is not done, write `by: none`")
    for place, task in named_tasks(sample):
        if task not in known:
            yield sample.document.problem(place, f"there is no task {task}", did_you_mean(task, known), prefer_key=True)


def named_tasks(sample: Sample) -> Iterator[tuple[Location, str]]:
    """Every place of the manifest that names a task."""
    for task in sample.manifest.tasks:
        yield ("tasks", task), task
    for place, variant in enumerate(sample.manifest.variants):
        for task in variant.cannot:
            yield ("variants", place, "cannot", task), task


def missing_snippets(sample: Sample) -> Iterator[Problem]:
    """What a page shows of a task stands in the files that are tested."""
    tested = {path.relative_to(sample.folder).as_posix() for path in files(sample.folder)}
    for name, task in sample.manifest.tasks.items():
        for place, snippet in enumerate(task.snippets):
            where = ("tasks", name, "snippets", place)
            if snippet.file not in tested:
                yield sample.document.problem(
                    (*where, "file"), f"{snippet.file} is not among the files that are tested"
                )
                continue
            try:
                cut((sample.folder / snippet.file).read_text(encoding="utf-8"), snippet)
            except CannotCut as error:
                yield sample.document.problem(where, f"cannot be cut from {snippet.file}", str(error))


def missing_packages(installation: Installation) -> Iterator[Problem]:
    """What a task is said to take stands in the lock, and was installed."""
    sample = installation.sample
    installed = {package.name.lower() for package in installation.everything()}
    for name, task in sample.manifest.tasks.items():
        for place, package in enumerate(task.packages):
            if package.name.lower() not in installed:
                where = ("tasks", name, "packages", place, "name")
                yield sample.document.problem(where, f"{package.name} is not installed", "add it to the lock")
