"""How far the data reach: what is known of each technology, on what it rests, and where help is wanted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from backend_atlas import links
from backend_atlas.guide.use import Use
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, InheritedCell, Package, Support, Technology
from backend_atlas.model.ages import Budget, dated
from backend_atlas.model.facts import OF_THE_RUNTIME
from backend_atlas.model.packages import CheckedPackage
from backend_atlas.views.demonstrations import demonstration
from backend_atlas.views.facts import day, fact_rows
from backend_atlas.views.freshness import Due, dues, span

LISTED = 20
"""Facts that are due and listed for one technology. `atlas stale` lists all of them."""

Edit = Callable[[str], str]
"""The address at which a file of the repository can be edited. Empty where none is known."""

MEASURES = (
    ("Cells known", "Features with an answer, of all features. An answer of the runtime counts."),
    (
        "Own source",
        "Cells with a source of the project's own, of those that have a source: on the site of its documentation or "
        "its home page, in the account of its repository, or at an address that names the package of the cell.",
    ),
    ("Due", "Cells, facts, texts and packages that are older than their kind may become: they should be read again."),
    ("Shown by code", "Cells that a tested sample of the lab demonstrates."),
    ("Packages found", "Packages in cells that their registry had, with that release, when it was last asked."),
    ("Facts known", "Typed facts, such as licence and support, that were established."),
)
"""What each column counts."""


@dataclass(frozen=True)
class Part:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> str:
        """Rounded, but 100 % and 0 % only where it is all or nothing."""
        if not self.of:
            return ""
        exact = 100 * self.count / self.of
        return f"{min(max(round(exact), 1), 99) if 0 < self.count < self.of else round(exact)}\u00a0%"


@dataclass(frozen=True)
class CoverageRow:
    """One technology: its parts in the order of MEASURES."""

    name: str
    address: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Wanted:
    """Something to find out, or to read again."""

    name: str
    address: str
    why: str
    edit: str
    """Where its file can be edited. Empty where that is not known."""


@dataclass(frozen=True)
class WantedBy:
    """What is wanted about one technology."""

    id: str
    name: str
    items: tuple[Wanted, ...]
    more: int
    """How many facts are due beside those."""


@dataclass(frozen=True)
class AgeRow:
    """One kind of fact: how old it may become, and how old it is."""

    budget: Budget
    oldest: date
    age: str
    due: Part


@dataclass(frozen=True)
class CoverageView:
    """Everything the page prints."""

    today: date
    measures: tuple[tuple[str, str], ...]
    rows: tuple[CoverageRow, ...]
    ages: tuple[AgeRow, ...]
    wanted: tuple[WantedBy, ...]


def coverage_view(
    catalogue: Catalogue, today: date, edit: Edit, use: Mapping[str, Use], memory: Memory | None = None
) -> CoverageView:
    """As of `today`. `use` says how much of the guide rests on a fact. `memory` spares counting the same again."""
    memory = memory or Memory()
    found = []
    for item in catalogue.technologies.values():
        runtime = catalogue.technologies.get(item.runs_on or "")
        address = edit(links.technology_file(item.id))
        inputs = (item, runtime, catalogue.groups, catalogue.lab, today, use, address)
        make = partial(_counted, catalogue, item, today, use, address)
        found.append(memory(("coverage", item.id), inputs, make))
    return CoverageView(
        today,
        MEASURES,
        tuple(one.row for one in found),
        tuple(_ages((read for one in found for read in one.reads), today)),
        tuple(one.wanted for one in found if one.wanted.items),
    )


@dataclass(frozen=True)
class _Counted:
    """What the page says of one technology."""

    row: CoverageRow
    reads: tuple[tuple[Budget, date], ...]
    """When each fact was read last, and how old it may become."""
    wanted: WantedBy


def _counted(
    catalogue: Catalogue, technology: Technology, today: date, use: Mapping[str, Use], address: str
) -> _Counted:
    due = dues(technology, catalogue, today, use)
    return _Counted(
        _row(catalogue, technology, len(due)),
        tuple((fact.budget, fact.read) for fact in dated(technology)),
        _wanted_by(catalogue, technology, due, address),
    )


def has_own_source(technology: Technology, cell: Cell) -> bool:
    """Whether a source of the cell is the project's own, or that of a package it names."""
    return any(_is_own(technology, cell, source.url) for source in cell.sources)


def _ages(reads: Iterable[tuple[Budget, date]], today: date) -> Iterator[AgeRow]:
    found = tuple(reads)
    for budget in Budget:
        if days := [read for kind, read in found if kind is budget]:
            over = sum(budget.is_over(read, today) for read in days)
            yield AgeRow(budget, min(days), span(min(days), today), Part(over, len(days)))


def _row(catalogue: Catalogue, technology: Technology, due: int) -> CoverageRow:
    cells = technology.features
    sourced = [(cell, _speaker(catalogue, technology, cell)) for cell in cells.values() if cell.sources]
    packages = {(item.registry, item.name, item.release): item for cell in cells.values() for item in cell.packages}
    facts = [row.known for row in fact_rows(technology) if row.key != "structure"]
    parts = (
        Part(sum(cell.support is not Support.UNKNOWN for cell in cells.values()), len(catalogue.features)),
        Part(sum(has_own_source(speaker, cell) for cell, speaker in sourced), len(sourced)),
        Part(due, sum(1 for _ in dated(technology))),
        Part(sum(demonstration(catalogue, technology, name) is not None for name in cells), len(cells)),
        Part(sum(_found(item) for item in packages.values()), len(packages)),
        Part(sum(facts), len(facts)),
    )
    return CoverageRow(technology.name, links.technology(technology.id), parts)


def _speaker(catalogue: Catalogue, technology: Technology, cell: Cell) -> Technology:
    """Whose answer a cell is."""
    return catalogue.technologies[cell.runtime] if isinstance(cell, InheritedCell) else technology


def _found(package: Package) -> bool:
    return isinstance(package, CheckedPackage) and package.found


def _is_own(technology: Technology, cell: Cell, url: str) -> bool:
    host, path = urlsplit(url).netloc, urlsplit(url).path
    if host in {urlsplit(technology.documentation).netloc, urlsplit(technology.homepage).netloc}:
        return True
    repository = urlsplit(technology.repository)
    account = repository.path.strip("/").partition("/")[0]
    if host == repository.netloc and path.strip("/").partition("/")[0] == account:
        return True
    return any(_names(url, package.name) for package in cell.packages)


def _names(url: str, package: str) -> bool:
    """Whether every part of the package's name stands in the address, whatever joins words in it."""
    address = _plain(url)
    parts = package.rpartition(":")[2].split("/")
    return all(_plain(part) in address for part in parts if part.strip("v0123456789"))


def _plain(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _wanted_by(catalogue: Catalogue, technology: Technology, due: tuple[Due, ...], address: str) -> WantedBy:
    again = tuple(Wanted(item.name, item.address, f"last read on {day(item.fact.read)}", address) for item in due)
    own = (*_unknown(catalogue, technology, address), *again[:LISTED])
    return WantedBy(f"wanted-{technology.id}", technology.name, own, len(again[LISTED:]))


def _unknown(catalogue: Catalogue, technology: Technology, edit: str) -> Iterator[Wanted]:
    """What is inherited is wanted where it stands."""
    page = links.technology(technology.id)
    for feature in catalogue.features:
        cell = technology.features[feature.id]
        if cell.support is Support.UNKNOWN and not isinstance(cell, InheritedCell):
            yield Wanted(feature.name, f"{page}#{feature.id}", "not known yet", edit)
    inherited = {name.replace("_", "-") for name in OF_THE_RUNTIME} if technology.runs_on else set()
    for row in fact_rows(technology):
        if not row.known and row.key not in inherited:
            yield Wanted(row.label, f"{page}#fact-{row.key}", "not known yet", edit)
