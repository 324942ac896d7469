"""How old each fact may become before it has to be read again, and when it was read last.

A fact of several sources is as old as the one that was read last. A fact of several items, such as the places that it
can be hosted at, is as old as the oldest of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from backend_atlas.clock import later
from backend_atlas.model.base import Source
from backend_atlas.model.cells import Cell, InheritedCell, MachineReading
from backend_atlas.model.fact import Fact
from backend_atlas.model.technology import HostedTechnology, Technology
from backend_atlas.model.vocabulary import Term
from backend_atlas.source import Location


class Budget(Term):
    """A kind of fact, and how many months may pass before it is read again. The one place that says so."""

    months: int

    def __new__(cls, value: str, label: str, months: int, meaning: str) -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label, term.months, term.meaning = label, months, meaning
        return term

    RELEASES = (
        "releases",
        "Releases and support",
        6,
        "The newest release, the supported lines with their ends, and the releases of the platform that are supported. "
        "They change several times a year.",
    )
    PACKAGES = (
        "packages",
        "Packages in cells",
        6,
        "Release, date and licence of a package. A program that finds the same release in the registry renews them.",
    )
    CELLS = ("cells", "Cells", 12, "The level, the note and the package's name. Most projects release once a year.")
    FACTS = (
        "facts",
        "Typed facts",
        12,
        "Kind, licence, governance, hosting, and every other fact that is not named here.",
    )
    FIGURES = (
        "figures",
        "Figures",
        12,
        "What was counted, some of it over twelve months: contributors, the Scorecard, the default install, use.",
    )
    TEXTS = (
        "texts",
        "Texts",
        18,
        "What it is, is not and needs, strengths, limits, and what is often said. They change with a major release.",
    )
    HISTORY = ("history", "The past", 36, "The first stable release. Only its source can go away.")

    def oldest(self, today: date) -> date:
        """What was read before this day is over the budget."""
        return later(today, -self.months)

    def is_over(self, read: date, today: date) -> bool:
        """Whether a fact that was read last on `read` has to be read again."""
        return read < self.oldest(today)


OF_FACTS = {
    "latest": Budget.RELEASES,
    "support": Budget.RELEASES,
    "platform": Budget.RELEASES,
    "default_packages": Budget.FIGURES,
    "maintainers": Budget.FIGURES,
    "scorecard": Budget.FIGURES,
    "hiring_pool": Budget.FIGURES,
    "adoption": Budget.FIGURES,
    "first_stable": Budget.HISTORY,
}
"""The budgets of typed facts that are not `Budget.FACTS`."""

TEXTS = ("summary", "purpose", "is_not", "needs", "often_said", "strengths", "limits")


@dataclass(frozen=True)
class Dated:
    """One fact of a technology: where it stands in the file, its budget, and the day it was read last."""

    location: Location
    budget: Budget
    read: date

    @property
    def due(self) -> date:
        """The last day within its budget."""
        return later(self.read, self.budget.months)


def of_fact(name: str) -> Budget:
    """The budget of a typed fact."""
    return OF_FACTS.get(name, Budget.FACTS)


def dated(technology: Technology) -> Iterator[Dated]:
    """Every fact of a file that has a source, in the order of the page. What is inherited is its runtime's."""
    for name in TEXTS:
        found = getattr(technology, name)
        for index, item in enumerate(found if isinstance(found, tuple) else [found]):
            location = (name, index) if isinstance(found, tuple) else (name,)
            yield Dated(location, Budget.TEXTS, _last(item.sources))
    inherited = technology.inherited_facts if isinstance(technology, HostedTechnology) else frozenset()
    for name, fact in technology.facts:
        if name not in inherited and (read := fact_read(technology, name, fact)):
            yield Dated(("facts", name), of_fact(name), read)
    for name, cell in technology.features.items():
        if not isinstance(cell, InheritedCell):
            yield from _of_cell(name, cell)


def fact_read(technology: Technology, name: str, fact: Fact) -> date | None:
    """The day a typed fact was read last. None where it has no source, because it is unknown."""
    groups = [fact.sources, *(item.sources for item in getattr(fact, "items", ()))]
    read = min((_last(sources) for sources in groups if sources), default=None)
    machine = technology.package.machine if technology.package else None
    if read and name == "latest":
        return _renewed(read, getattr(fact, "value", None), machine)
    return read


def cell_read(cell: Cell) -> date | None:
    """The day a cell was read last. None where it has no source."""
    return _last(cell.sources) if cell.sources else None


def _of_cell(name: str, cell: Cell) -> Iterator[Dated]:
    if read := cell_read(cell):
        yield Dated(("features", name), Budget.CELLS, read)
    for field, package in cell.packages_by_place.items():
        renewed = _renewed(package.checked, package.release, package.machine)
        yield Dated(("features", name, *field), Budget.PACKAGES, renewed)


def _renewed(read: date, release: str | None, machine: MachineReading | None) -> date:
    """A program that found the same release read it again. One that found another did not."""
    return max(read, machine.read) if machine and machine.release == release else read


def _last(sources: Iterable[Source]) -> date:
    return max(source.checked for source in sources)
