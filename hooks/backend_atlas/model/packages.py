"""What the registries said of the packages that cells name: `evidence/packages.json`, written by `atlas packages`."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backend_atlas.clock import later
from backend_atlas.model.base import Day, Line, Record
from backend_atlas.model.cells import Package
from backend_atlas.model.fact import Loose
from backend_atlas.model.vocabulary import Registry

MONTHS = 24
"""A package is alive if its newest release is not older than this."""

RegistryVersion = Annotated[str, Field(min_length=1, max_length=100)]
"""A version as the registry writes it."""


class CheckOutcome(StrEnum):
    """What became of the question whether something is in a registry."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    """The registry answered that it has no such thing."""
    NOT_FETCHED = "not-fetched"
    """There was no answer, or none that says either. It tells nothing about the package."""


class Dated(StrEnum):
    """What the date of a release is."""

    PUBLISHED = "published"
    """The day it was published."""
    BY = "by"
    """A day on which it was there. It may have been published earlier: a copy of a registry says when it saw it."""
    COMMITTED = "committed"
    """The day of the commit that it is made from."""


class RegistryRelease(Record):
    """A release, as the registry has it."""

    version: RegistryVersion
    """The version."""
    date: Day | None = None
    """Its day in UTC, where the registry says it."""
    dated: Annotated[Dated, Field(strict=False)] | None = None
    """What the day is."""


class NamedRelease(RegistryRelease):
    """The release that a cell names, and whether the registry has it."""

    outcome: Annotated[CheckOutcome, Field(strict=False)]
    """Whether it is there."""
    withdrawn: Line | None = None
    """Yanked, retracted or unlisted, in the registry's words."""


class PackageCheck(Record):
    """What one registry said of one package."""

    registry: Loose[Registry]
    """The registry."""
    name: Line
    """The exact name that cells give."""
    checked: Day
    """The day the registry was asked."""
    outcome: Annotated[CheckOutcome, Field(strict=False)]
    """Whether the package is there."""
    reason: Line | None = None
    """Why there was no answer."""
    newest: RegistryRelease | None = None
    """The newest stable release. Where there is none, the newest of all."""
    ended: Line | None = None
    """Deprecated, archived or abandoned, in the registry's words."""
    named: tuple[NamedRelease, ...] = ()
    """The releases that cells name."""

    @model_validator(mode="after")
    def _told_as_it_ended(self) -> "PackageCheck":
        wanted = {CheckOutcome.FOUND: "newest", CheckOutcome.NOT_FETCHED: "reason"}.get(self.outcome)
        given = {name for name in ("newest", "reason", "ended", "named") if getattr(self, name)}
        allowed = {"newest", "ended", "named"} if self.outcome is CheckOutcome.FOUND else {wanted}
        if (wanted and wanted not in given) or given - allowed:
            message = f"is {self.outcome.value} and does not carry what that needs"
            raise PydanticCustomError(
                "check", "{message}", {"message": message, "hint": "write it anew: make packages"}
            )
        return self

    @property
    def alive(self) -> bool | None:
        """Whether the newest release lies within 24 months of the check. None where its day does not tell."""
        if self.newest is None or self.newest.date is None:
            return None
        recent = self.newest.date >= later(self.checked, -MONTHS)
        return None if recent and self.newest.dated is Dated.BY else recent

    @property
    def key(self) -> tuple[Registry, str]:
        """What it is about."""
        return self.registry, self.name


class PackageChecks(Record):
    """The file `evidence/packages.json`."""

    packages: tuple[PackageCheck, ...]
    """By registry and name."""


class CheckedPackage(Package):
    """A package of a cell with what its registry said. Never written in a file."""

    check: PackageCheck | None
    """None where its registry was not asked yet."""

    @property
    def found(self) -> bool:
        """Whether its registry has it, and has the release that the cell names."""
        named = {item.version: item.outcome for item in self.check.named} if self.check else {}
        return named.get(self.release) is CheckOutcome.FOUND
