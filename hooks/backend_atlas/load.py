"""Reads a data folder into a `Catalogue`, or raises one `DataError` with every problem in it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from backend_atlas import explain, source
from backend_atlas.model import Catalogue, Features, Technology
from backend_atlas.model.base import Record
from backend_atlas.problems import DataError, Problem
from backend_atlas.rules import check
from backend_atlas.rules.finding import TECHNOLOGIES, VOCABULARY
from backend_atlas.source import Document

R = TypeVar("R", bound=Record)

OTHER_FOLDERS = frozenset({"schema"})


def load(folder: Path, today: date, name: str | None = None) -> Catalogue:
    """The catalogue in `folder`. `name` is how messages call the folder; no date may lie after `today`."""
    return _Loading(folder, name or folder.as_posix()).catalogue(today)


def files(folder: Path) -> tuple[Path, ...]:
    """Every YAML file of the data, sorted: what a catalogue is made from."""
    return (folder / VOCABULARY, *sorted((folder / TECHNOLOGIES).glob("*.yml")))


class _Loading:
    """Goes on after a problem, so that all of them are known at the end."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}

    def catalogue(self, today: date) -> Catalogue:
        self.problems.extend(self.strays())
        if not (self.folder / VOCABULARY).exists():
            raise DataError([*self.problems, self.refusal(VOCABULARY, "is missing", "the features are defined there")])
        vocabulary = self.record(self.folder / VOCABULARY, Features)
        technologies = {path.stem: self.record(path, Technology) for path in files(self.folder)[1:]}
        if not technologies:
            self.problems.append(self.refusal(TECHNOLOGIES, "holds no technology", "add one: data/README.md says how"))
        valid = {stem: record for stem, record in technologies.items() if record}
        found = Catalogue(vocabulary.groups if vocabulary else (), _by_name(valid))
        for finding in check(found, today):
            if finding.file in self.documents:
                self.problems.append(
                    self.documents[finding.file].problem(finding.location, finding.message, finding.hint)
                )
        if self.problems:
            raise DataError(self.problems)
        return found

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
            elif where != VOCABULARY and (relative.parts[:-1] != (TECHNOLOGIES,) or path.suffix != ".yml"):
                yield self.refusal(where, "is not read", "see data/README.md for what belongs where")

    def refusal(self, relative: str, message: str, hint: str) -> Problem:
        return Problem(f"{self.name}/{relative}", 1, 1, "", message, hint)


def _by_name(technologies: Mapping[str, Technology]) -> Mapping[str, Technology]:
    ordered = sorted(technologies.items(), key=lambda item: (item[1].name.casefold(), item[0]))
    return MappingProxyType(dict(ordered))
