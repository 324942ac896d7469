"""Reads the lab: tasks and samples beside the data folder, and what the harness wrote into `evidence`."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from backend_atlas import source
from backend_atlas.digest import LEFT_BY_TOOLS, digest, files
from backend_atlas.load.reading import R, Reading
from backend_atlas.model.lab import ContractRecord, DefaultsRecord, Lab, Manifest, Sample, Tasks
from backend_atlas.model.lab.measurements import RECORDS, Measurements
from backend_atlas.problems import DataError
from backend_atlas.rules.finding import (
    CONTRACT,
    DEFAULTS,
    EVIDENCE,
    SAMPLES,
    TASKS,
    in_defaults,
    in_measurements,
    in_record,
    in_sample,
)

NO_SAMPLES = frozenset({CONTRACT, "harness"})
"""Folders beside the samples."""


class LabReading:
    """Reads into `reading`, beside what is read of the data."""

    def __init__(self, data: Path, reading: Reading) -> None:
        self.data = data
        self.samples = data.parent / SAMPLES
        self.reading = reading
        self.before = len(reading.problems)

    @property
    def sound(self) -> bool:
        """Whether no problem was found since the reading began."""
        return len(self.reading.problems) == self.before

    def lab(self) -> Lab | None:
        """The lab, or None where there is no sample, or where the tasks have problems of their own."""
        self.before = len(self.reading.problems)
        found = {folder.name: self.sample(folder) for folder in self.folders()}
        self.refuse_orphans(found)
        if not found or not (tasks := self.tasks()):
            return None
        valid = {stem: sample for stem, sample in found.items() if sample}
        ordered = sorted(valid.items(), key=lambda item: (item[1].manifest.name.casefold(), item[0]))
        contract = digest(self.samples / CONTRACT)
        measured = self.measurements()
        return self.reading.memory(
            "lab",
            (tasks, contract, measured, *(sample for _, sample in ordered)),
            lambda: Lab(tasks.tasks, contract, MappingProxyType(dict(ordered)), measured),
        )

    def tasks(self) -> Tasks | None:
        path = self.samples / CONTRACT / "tasks.yml"
        if not path.exists():
            self.reading.refuse(TASKS, "is missing", "it says what every sample has to do")
            return None
        return self.reading.record(path, TASKS, Tasks) if self.is_plain(path.parent) else None

    def folders(self) -> Iterator[Path]:
        """The folders of the samples. What tools left behind does not count."""
        if not self.samples.is_dir():
            return
        for path in sorted(self.samples.iterdir()):
            if path.is_symlink():
                self.refuse_link(path)
            elif path.is_dir() and path.name not in NO_SAMPLES and next(files(path), None):
                yield path

    def sample(self, folder: Path) -> Sample | None:
        stem = folder.name
        if not self.is_plain(folder):
            return None
        if not (folder / "sample.yml").exists():
            self.reading.refuse(
                in_sample(stem), "is missing", "it says how the sample is installed, started and tested"
            )
            return None
        manifest = self.reading.record(folder / "sample.yml", in_sample(stem), Manifest)
        record = self.record(in_record(stem), ContractRecord)
        defaults = self.record(in_defaults(stem), DefaultsRecord)
        if manifest is None:
            return None
        code, now = self.code(folder, manifest), digest(folder)
        return self.reading.memory(
            ("sample", stem),
            (manifest, now, record, defaults, *code, *code.values()),
            lambda: Sample(manifest, now, MappingProxyType(code), record, defaults),
        )

    def record(self, file: str, model: type[R]) -> R | None:
        path = self.data / file
        return self.reading.record(path, file, model, source.json_values) if path.exists() else None

    def measurements(self) -> Measurements:
        """What was measured so far."""
        found: dict[str, Any] = {name: self.record(in_measurements(name), model) for name, model in RECORDS.items()}
        return self.reading.memory("measurements", tuple(found.values()), lambda: Measurements(**found))

    def code(self, folder: Path, manifest: Manifest) -> dict[str, str]:
        """The text of the files that snippets name. A rule says which are not among those that are tested."""
        names = {snippet.file for task in manifest.tasks.values() for snippet in task.snippets}
        tested = {path.relative_to(folder).as_posix() for path in files(folder)}
        found = {}
        for name in sorted(names & tested):
            try:
                found[name] = source.text(folder / name, self.reading.shown(f"{SAMPLES}/{folder.name}/{name}"))
            except DataError as error:
                self.reading.problems.extend(error.problems)
        return found

    def refuse_orphans(self, samples: dict[str, Sample | None]) -> None:
        """A record of a sample that is gone would be shown no more, and miss nobody."""
        for kind in (CONTRACT, DEFAULTS):
            for path in sorted((self.data / EVIDENCE / kind).glob("*.json")):
                if path.stem not in samples:
                    file = path.relative_to(self.data).as_posix()
                    self.reading.refuse(file, "belongs to no sample", f"remove it, or add samples/{path.stem}")

    def is_plain(self, folder: Path) -> bool:
        """Whether nothing in `folder` is a symbolic link."""
        found = list(_links(folder))
        for path in found:
            self.refuse_link(path)
        return not found

    def refuse_link(self, path: Path) -> None:
        file = path.relative_to(self.samples.parent).as_posix()
        self.reading.refuse(file, "is a symbolic link", "put the file itself here")


def _links(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink():
            yield path
        elif path.is_dir() and not path.name.startswith(".") and path.name not in LEFT_BY_TOOLS:
            yield from _links(path)
