"""Reads a data folder into a `Catalogue`, or raises one `DataError` with every problem in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from backend_atlas import explain, source
from backend_atlas.model import Catalogue, Features, Technology
from backend_atlas.model.base import Record
from backend_atlas.model.guide import Guide, Questions, Scenarios, Values, Witnesses
from backend_atlas.problems import DataError, Problem
from backend_atlas.rules import check
from backend_atlas.rules.finding import GUIDE, TECHNOLOGIES, VOCABULARY, Finding, in_guide
from backend_atlas.source import Document

R = TypeVar("R", bound=Record)

OTHER_FOLDERS = frozenset({"schema"})
GUIDE_FILES: dict[str, type[Record]] = {
    "questions": Questions,
    "values": Values,
    "scenarios": Scenarios,
    "witnesses": Witnesses,
}

Check = Callable[[Catalogue, date], Iterable[Finding]]
"""Finds what is wrong with a catalogue of which every file is valid."""


def load(folder: Path, today: date, name: str | None = None, *, also: Check | None = None) -> Catalogue:
    """The catalogue in `folder`. `name` is how messages call the folder; no date may lie after `today`.

    `also` is asked when nothing else is wrong: what needs more than the data to be checked, as the guide does.
    """
    return _Loading(folder, name or folder.as_posix()).catalogue(today, also)


def files(folder: Path) -> tuple[Path, ...]:
    """Every YAML file of the data: what a catalogue is made from."""
    technologies = sorted((folder / TECHNOLOGIES).glob("*.yml"))
    return (folder / VOCABULARY, *technologies, *sorted((folder / GUIDE).glob("*.yml")))


class _Loading:
    """Goes on after a problem, so that all of them are known at the end."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}

    def catalogue(self, today: date, also: Check | None) -> Catalogue:
        self.problems.extend(self.strays())
        if not (self.folder / VOCABULARY).exists():
            raise DataError([*self.problems, self.refusal(VOCABULARY, "is missing", "the features are defined there")])
        vocabulary = self.record(self.folder / VOCABULARY, Features)
        paths = sorted((self.folder / TECHNOLOGIES).glob("*.yml"))
        technologies = {path.stem: self.record(path, Technology) for path in paths}
        if not technologies:
            self.problems.append(self.refusal(TECHNOLOGIES, "holds no technology", "add one: data/README.md says how"))
        valid = {stem: record for stem, record in technologies.items() if record}
        guide = self.guide()
        if len(valid) < len(technologies):
            guide = None  # it names technologies that could not be read
        found = Catalogue(vocabulary.groups if vocabulary else (), _by_name(valid), guide)
        self.report(check(found, today))
        if also and not self.problems:
            self.report(also(found, today))
        if self.problems:
            raise DataError(self.problems)
        return found

    def report(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.file in self.documents:
                self.problems.append(
                    self.documents[finding.file].problem(finding.location, finding.message, finding.hint)
                )

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
                return Guide(questions, values, scenarios, witnesses)
        return None

    def guide_file(self, name: str, model: type[R]) -> R | None:
        path = self.folder / in_guide(name)
        if path.exists():
            return self.record(path, model)
        self.problems.append(
            self.refusal(in_guide(name), "is missing", "the guide needs it: data/README.md says what it holds")
        )
        return None

    def record(self, path: Path, model: type[R]) -> R | None:
        relative = path.relative_to(self.folder).as_posix()
        try:
            document = source.read(path, f"{self.name}/{relative}")
        except DataError as error:
            self.problems.extend(error.problems)
            return None
        try:
            record = model.model_validate(document.value)
        except ValidationError as error:
            self.problems.extend(explain.problems(error, document, model))
            return None
        self.documents[relative] = document
        return record

    def strays(self) -> Iterator[Problem]:
        if not self.folder.is_dir():
            raise DataError(
                [Problem(self.name, 1, 1, "", "is not a folder", "name the folder that holds features.yml")]
            )
        for path in sorted(self.folder.rglob("*")):
            relative = path.relative_to(self.folder)
            where = relative.as_posix()
            if path.is_symlink():
                yield self.refusal(where, "is a symbolic link", "put the file itself here")
            elif relative.parts[0] in OTHER_FOLDERS or path.is_dir() or path.suffix == ".md":
                continue
            elif path.suffix == ".yaml":
                yield self.refusal(where, "is not read", f"rename it to {path.stem}.yml")
            elif not self.is_read(relative):
                yield self.refusal(where, "is not read", "see data/README.md for what belongs where")

    @staticmethod
    def is_read(relative: Path) -> bool:
        folder, name = relative.parent.as_posix(), relative.name
        if folder == GUIDE:
            return name in {f"{stem}.yml" for stem in GUIDE_FILES}
        return relative.as_posix() == VOCABULARY or (folder == TECHNOLOGIES and relative.suffix == ".yml")

    def refusal(self, relative: str, message: str, hint: str) -> Problem:
        return Problem(f"{self.name}/{relative}", 1, 1, "", message, hint)


def _by_name(technologies: Mapping[str, Technology]) -> Mapping[str, Technology]:
    ordered = sorted(technologies.items(), key=lambda item: (item[1].name.casefold(), item[0]))
    return MappingProxyType(dict(ordered))
