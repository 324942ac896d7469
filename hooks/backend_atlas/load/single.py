"""Reads one technology, with the one that it runs on. Others may be half done."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from backend_atlas.load.inheritance import with_answers, with_facts
from backend_atlas.load.packages import package_checks, with_checks
from backend_atlas.load.reading import Reading
from backend_atlas.model import Catalogue, Features, Technology
from backend_atlas.problems import DataError
from backend_atlas.rules.finding import TECHNOLOGIES, VOCABULARY, in_technology
from backend_atlas.rules.vocabulary import cells_answer_the_vocabulary
from backend_atlas.source import Document, Location


@dataclass(frozen=True)
class Single:
    """A catalogue of one technology and its runtime, and where everything stands."""

    catalogue: Catalogue
    technology: Technology
    documents: Mapping[str, Document]
    """The files that were read, by the id of the technology."""

    def place(self, id: str, location: Location) -> str:
        """Where a field of a technology stands, as `path:line`. The file alone where it is not written."""
        document = self.documents[id]
        return f"{document.path}:{document.keys[location].line}" if location in document.keys else document.path


def known(folder: Path) -> tuple[str, ...]:
    """The ids of all technologies."""
    return tuple(sorted(path.stem for path in (folder / TECHNOLOGIES).glob("*.yml")))


def single(folder: Path, id: str) -> Single:
    """The technology in `technologies/<id>.yml`. Raises DataError with the problems of what was read."""
    reading = Reading(folder.as_posix())
    vocabulary = reading.record(folder / VOCABULARY, VOCABULARY, Features)
    documents = _documents(folder, id, reading)
    found = {
        stem: reading.valid(with_facts(document, documents, reading.memory), in_technology(stem), Technology)
        for stem, document in documents.items()
    }
    valid = {stem: technology for stem, technology in found.items() if technology}
    checks = package_checks(folder, reading)
    catalogue = Catalogue(vocabulary.groups if vocabulary else (), MappingProxyType(valid), checks=checks)
    reading.report(cells_answer_the_vocabulary(catalogue))
    if reading.problems:
        raise DataError(reading.problems)
    whole = with_checks(with_answers(catalogue, reading.memory), reading.memory)
    return Single(whole, whole.technologies[id], MappingProxyType(documents))


def _documents(folder: Path, id: str, reading: Reading) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    waiting = [id]
    while waiting:
        stem = waiting.pop()
        document = reading.document(folder / in_technology(stem), in_technology(stem))
        if document is None:
            continue
        documents[stem] = document
        runtime = document.value.get("runs_on") if isinstance(document.value, dict) else None
        if isinstance(runtime, str) and runtime not in documents and runtime in known(folder):
            waiting.append(runtime)
    return documents
