"""Reads what the samples say of themselves: `tasks.yml` and each `sample.yml`, with every problem at its place."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from backend_atlas import explain, source
from backend_atlas.model.base import Record
from backend_atlas.model.lab import Manifest, Tasks, Variant
from backend_atlas.problems import DataError, Problem
from backend_atlas.source import Document

R = TypeVar("R", bound=Record)

SAMPLES = Path(__file__).resolve().parents[1]
"""The folder of samples that this harness belongs to."""

MANIFEST = "sample.yml"
TASKS = "contract/tasks.yml"


@dataclass(frozen=True)
class Sample:
    """One sample: its folder, and what its manifest says."""

    folder: Path
    manifest: Manifest
    document: Document

    @property
    def id(self) -> str:
        """The id of the technology."""
        return self.manifest.id

    def variant(self, id: str | None = None) -> Variant:
        """One way to deploy it: the first, unless another is named. Raises DataError."""
        variants = self.manifest.variants
        found = next((variant for variant in variants if variant.id == (id or variants[0].id)), None)
        if found is None:
            known = f"known: {', '.join(variant.id for variant in variants)}"
            raise DataError([self.document.problem(("variants",), f'has no variant "{id}"', known)])
        return found


def read(path: Path, name: str, model: type[R]) -> tuple[R, Document]:
    """One file and the places in it; `name` is how messages call it. Raises DataError."""
    document = source.read(path, name)
    try:
        return model.model_validate(document.value), document
    except ValidationError as error:
        raise DataError(explain.problems(error, document, model)) from None


def tasks(samples: Path = SAMPLES) -> Tasks:
    """Every task. Raises DataError."""
    return read(samples / TASKS, f"samples/{TASKS}", Tasks)[0]


def ids(samples: Path = SAMPLES) -> tuple[str, ...]:
    """The ids of all samples, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in samples.glob(f"*/{MANIFEST}")))


def sample(id: str, samples: Path = SAMPLES) -> Sample:
    """One sample. Raises DataError."""
    path, name = samples / id / MANIFEST, f"samples/{id}/{MANIFEST}"
    if not path.exists():
        hint = f"known: {', '.join(ids(samples)) or 'none'}"
        raise DataError([Problem(name, 1, 1, "", "is missing, so there is no such sample", hint)])
    manifest, document = read(path, name, Manifest)
    if manifest.id != id:
        raise DataError([document.problem(("id",), f'is "{manifest.id}", but the folder is called {id}')])
    return Sample(path.parent, manifest, document)
