"""How well two codings agree, and how many cells an audit found wrong."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.agreement import Interval, Undefined, kappa, share
from backend_atlas.model import Catalogue
from backend_atlas.model.agreement import Audit, AuditedCell, AuditOutcome, CellCodedTwice, Coding, SecondCoding
from backend_atlas.views.matrix import Column


@dataclass(frozen=True)
class Agreeing:
    """How often two coders agreed on some cells."""

    name: str
    address: str
    cells: int
    levels: int
    """Cells with the same level."""
    whole: int
    """Cells with the same level and the same mark `partial`."""
    kappa: str
    """Cohen's kappa of the levels with its interval, or why there is none."""
    known: bool
    """Whether there is a kappa."""

    @property
    def percent(self) -> int:
        """Of the cells that have the same level."""
        return round(100 * self.levels / self.cells)


@dataclass(frozen=True)
class Place:
    """A cell, and where it stands."""

    feature: Column
    technology: Column
    address: str


@dataclass(frozen=True)
class DifferenceView:
    """A cell that two coders coded differently."""

    place: Place
    first: str
    second: str
    decided: str
    mended: str


@dataclass(frozen=True)
class Rate:
    """A share of the cells of an audit, in words."""

    percent: str
    interval: str


@dataclass(frozen=True)
class AuditView:
    """One audit with its rates."""

    audit: Audit
    outcomes: tuple[tuple[AuditOutcome, int], ...]
    errors: Rate
    wrong_levels: Rate
    wrong: tuple[tuple[Place, AuditedCell], ...]
    """The cells that were not confirmed."""


@dataclass(frozen=True)
class AgreementView:
    """Everything the page prints."""

    second: SecondCoding | None
    share_of_cells: int
    """The percentage of all cells that was coded twice."""
    overall: Agreeing | None
    groups: tuple[Agreeing, ...]
    features: tuple[Agreeing, ...]
    differences: tuple[DifferenceView, ...]
    audits: tuple[AuditView, ...]
    """The newest first."""


def agreement_view(catalogue: Catalogue) -> AgreementView | None:
    """None where the data hold neither a second coding nor an audit."""
    found = catalogue.agreement
    if found is None:
        return None
    cells = found.second_coding.cells if found.second_coding else ()
    places = _places(catalogue)
    every = len(catalogue.features) * len(catalogue.technologies)
    return AgreementView(
        second=found.second_coding,
        share_of_cells=round(100 * len(cells) / every),
        overall=agreeing("All cells", "", cells) if cells else None,
        groups=tuple(_groups(catalogue, cells)),
        features=tuple(_features(catalogue, cells)),
        differences=tuple(_difference(places, cell) for cell in cells if not cell.same),
        audits=tuple(audit_view(places, it) for it in sorted(found.audits, key=lambda it: it.date, reverse=True)),
    )


def agreeing(name: str, address: str, cells: Iterable[CellCodedTwice]) -> Agreeing:
    """How well the codings of some cells agree."""
    listed = tuple(cells)
    found = kappa([(cell.first.support.value, cell.second.support.value) for cell in listed])
    return Agreeing(
        name=name,
        address=address,
        cells=len(listed),
        levels=sum(cell.same_level for cell in listed),
        whole=sum(cell.same for cell in listed),
        kappa=_words(found),
        known=isinstance(found, Interval),
    )


def rate(count: int, size: int) -> Rate:
    """A share with its interval, in per cent."""
    found = share(count, size)
    return Rate(f"{100 * found.value:.0f} %", f"{100 * found.low:.0f} % to {100 * found.high:.0f} %")


def audit_view(places: dict[tuple[str, str], Place], audit: Audit) -> AuditView:
    """One audit."""
    return AuditView(
        audit=audit,
        outcomes=tuple((outcome, number) for outcome in AuditOutcome if (number := audit.number(outcome))),
        errors=rate(audit.errors, audit.read),
        wrong_levels=rate(audit.wrong_levels, audit.read),
        wrong=tuple((places[cell.feature, cell.technology], cell) for cell in audit.cells if cell.found),
    )


def _words(found: Interval | Undefined) -> str:
    if isinstance(found, Undefined):
        return f"none: {found.why}"
    return f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"


def _groups(catalogue: Catalogue, cells: tuple[CellCodedTwice, ...]) -> Iterable[Agreeing]:
    for group in catalogue.groups:
        names = {feature.id for feature in group.features}
        if own := [cell for cell in cells if cell.feature in names]:
            yield agreeing(group.name, links.group(group.id), own)


def _features(catalogue: Catalogue, cells: tuple[CellCodedTwice, ...]) -> Iterable[Agreeing]:
    for group in catalogue.groups:
        for feature in group.features:
            if own := [cell for cell in cells if cell.feature == feature.id]:
                yield agreeing(feature.name, links.feature(group.id, feature.id), own)


def _places(catalogue: Catalogue) -> dict[tuple[str, str], Place]:
    return {
        (feature.id, technology.id): Place(
            Column(feature.name, links.feature(group.id, feature.id)),
            Column(technology.name, links.technology(technology.id)),
            f"{links.technology(technology.id)}#{feature.id}",
        )
        for group in catalogue.groups
        for feature in group.features
        for technology in catalogue.technologies.values()
    }


def _difference(places: dict[tuple[str, str], Place], cell: CellCodedTwice) -> DifferenceView:
    return DifferenceView(
        place=places[cell.feature, cell.technology],
        first=_level(cell.first),
        second=_level(cell.second),
        decided=cell.decided or "",
        mended=", ".join(item.value.replace("-", " ") for item in cell.mended),
    )


def _level(coding: Coding) -> str:
    return f"{coding.support.label}{', partial' if coding.partial else ''}"
