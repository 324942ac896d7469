"""What the registries said: `evidence/packages.json`, and beside the packages that cells name."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from backend_atlas import source
from backend_atlas.load.reading import Reading
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Package, Technology
from backend_atlas.model.packages import CheckedPackage, PackageCheck, PackageChecks
from backend_atlas.model.vocabulary import Registry
from backend_atlas.rules.finding import PACKAGES

Checks = Mapping[tuple[Registry, str], PackageCheck]


def package_checks(folder: Path, reading: Reading) -> PackageChecks | None:
    """The record in the data folder. None where there is none, or where it has problems."""
    path = folder / PACKAGES
    return reading.record(path, PACKAGES, PackageChecks, source.json_values) if path.exists() else None


def with_checks(catalogue: Catalogue, memory: Memory) -> Catalogue:
    """The same, where each package of a cell carries what its registry said of it."""
    known = {item.key: item for item in catalogue.checks.packages} if catalogue.checks else {}

    def checked(technology: Technology) -> Technology:
        inputs = technology, catalogue.checks
        return memory(("checks", technology.id), inputs, lambda: _with_checks(technology, known, catalogue, memory))

    technologies = {stem: checked(item) for stem, item in catalogue.technologies.items()}
    return replace(catalogue, technologies=MappingProxyType(technologies))


def _with_checks(technology: Technology, known: Checks, catalogue: Catalogue, memory: Memory) -> Technology:
    def checked(name: str, cell: Cell) -> Cell:
        return memory(("checked", technology.id, name), (cell, catalogue.checks), lambda: _checked(cell, known))

    cells = {name: checked(name, cell) if cell.package else cell for name, cell in technology.features.items()}
    return technology.model_copy(update={"features": cells})


def _checked(cell: Cell, known: Checks) -> Cell:
    first, *others = (_package(item, known) for item in cell.packages)
    return cell.model_copy(update={"package": first, "alternatives": tuple(others)})


def _package(package: Package, known: Checks) -> CheckedPackage:
    """The check is no field of the file: what walks through the data does not meet its dates."""
    check = known.get((package.registry, package.name))
    return CheckedPackage.model_construct(package.model_fields_set, **dict(package), check=check)
