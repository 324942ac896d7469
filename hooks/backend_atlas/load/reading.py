"""Reads single files into records. Goes on after a problem, so that all of them are known at the end."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from backend_atlas import explain, source
from backend_atlas.dividing import Divided
from backend_atlas.memory import Memory
from backend_atlas.model.base import Record
from backend_atlas.problems import DataError, Problem
from backend_atlas.rules import Finding
from backend_atlas.rules.finding import SAMPLES
from backend_atlas.source import Document

R = TypeVar("R", bound=Record)


Parse = Callable[[str, str], Document]
"""From the text of a file, and the name that messages have for it."""


class Reading:
    """What was read, and what is wrong with it. `name` is how messages call the data folder."""

    def __init__(self, name: str, memory: Memory | None = None) -> None:
        self.name = name
        self.memory = memory or Memory()
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        """By the name that findings have for the file."""

    def record(self, path: Path, file: str, model: type[R], parse: Parse = source.parsed) -> R | None:
        """The record in `path`, which findings call `file`. None where it has problems."""
        document = self.document(path, file, parse)
        return self.valid(document, file, model) if document else None

    def document(self, path: Path, file: str, parse: Parse = source.parsed) -> Document | None:
        """The values in `path`, which findings call `file`. None where it has problems."""
        return self.sound(self.tried(path, file, parse))

    def every(self, files: Mapping[str, Path]) -> Mapping[str, Document | None]:
        """The same of many files, by the name that findings have for each."""
        calls = [partial(self.tried, path, file) for file, path in files.items()]
        found = Divided(calls, alone=self.memory.lasting).results()
        return dict(zip(files, map(self.sound, found), strict=True))

    def tried(self, path: Path, file: str, parse: Parse = source.parsed) -> Document | tuple[Problem, ...]:
        """The values in `path`, or what is wrong with it."""
        shown = self.shown(file)
        try:
            text = source.text(path, shown)
            return self.memory(("document", file), (text,), lambda: parse(text, shown))
        except DataError as error:
            return tuple(error.problems)

    def sound(self, tried: Document | tuple[Problem, ...]) -> Document | None:
        """What was tried. None where it has problems, which are kept."""
        if isinstance(tried, Document):
            return tried
        self.problems.extend(tried)
        return None

    def valid(self, document: Document, file: str, model: type[R]) -> R | None:
        """The record in what was read. None where it has problems."""
        try:
            record = self.memory(("record", file), (document,), lambda: model.model_validate(document.value))
        except ValidationError as error:
            self.problems.extend(explain.problems(error, document, model))
            return None
        self.documents[file] = document
        return record

    def report(self, findings: Iterable[Finding]) -> None:
        """Findings as problems with their place."""
        for finding in findings:
            if finding.file in self.documents:
                document = self.documents[finding.file]
                self.problems.append(document.problem(finding.location, finding.message, finding.hint))

    def refuse(self, file: str, message: str, hint: str) -> None:
        """A problem with a whole file."""
        self.problems.append(self.refusal(file, message, hint))

    def refusal(self, file: str, message: str, hint: str) -> Problem:
        """The same as a value."""
        return Problem(self.shown(file), 1, 1, "", message, hint)

    def shown(self, file: str) -> str:
        """How messages call a file. The samples stand beside the data folder."""
        folder = Path(self.name).parent if file.startswith(f"{SAMPLES}/") else Path(self.name)
        return (folder / file).as_posix()
