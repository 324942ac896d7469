"""How one sample does one task: what it took, how it ended, and the code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.model.lab import CheckRecord, Cut, Outcome, Sample, SampleTask, Task, Variant, cut
from backend_atlas.views.outcomes import RESULT, Result, result


@dataclass(frozen=True)
class Check:
    """One check in words."""

    words: str
    outcome: Result
    observed: str


@dataclass(frozen=True)
class Deployed:
    """How it ended in one way to deploy the sample."""

    name: str
    outcome: Result
    why: str
    """Why this way cannot do it. Empty where it can, or where no way can."""
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class FeatureShown:
    """A feature that the task is about, and why the sample does not show the cell, if it does not."""

    name: str
    address: str
    """The row of the technology."""
    why_not: str


@dataclass(frozen=True)
class Solution:
    """One sample in the page of a task."""

    id: str
    name: str
    technology: str
    """The address of the technology's page. Empty where the atlas has none."""
    address: str
    """Its place in the page of the task."""
    took: SampleTask
    result: Result
    deployed: tuple[Deployed, ...]
    code: tuple[Cut, ...]
    """Empty before it was tested."""
    features: tuple[FeatureShown, ...]
    release: str
    """What was tested. Empty before that."""
    date: date | None
    """The day of the test."""


def solutions(catalogue: Catalogue, task: Task) -> tuple[Solution, ...]:
    """Every sample, in the order of the lab."""
    samples = catalogue.lab.samples if catalogue.lab else {}
    return tuple(solution(catalogue, stem, sample, task) for stem, sample in samples.items())


def solution(catalogue: Catalogue, id: str, sample: Sample, task: Task) -> Solution:
    """The task in one sample."""
    took, record = sample.manifest.tasks[task.id], sample.record
    return Solution(
        id=id,
        name=sample.manifest.name,
        technology=links.technology(id) if id in catalogue.technologies else "",
        address=links.solution(task.id, id),
        took=took,
        result=result(sample, task.id),
        deployed=tuple(_deployed(sample, task.id)),
        code=tuple(cut(sample.files[snippet.file], snippet) for snippet in took.snippets) if record else (),
        features=tuple(_features(catalogue, id, task, took)),
        release=f"{sample.manifest.name} {record.release}" if record else "",
        date=record.environment.date if record else None,
    )


def _deployed(sample: Sample, task: str) -> Iterator[Deployed]:
    named: dict[str, Variant] = {variant.id: variant for variant in sample.manifest.variants}
    for variant in sample.record.variants if sample.record else ():
        found, own = variant.tasks[task], named[variant.id]
        yield Deployed(
            own.name,
            RESULT[found.outcome],
            own.cannot.get(task, ""),
            tuple(_check(item) for item in found.checks),
        )


def _check(check: CheckRecord) -> Check:
    words = check.id.replace("-", " ")
    return Check(words[:1].upper() + words[1:], RESULT[check.outcome], check.observed or "")


def _features(catalogue: Catalogue, id: str, task: Task, took: SampleTask) -> Iterator[FeatureShown]:
    """Nothing where the task is not done, or where the atlas has no cells for it to show."""
    technology, sample = catalogue.technologies.get(id), catalogue.lab.samples[id] if catalogue.lab else None
    for feature in catalogue.features:
        if technology and feature.id in task.features:
            why_not = took.not_shown.get(feature.id, "")
            if why_not or (sample and Outcome.PASSED in sample.outcomes(task.id)):
                yield FeatureShown(feature.name, f"{links.technology(id)}#{feature.id}", why_not)
