"""Reads single files into records. Goes on after a problem, so that all of them are known at the end."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from backend_atlas import explain, source
from backend_atlas.memory import Memory, Wanted
from backend_atlas.model.base import Record
from backend_atlas.problems import DataError, Problem
from backend_atlas.rules import Finding
from backend_atlas.rules.finding import SAMPLES
from backend_atlas.source import Document, Value

R = TypeVar("R", bound=Record)


Parse = Callable[[str, str], Value]
"""From the text of a file, and the name that messages have for it, to its values. Raises DataError."""


class Reading:
    """What was read, and what is wrong with it. `name` is how messages call the data folder."""

    def __init__(self, name: str, memory: Memory | None = None) -> None:
        self.name = name
        self.memory = memory or Memory()
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        """By the name that findings have for the file."""

    def record(self, path: Path, file: str, model: type[R], parse: Parse = source.values) -> R | None:
        """The record in `path`, which findings call `file`. None where it has problems."""
        document = self.document(path, file, parse)
        return self.valid(document, file, model) if document else None

    def document(self, path: Path, file: str, parse: Parse = source.values) -> Document | None:
        """The values in `path`, which findings call `file`. None where it has problems."""
        return self.every({file: path}, parse)[file]

    def every(self, files: Mapping[str, Path], parse: Parse = source.values) -> Mapping[str, Document | None]:
        """The same of many files, by the name that findings have for each."""
        texts = {file: text for file, path in files.items() if (text := self.text(path, file)) is not None}
        parsed = self.memory.several([self.wanted(file, text, parse) for file, text in texts.items()])
        values = dict(zip(texts, parsed, strict=True))
        return {file: self.sound(file, texts[file], values[file]) if file in texts else None for file in files}

    def text(self, path: Path, file: str) -> str | None:
        """The text of `path`. None where it has problems, which are kept."""
        try:
            return source.text(path, self.shown(file))
        except DataError as error:
            self.problems.extend(error.problems)
            return None

    def wanted(self, file: str, text: str, parse: Parse) -> Wanted[Value | DataError]:
        """How to get the values in a text, or what is wrong with it."""
        shown = self.shown(file)
        return Wanted(("values", file), (text, shown), partial(_tried, parse, text, shown))

    def sound(self, file: str, text: str, values: Value | DataError) -> Document | None:
        """The document with these values. None where there are problems, which are kept."""
        if isinstance(values, DataError):
            self.problems.extend(values.problems)
            return None
        return self.memory(("document", file), (values,), lambda: Document(self.shown(file), values, text))

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


def _tried(parse: Parse, text: str, shown: str) -> Value | DataError:
    try:
        return parse(text, shown)
    except DataError as error:
        return error
