"""What `atlas refresh` does: reads what is newest in PyPI and npm, and writes it below `machine:`, and nowhere else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx
from pydantic import ValidationError

from backend_atlas import source
from backend_atlas.editing import Fields, with_blocks
from backend_atlas.model import Catalogue, InheritedCell, Technology
from backend_atlas.model.cells import READ_BY_PROGRAM, MachineReading, Package, Published
from backend_atlas.model.packages import CheckOutcome, Dated
from backend_atlas.model.vocabulary import Registry
from backend_atlas.problems import DataError, Problem
from backend_atlas.registries.asking import Answer
from backend_atlas.registries.checking import Named, NoAnswer, answers, line
from backend_atlas.rules.finding import in_technology
from backend_atlas.source import Location

MACHINE = "machine"

Key = tuple[Registry, str]
Reading = MachineReading | NoAnswer


@dataclass(frozen=True)
class Target:
    """Something published, and where a technology names it."""

    technology: Technology
    location: Location
    item: Published

    @property
    def key(self) -> Key:
        """What is asked for."""
        return self.item.registry, self.item.name

    @property
    def file(self) -> str:
        """Where it stands, as findings name it."""
        return in_technology(self.technology.id)


def targets(catalogue: Catalogue, ids: Iterable[str] = ()) -> tuple[Target, ...]:
    """Everything that can be read in these registries: of all technologies, or of those that are named."""
    chosen = set(ids) or {technology.id for technology in catalogue.technologies.values()}
    technologies = [item for item in catalogue.technologies.values() if item.id in chosen]
    found = [target for technology in technologies for target in _targets(technology)]
    return tuple(target for target in found if target.item.registry in READ_BY_PROGRAM)


def _targets(technology: Technology) -> Iterator[Target]:
    if technology.package:
        yield Target(technology, ("package",), technology.package)
    for name, cell in technology.features.items():
        if isinstance(cell, InheritedCell):
            continue
        for field, package in cell.packages_by_place.items():
            yield Target(technology, ("features", name, *field), package)


def ask(
    http: httpx.Client, address: Callable[[Registry], str], wanted: Iterable[Target], today: date
) -> Mapping[Key, Reading]:
    """What the registries say, each package asked once."""
    keys = sorted({target.key for target in wanted})
    found = answers(http, address, [Named(*key, ()) for key in keys], licences=True)
    return {key: _reading(answer, today) for key, answer in zip(keys, found, strict=True)}


def _reading(answer: Answer | NoAnswer, today: date) -> Reading:
    """What was answered, as the data can hold it."""
    if isinstance(answer, NoAnswer):
        return answer
    newest = answer.newest
    published = newest.when if newest.dated is Dated.PUBLISHED else None
    if published and published > today:
        return NoAnswer(CheckOutcome.NOT_FETCHED, f"names a release of {published}, which lies after {today}")
    try:
        return MachineReading(
            release=newest.version,
            released=published,
            licence=answer.licence or None,
            deprecated=line(answer.ended),
            read=today,
        )
    except ValidationError:
        return NoAnswer(CheckOutcome.NOT_FETCHED, "names a release that is not a version here")


def texts(folder: Path, wanted: Iterable[Target], found: Mapping[Key, Reading]) -> dict[Path, str]:
    """The new text of each file in which something changes. Raises `DataError`, and nothing is written yet."""
    blocks: dict[str, dict[Location, Fields]] = {}
    for target in wanted:
        if isinstance(reading := found[target.key], MachineReading):
            blocks.setdefault(target.file, {})[*target.location, MACHINE] = _fields(reading)
    new = {}
    for file, changed in blocks.items():
        path = folder / file
        _refuse_others(path, [target for target in wanted if target.file == file])
        if (text := with_blocks(path, path.as_posix(), changed)) != source.text(path, file):
            new[path] = text
    return new


def _refuse_others(path: Path, wanted: Iterable[Target]) -> None:
    """Raises `DataError` where the file names something else by now, because somebody changed it meanwhile."""
    document = source.read(path, path.as_posix())
    for target in wanted:
        if document.at((*target.location, "name")) != target.item.name:
            message = "was changed while the registries were asked"
            raise DataError([document.problem(target.location, message, "run it again")])


def _fields(reading: MachineReading) -> dict[str, str]:
    return {name: str(value) for name in MachineReading.model_fields if (value := getattr(reading, name)) is not None}


def remarks(
    documents: Mapping[str, source.Document], wanted: Iterable[Target], found: Mapping[Key, Reading]
) -> Iterator[Problem]:
    """What somebody should look at: where a registry says something else than a person wrote."""
    for target in wanted:
        reading = found[target.key]
        if isinstance(reading, MachineReading):
            for field, message in _differences(target, reading):
                yield documents[target.file].problem((*target.location, *field), message)


def _differences(target: Target, reading: MachineReading) -> Iterator[tuple[tuple[str, ...], str]]:
    name = f"{target.item.registry.label}: {target.item.name}"
    if reading.deprecated:
        yield (), f"{name} is {reading.deprecated}"
    if not isinstance(target.item, Package):
        yield from _of_technology(target.technology, reading, name)
        return
    if reading.release != target.item.release:
        yield ("release",), f"{name} has {_release(reading)}"
    if reading.licence and _alternatives(reading.licence) != _alternatives(target.item.licence):
        yield ("licence",), f"{name} names {reading.licence}"


def _of_technology(technology: Technology, reading: MachineReading, name: str) -> Iterator[tuple[tuple[str, ...], str]]:
    latest, licence = technology.facts.latest.value, technology.facts.licence.value
    if reading.release != latest:
        yield (), f"{name} has {_release(reading)}, and the newest release is {latest or 'unknown'} here"
    if reading.licence and licence and _alternatives(reading.licence) != _alternatives(licence):
        yield (), f"{name} names {reading.licence}, and the licence is {licence} here"


def _release(reading: MachineReading) -> str:
    return f"{reading.release} of {reading.released}" if reading.released else reading.release


def _alternatives(licence: str) -> frozenset[str]:
    """In whatever order they are named."""
    return frozenset(licence.split(" OR "))


def silences(found: Mapping[Key, Reading]) -> Iterator[str]:
    """What could not be read, and why. Nothing of it was changed."""
    for (registry, name), reading in found.items():
        if isinstance(reading, NoAnswer):
            why = "was not found" if reading.outcome is CheckOutcome.NOT_FOUND else f"was not read: {reading.reason}"
            yield f"{registry.label}: {name} {why}; nothing of it was changed"


def summary(found: Mapping[Key, Reading]) -> Iterator[str]:
    """How many packages of each registry were read."""
    for registry in READ_BY_PROGRAM:
        if own := [reading for (place, _), reading in found.items() if place is registry]:
            read = sum(isinstance(reading, MachineReading) for reading in own)
            yield f"{registry.label}: {read} of {len(own)} read"
