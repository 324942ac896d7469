"""Reads a data folder into a `Catalogue`, or raises one `DataError` with every problem in it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import MappingProxyType

from backend_atlas.load.agreement import coding_agreement
from backend_atlas.load.changes import changes_by_month
from backend_atlas.load.inheritance import unknown_runtimes, with_answers, with_facts, with_same_parts
from backend_atlas.load.lab import LabReading
from backend_atlas.load.packages import package_checks, with_checks
from backend_atlas.load.reading import R, Reading
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Features, Technology
from backend_atlas.model.base import Record
from backend_atlas.model.guide import Guide, Questions, Scenarios, Values, Witnesses
from backend_atlas.problems import DataError, Problem
from backend_atlas.rules import check, check_lab
from backend_atlas.rules.finding import (
    AGREEMENT,
    CHANGES,
    EVIDENCE,
    GUIDE,
    TECHNOLOGIES,
    VOCABULARY,
    Finding,
    in_guide,
    in_technology,
)

OTHER_FOLDERS = frozenset({"schema"})
GUIDE_FILES: dict[str, type[Record]] = {
    "questions": Questions,
    "values": Values,
    "scenarios": Scenarios,
    "witnesses": Witnesses,
}

Check = Callable[[Catalogue, date, Memory], Iterable[Finding]]
"""Finds what is wrong with a catalogue of which every file is valid."""


def load(
    folder: Path,
    today: date,
    name: str | None = None,
    *,
    also: Check | None = None,
    registries: bool = True,
    beside: bool = True,
    memory: Memory | None = None,
) -> Catalogue:
    """The catalogue in `folder`, with the lab in the folder `samples` beside it, where there is one.

    `name` is how messages call the folder; no date may lie after `today`.
    `also` is asked when nothing else is wrong: what needs more than the data to be checked, as the guide does.
    Without `registries`, what they said of the packages is not read, so that they can be asked again.
    Without `beside`, the packages of cells do not carry what was said of them: enough to tell what is wrong.
    `memory` keeps what was read before; what did not change since is the same object again.
    """
    with nothing_collected():
        return _Loading(folder, name or folder.as_posix(), memory or Memory()).catalogue(
            today, also, registries=registries, beside=beside
        )


def load_answers(folder: Path, name: str | None = None) -> Catalogue:
    """The vocabulary and the technologies alone, as they are written: without rules, guide, lab and inheritance.

    For data of another time, which may break a rule of today. Raises `DataError` where the models do not fit.
    """
    return _Loading(folder, name or folder.as_posix(), Memory()).answers()


def files(folder: Path) -> tuple[Path, ...]:
    """Every YAML file of the data: what a catalogue is made from."""
    technologies = sorted((folder / TECHNOLOGIES).glob("*.yml"))
    others = (path for part in (GUIDE, CHANGES) for path in sorted((folder / part).glob("*.yml")))
    return (folder / VOCABULARY, *technologies, *others)


@contextmanager
def nothing_collected(*, kept: bool = False) -> Iterator[None]:
    """Keeps Python from looking for garbage meanwhile: what is read stays, and looking through it takes long.

    With `kept` it never looks through what there is at the end: for a process that keeps it as long as it runs.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if kept:
            gc.freeze()
        if before:
            gc.enable()


class _Loading:
    """Reads everything, and raises once."""

    def __init__(self, folder: Path, name: str, memory: Memory) -> None:
        self.folder = folder
        self.memory = memory
        self.reading = Reading(name, memory if memory.lasting else Memory(store=memory.store))
        """What it reads is kept only for changes: the texts and their values are as large as what is made of them."""

    def catalogue(self, today: date, also: Check | None, *, registries: bool, beside: bool) -> Catalogue:
        reading = self.reading
        reading.problems.extend(self.strays())
        if not (self.folder / VOCABULARY).exists():
            reading.refuse(VOCABULARY, "is missing", "the features are defined there")
            raise DataError(reading.problems)
        vocabulary = reading.record(self.folder / VOCABULARY, VOCABULARY, Features)
        technologies, all_valid = self.technologies()
        guide = self.guide()
        agreement = coding_agreement(self.folder, reading, (self.folder / GUIDE).is_dir())
        changes = changes_by_month(self.folder, reading)
        if not (all_valid and vocabulary and technologies):
            agreement, changes = None, {}  # they name cells that could not be read
        if not all_valid:
            guide = None  # it names technologies that could not be read
        lab = LabReading(self.folder, reading)
        # made in the memory, so that a store can tell what the groups come from
        groups = self.memory("groups", (vocabulary,), lambda: vocabulary.groups if vocabulary else ())
        checks = package_checks(self.folder, reading) if registries else None
        found = Catalogue(groups, technologies, guide, lab.lab(), checks, agreement, changes)
        reading.report(check(found, today, self.memory))
        if all_valid and vocabulary and lab.sound:
            reading.report(check_lab(found))
        whole = found if reading.problems else with_answers(found, self.memory)
        if beside and not reading.problems:
            whole = with_checks(whole, self.memory)
        if also and not reading.problems:
            reading.report(also(whole, today, self.memory))
        if reading.problems:
            raise DataError(reading.problems)
        return whole

    def answers(self) -> Catalogue:
        if not (self.folder / VOCABULARY).exists():
            self.reading.refuse(VOCABULARY, "is missing", "the features are defined there")
            raise DataError(self.reading.problems)
        vocabulary = self.reading.record(self.folder / VOCABULARY, VOCABULARY, Features)
        technologies, _ = self.technologies()
        if self.reading.problems or vocabulary is None:
            raise DataError(self.reading.problems)
        return Catalogue(vocabulary.groups, technologies)

    def technologies(self) -> tuple[Mapping[str, Technology], bool]:
        """Those that are valid, and whether all are."""
        paths = sorted((self.folder / TECHNOLOGIES).glob("*.yml"))
        found = self.reading.every({in_technology(path.stem): path for path in paths})
        documents = {path.stem: found[in_technology(path.stem)] for path in paths}
        readable = {stem: document for stem, document in documents.items() if document}
        self.reading.problems.extend(unknown_runtimes(readable.values(), documents))
        records = {
            stem: self.reading.valid(
                with_facts(document, readable, self.reading.memory), in_technology(stem), Technology
            )
            for stem, document in readable.items()
        }
        if not paths:
            self.reading.refuse(TECHNOLOGIES, "holds no technology", "add one: data/README.md says how")
        valid = {stem: with_same_parts(record, self.memory) for stem, record in records.items() if record}
        return _by_name(valid), len(valid) == len(paths)

    def guide(self) -> Guide | None:
        """The guide, or None where there is none, or where one of its files has problems of its own."""
        if not (self.folder / GUIDE).is_dir():
            return None
        read = {name: self.guide_file(name, model) for name, model in GUIDE_FILES.items()}
        match read:
            case {
                "questions": Questions(questions=questions),
                "values": Values() as values,
                "scenarios": Scenarios() as scenarios,
                "witnesses": Witnesses(witnesses=witnesses),
            }:
                found = questions, values, scenarios, witnesses
                return self.memory("guide", tuple(read.values()), lambda: Guide(*found))
        return None

    def guide_file(self, name: str, model: type[R]) -> R | None:
        path = self.folder / in_guide(name)
        if path.exists():
            return self.reading.record(path, in_guide(name), model)
        self.reading.refuse(in_guide(name), "is missing", "the guide needs it: data/README.md says what it holds")
        return None

    def strays(self) -> Iterator[Problem]:
        if not self.folder.is_dir():
            raise DataError(
                [Problem(self.reading.name, 1, 1, "", "is not a folder", "name the folder that holds features.yml")]
            )
        for path in sorted(self.folder.rglob("*")):
            relative = path.relative_to(self.folder)
            where = relative.as_posix()
            if path.is_symlink():
                yield self.reading.refusal(where, "is a symbolic link", "put the file itself here")
            elif relative.parts[0] in OTHER_FOLDERS or path.is_dir() or path.suffix == ".md":
                continue
            elif path.suffix == ".yaml":
                yield self.reading.refusal(where, "is not read", f"rename it to {path.stem}.yml")
            elif not self.is_read(relative):
                yield self.reading.refusal(where, "is not read", "see data/README.md for what belongs where")

    @staticmethod
    def is_read(relative: Path) -> bool:
        folder, name = relative.parent.as_posix(), relative.name
        if relative.parts[0] == EVIDENCE:
            return name.endswith((".json", ".csv.gz"))
        if folder == GUIDE:
            return name in {f"{stem}.yml" for stem in GUIDE_FILES}
        if folder in (TECHNOLOGIES, CHANGES):
            return relative.suffix == ".yml"
        return relative.as_posix() in (VOCABULARY, AGREEMENT)


def _by_name(technologies: Mapping[str, Technology]) -> Mapping[str, Technology]:
    ordered = sorted(technologies.items(), key=lambda item: (item[1].name.casefold(), item[0]))
    return MappingProxyType(dict(ordered))
