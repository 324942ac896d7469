"""What `atlas packages` runs: asks, says what it found, and writes `evidence/packages.json`."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from backend_atlas import links
from backend_atlas.editing import write_all
from backend_atlas.load import load
from backend_atlas.load.packages import package_checks
from backend_atlas.load.reading import Reading
from backend_atlas.model import Catalogue
from backend_atlas.model.packages import CheckOutcome, Dated, PackageCheck, PackageChecks
from backend_atlas.model.vocabulary import Registry
from backend_atlas.problems import DataError
from backend_atlas.registries import asking, checking, table
from backend_atlas.registries.addresses import address
from backend_atlas.rules.finding import PACKAGES


def main(options: argparse.Namespace, today: date) -> int:
    """Asks the registries as of `today`. Returns 1 where a package or a release that a cell names is not there."""
    catalogue = load(options.data, today, registries=False)
    named = checking.packages(catalogue)
    chosen = [item for item in named if not options.only or item.registry.value in options.only]
    given = {registry.value: getattr(options, registry.value) or "" for registry in Registry}
    with asking.client(options.seconds) as http:
        answers = checking.check(http, partial(address, given=given), chosen, today)
    copies = options.copy or ()
    found = tuple(checking.of_a_copy(item) if item.registry.value in copies else item for item in answers)
    record = checking.merged(_before(options.data), found, named)
    write(options.data / PACKAGES, record)
    print(_told(options, catalogue, found))
    return 1 if any(_faults(found)) else 0


def _before(folder: Path) -> PackageChecks | None:
    reading = Reading(folder.as_posix())
    found = package_checks(folder, reading)
    if reading.problems:
        raise DataError(reading.problems)
    return found


def text(record: PackageChecks) -> str:
    """The record as JSON, one package a line, so that changes can be read."""
    lines = [item.model_dump_json(exclude_none=True, exclude_defaults=True) for item in record.packages]
    return '{"packages": [\n' + ",\n".join(lines) + "\n]}"


def write(path: Path, record: PackageChecks) -> None:
    """Writes the record whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_all({path: f"{text(record)}\n"})
    print(path, file=sys.stderr)


def _faults(found: Iterable[PackageCheck]) -> Iterator[str]:
    for item in found:
        if item.outcome is CheckOutcome.NOT_FOUND:
            yield f"{item.registry.label}: {item.name} was not found"
        for release in item.named:
            if release.outcome is CheckOutcome.NOT_FOUND:
                yield f"{item.registry.label}: {item.name} has no release {release.version}"


def _told(options: argparse.Namespace, catalogue: Catalogue, found: tuple[PackageCheck, ...]) -> str:
    if options.json:
        return text(PackageChecks(packages=found))
    if options.markdown:
        other = [*_dates(catalogue, found), *_by_registry(found)]
        return table.markdown(catalogue, found, lambda item: (*_faults((item,)), *_remarks(item)), other)
    return "\n".join(_report(catalogue, found))


def _report(catalogue: Catalogue, found: tuple[PackageCheck, ...]) -> Iterator[str]:
    yield from _faults(found)
    for item in found:
        yield from _remarks(item)
    yield from _dates(catalogue, found)
    yield from _by_registry(found)


def _by_registry(found: tuple[PackageCheck, ...]) -> Iterator[str]:
    for registry in Registry:
        if own := [item for item in found if item.registry is registry]:
            there = sum(item.outcome is CheckOutcome.FOUND for item in own)
            silent = [item.reason for item in own if item.outcome is CheckOutcome.NOT_FETCHED]
            why = f", {len(silent)} could not be fetched ({'; '.join(sorted(set(filter(None, silent))))})"
            yield f"{registry.label}: {there} of {len(own)} found{why if silent else ''}"


def _remarks(item: PackageCheck) -> Iterator[str]:
    name = f"{item.registry.label}: {item.name}"
    if item.ended:
        yield f"{name} is {item.ended}"
    if item.alive is False and item.newest:
        yield f"{name}: the newest release is {item.newest.version} of {item.newest.date}, over 24 months old"
    for release in item.named:
        if release.withdrawn:
            yield f"{name}: {release.version} is {release.withdrawn}"


def _dates(catalogue: Catalogue, found: tuple[PackageCheck, ...]) -> Iterator[str]:
    """Dates in cells that the registry contradicts by more than a day."""
    there = {
        (item.key, release.version): release for item in found for release in item.named if release.date is not None
    }
    for technology in catalogue.technologies.values():
        for feature, cell in technology.features.items():
            for package in cell.packages:
                release = there.get(((package.registry, package.name), package.release))
                if release is None or release.date is None or release.dated is Dated.COMMITTED:
                    continue
                days = (package.released - release.date).days
                if days > 1 or (days < -1 and release.dated is Dated.PUBLISHED):
                    where = f"{links.technology_file(technology.id)}: {feature}"
                    yield f"{where}: {package.name} {package.release} is of {release.date}, not of {package.released}"
