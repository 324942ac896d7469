"""Samples do every task, and are shown only as they were tested."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue
from backend_atlas.model.lab import By, CannotCut, ContractRecord, Manifest, Outcome, Sample, SampleTask, cut
from backend_atlas.problems import did_you_mean
from backend_atlas.rules.finding import SAMPLES, TASKS, Finding, in_defaults, in_record, in_sample, in_technology

PACKAGED = (By.OFFICIAL, By.ADDON)


def samples(catalogue: Catalogue) -> Iterator[tuple[str, Sample]]:
    """Every sample with its id."""
    yield from catalogue.lab.samples.items() if catalogue.lab else ()


def _tested(catalogue: Catalogue) -> Iterator[tuple[str, Sample, ContractRecord]]:
    for stem, sample in samples(catalogue):
        if sample.record:
            yield stem, sample, sample.record


def tasks_are_told_once(catalogue: Catalogue) -> Iterator[Finding]:
    """No two tasks share an stem, and the features of a task exist."""
    known, seen = [feature.id for feature in catalogue.features], set()
    for i, task in enumerate(catalogue.lab.tasks if catalogue.lab else ()):
        if task.id in seen:
            yield Finding(TASKS, ("tasks", i, "id"), f'the task "{task.id}" stands twice', "choose another id")
        seen.add(task.id)
        for j, name in enumerate(task.features):
            if name not in known:
                hint = did_you_mean(name, known) or "features are defined in data/features.yml"
                yield Finding(TASKS, ("tasks", i, "features", j), f'"{name}" is not a feature', hint)


def samples_have_every_task(catalogue: Catalogue) -> Iterator[Finding]:
    """Each sample says of every task what it took, and of no other; its id is the name of its folder."""
    known = [task.id for task in catalogue.lab.tasks] if catalogue.lab else []
    for stem, sample in samples(catalogue):
        own = sample.manifest
        if own.id != stem:
            yield Finding(
                in_sample(stem), ("id",), f'"{own.id}" differs from the folder "{stem}"', "rename one of them"
            )
        if missing := [name for name in known if name not in own.tasks]:
            hint = "write `by: none` and a note where the sample does not do it"
            yield Finding(in_sample(stem), ("tasks",), f"lack {', '.join(missing)}", hint)
        for name in own.tasks:
            if name not in known:
                hint = did_you_mean(name, known) or "tasks are defined in samples/contract/tasks.yml"
                yield Finding(in_sample(stem), ("tasks", name), "is not a task", hint)


def tasks_say_what_they_took(catalogue: Catalogue) -> Iterator[Finding]:
    """Packages and a note stand where the reader needs them."""
    for stem, sample in samples(catalogue):
        for name, task in sample.manifest.tasks.items():
            for field, message, hint in _shortcomings(task):
                yield Finding(in_sample(stem), ("tasks", name, *field), message, hint)


def _shortcomings(task: SampleTask) -> Iterator[tuple[tuple[str, ...], str, str]]:
    by = task.by.value
    if task.by in PACKAGED and not task.packages:
        yield (), f"is {by} but names no package", "add `packages:` with registry and name"
    if task.packages and task.by not in PACKAGED:
        yield ("packages",), f"are named although it is {by}", "remove them, or write `by: addon` or `by: official`"
    if task.by in (By.HANDMADE, By.NONE) and not task.note:
        yield (), f"is {by} and has no note", "say what was written, or what is missing"
    if task.by is not By.NONE and not task.snippets:
        yield (), "shows no code", "add `snippets:` with the file that does it"


def snippets_can_be_cut(catalogue: Catalogue) -> Iterator[Finding]:
    """Each snippet names a file that is tested, and lines that stand in it."""
    for stem, sample in samples(catalogue):
        for name, task in sample.manifest.tasks.items():
            for i, snippet in enumerate(task.snippets):
                where = ("tasks", name, "snippets", i)
                if snippet.file not in sample.files:
                    message = f"names {snippet.file}, which is not among the files that are tested"
                    yield Finding(in_sample(stem), (*where, "file"), message, f"name a file of {SAMPLES}/{stem}")
                    continue
                try:
                    cut(sample.files[snippet.file], snippet)
                except CannotCut as error:
                    yield Finding(in_sample(stem), where, f"cannot be cut from {snippet.file}", str(error))


def nothing_changed_since_it_was_tested(catalogue: Catalogue) -> Iterator[Finding]:
    """The sample and the checks are those of the record."""
    for stem, sample, record in _tested(catalogue):
        when = f"was changed after it was tested on {record.environment.date}; run: make lab"
        if record.environment.sample != sample.digest:
            yield Finding(in_record(stem), ("environment", "sample"), f"{SAMPLES}/{stem} {when}")
        if catalogue.lab and record.contract != catalogue.lab.contract:
            changed = when.replace("it was", f"{SAMPLES}/{stem} was")
            yield Finding(in_record(stem), ("contract",), f"{SAMPLES}/contract {changed}")


def nothing_changed_since_defaults_were_observed(catalogue: Catalogue) -> Iterator[Finding]:
    """The quick start is that of the record."""
    for stem, sample in samples(catalogue):
        found = sample.defaults.environment if sample.defaults else None
        if found and found.sample != sample.digest:
            when = f"was changed after its defaults were observed on {found.date}; run: atlas lab --defaults"
            yield Finding(in_defaults(stem), ("environment", "sample"), f"{SAMPLES}/{stem} {when}")


def the_release_of_the_facts_was_tested(catalogue: Catalogue) -> Iterator[Finding]:
    """The facts and the sample are about the same release."""
    for stem, sample in samples(catalogue):
        technology = catalogue.technologies.get(stem)
        for file, record in ((in_record(stem), sample.record), (in_defaults(stem), sample.defaults)):
            if technology and record and technology.release != record.release:
                message = f"is {record.release}, but {in_technology(stem)} was read for {technology.release}"
                yield Finding(file, ("release",), message, "test that release, or read the facts for the newer one")


def outcomes_are_those_of_the_manifest(catalogue: Catalogue) -> Iterator[Finding]:
    """Every task of every variant ended as the manifest says."""
    for stem, sample, record in _tested(catalogue):
        variants = [variant.id for variant in record.variants]
        if variants != [variant.id for variant in sample.manifest.variants]:
            yield Finding(in_record(stem), ("variants",), "are not those of the manifest", "write it anew: make lab")
            continue
        for i, variant in enumerate(record.variants):
            expected = _expected(sample.manifest, i)
            for name in expected.keys() | variant.tasks.keys():
                found = variant.tasks[name].outcome.value if name in variant.tasks else "missing"
                if found != expected.get(name):
                    message = f"{name} is {found}, but {in_sample(stem)} says {expected.get(name, 'nothing of it')}"
                    yield Finding(in_record(stem), ("variants", i, "tasks", name), message, "write it anew: make lab")


def _expected(manifest: Manifest, variant: int) -> dict[str, str]:
    absent = {name for name, task in manifest.tasks.items() if task.by is By.NONE}
    absent |= set(manifest.variants[variant].cannot)
    return {name: (Outcome.NOT_PROVIDED if name in absent else Outcome.PASSED).value for name in manifest.tasks}
