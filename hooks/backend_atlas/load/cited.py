"""Which web addresses the data name, and where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backend_atlas import source
from backend_atlas.problems import DataError, Problem
from backend_atlas.source import dotted

ADDRESS = re.compile(r"https://[^\s<>()\"'`\]]+")
"""An address alone or in a sentence, without the marks of Markdown around it."""


@dataclass(frozen=True, order=True)
class Citation:
    """One place that names an address. Lines count from 1."""

    path: str
    line: int
    field: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field}"


def citations(folder: Path, name: str) -> Mapping[str, tuple[Citation, ...]]:
    """Each address in the YAML files below `folder`, in alphabetical order, with the places that name it.

    `name` is how the folder is called. Raises `DataError` with the files that cannot be read.
    """
    found: dict[str, list[Citation]] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.yml")):
        try:
            document = source.read(path, f"{name}/{path.relative_to(folder).as_posix()}")
        except DataError as error:
            problems += error.problems
            continue
        for location, mark in document.values.items():
            for address in ADDRESS.findall(mark.text):
                place = Citation(document.path, mark.line, dotted(location))
                found.setdefault(address.rstrip(".,;:"), []).append(place)
    if problems:
        raise DataError(problems)
    return {address: tuple(found[address]) for address in sorted(found)}
