"""One technology's answer to one question, as every answer that holds cells has it."""

from datetime import date

from backend_atlas import links
from backend_atlas.exports.api.parts import Part, Place, Source, higher, plain, sources
from backend_atlas.model import Cell, InheritedCell, Package, Support, Technology
from backend_atlas.model.ages import cell_read
from backend_atlas.model.lab import Outcome
from backend_atlas.model.vocabulary import Registry
from backend_atlas.views.demonstrations import demonstration


class MachineReading(Part):
    """What a program read in the registry. Nobody has looked at it."""

    release: str
    """The newest stable release there."""
    released: date | None
    """The day it was published."""
    licence: str | None
    """Its licence, by SPDX identifier."""
    deprecated: str | None
    """Deprecated, archived or quarantined, in the registry's words."""
    read: date
    """The day a program read it."""


class CellPackage(Part):
    """A package that provides a feature."""

    registry: Registry
    """Where it is published."""
    name: str
    """Its exact name there."""
    release: str
    """The newest stable release on the day it was checked."""
    released: date
    """The day of that release."""
    licence: str
    """Its licence, by SPDX identifier."""
    checked: date
    """The day somebody read the registry."""
    machine: MachineReading | None
    """What a program read there since."""


class DemonstratedCheck(Part):
    """One check that ran."""

    variant: str
    """The way in which the sample was deployed."""
    id: str
    """The check."""
    outcome: Outcome
    """How it ended."""


class DemonstratedBy(Part):
    """The code that shows the answer, and how its test ended."""

    task: str
    """The task of the lab."""
    page: str
    """The page with the code, relative to the answer."""
    release: str
    """The release of the technology that was tested."""
    tested: date
    """The day of the test."""
    checks: tuple[DemonstratedCheck, ...]
    """Every check of the task, in every variant."""


class AnswerCell(Part):
    """How one technology provides one feature."""

    technology: str
    """The id of the technology, as in its address."""
    feature: str
    """The id of the feature, as in its address."""
    group: str
    """The id of the group that the feature belongs to."""
    level: Support
    """The support level. `unknown` is never to be counted as no."""
    partial: bool
    """True where the definition is met only in part. The note says what is missing."""
    experimental: bool
    """True where the project's documentation calls it experimental."""
    vendor: bool
    """True for a community package that is published by the vendor of what it connects to."""
    since: str | None
    """The release of the technology that brought it, where a page says so."""
    note: str | None
    """What exactly is there and what is missing, in Markdown."""
    note_plain: str | None
    """The same without marks."""
    package: CellPackage | None
    """The package that provides it."""
    alternatives: tuple[CellPackage, ...]
    """Other packages that meet the same conditions."""
    sources: tuple[Source, ...]
    """Where the answer can be checked."""
    read: date | None
    """The last day on which somebody read one of its sources."""
    inherited_from: str | None
    """The id of the runtime whose answer this is. Null where the technology's own file says it."""
    demonstrated: DemonstratedBy | None
    """The code of the lab that shows it."""
    page: str
    """Where the site shows the cell, relative to the answer."""


def cells_of(at: Place, technology: Technology) -> tuple[AnswerCell, ...]:
    """Every cell of a technology in the order of the vocabulary. What says the same as before is the same object."""
    named = (item.id for item in at.catalogue.features if item.id in technology.features)
    return tuple(at.material.memory.kept(("answer cell", technology.id, id), cell(at, technology, id)) for id in named)


def one_level_up(cell: AnswerCell) -> AnswerCell:
    """The same cell in an answer that lies one level higher."""
    shown = cell.demonstrated
    moved = shown.model_copy(update={"page": higher(shown.page)}) if shown else None
    return cell.model_copy(update={"page": higher(cell.page), "demonstrated": moved})


def cell(at: Place, technology: Technology, feature: str) -> AnswerCell:
    """One cell."""
    found = technology.features[feature]
    return AnswerCell(
        technology=technology.id,
        feature=feature,
        group=at.material.group_of[feature],
        level=found.support,
        partial=bool(found.partial),
        experimental=bool(found.experimental),
        vendor=bool(found.vendor),
        since=found.since,
        note=found.note,
        note_plain=plain(found.note) if found.note else None,
        package=_package(found.package) if found.package else None,
        alternatives=tuple(_package(item) for item in found.alternatives),
        sources=sources(found.sources),
        read=cell_read(found),
        inherited_from=found.runtime if isinstance(found, InheritedCell) else None,
        demonstrated=_demonstrated(at, technology, feature),
        page=at.href(f"{links.technology(technology.id)}#{feature}"),
    )


def _package(package: Package) -> CellPackage:
    machine = package.machine
    return CellPackage(
        registry=package.registry,
        name=package.name,
        release=package.release,
        released=package.released,
        licence=package.licence,
        checked=package.checked,
        machine=MachineReading(**dict(machine)) if machine else None,
    )


def _demonstrated(at: Place, technology: Technology, feature: str) -> DemonstratedBy | None:
    """An inherited cell is shown by the sample of the runtime."""
    shown = demonstration(at.catalogue, technology, feature)
    found: Cell = technology.features[feature]
    subject = found.runtime if isinstance(found, InheritedCell) else technology.id
    record = at.catalogue.lab.samples[subject].record if shown and at.catalogue.lab else None
    task = found.demonstrated_by
    if shown is None or record is None or task is None:
        return None
    checks = (
        DemonstratedCheck(variant=variant.id, id=check.id, outcome=check.outcome)
        for variant in record.variants
        if task in variant.tasks
        for check in variant.tasks[task].checks
    )
    return DemonstratedBy(
        task=task,
        page=at.href(shown.address),
        release=record.release,
        tested=shown.date,
        checks=tuple(checks),
    )
