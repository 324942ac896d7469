"""The answer of one technology to one question."""

from typing import Annotated, Literal

from pydantic import Field

from backend_atlas.model.base import Day, Label, Line, Prose, Record, Slug, Source, Spdx, Version
from backend_atlas.model.vocabulary import Registry, Support
from backend_atlas.source import Location

READ_BY_PROGRAM = (Registry.NPM, Registry.PYPI)
"""The registries that name the licence and what is deprecated beside the newest release."""


class MachineReading(Record):
    """What a registry said of the newest release.

    Written by `atlas refresh`, never by hand. Nobody has looked at it.
    """

    release: Version
    """The newest stable release there."""
    released: Day | None = None
    """The day it was published, in UTC. Left out where the registry does not say."""
    licence: Spdx | None = None
    """The licence of that release. Left out where the registry names none by its SPDX identifier."""
    deprecated: Line | None = None
    """Deprecated, archived or quarantined, in the registry's words."""
    read: Day
    """The day a program read it. The day somebody looked at it is `checked`, and no program changes that."""


class Published(Record):
    """Something that is published in a registry."""

    registry: Annotated[Registry, Field(strict=False)]
    """The registry it is published in."""
    name: Line
    """Its exact name there."""
    machine: MachineReading | None = None
    """What the registry said when a program asked. `atlas refresh` writes all that stands below it."""


class Package(Published):
    """A package that provides a feature, as its registry describes it."""

    release: Version
    """The newest stable release on the day it was checked."""
    released: Day
    """The date of that release."""
    licence: Spdx
    """Its licence."""
    checked: Day
    """The day somebody read the registry."""
    maintained: Source | None = None
    """Where it says, within twelve months, that it is stable and maintained. For a release over two years old."""


class Cell(Record):
    """How one technology provides one feature."""

    support: Annotated[Support, Field(strict=False)]
    """The level. `data/README.md` says in which order to try them."""
    since: Version | None = None
    """The release of the technology that brought it, where a page says so."""
    note: Prose | None = None
    """What exactly is there and what is missing."""
    partial: Literal[True] | None = None
    """Set when no level meets the whole definition. The note says what is missing."""
    experimental: Literal[True] | None = None
    """Set when the project's documentation calls it experimental."""
    vendor: Literal[True] | None = None
    """Set when a community package is published by the vendor of what it connects to."""
    package: Package | None = None
    """The package that provides it, for the levels official and community."""
    alternatives: tuple[Package, ...] = Field(default=(), max_length=2)
    """Up to two other packages that meet the same conditions."""
    sources: tuple[Source, ...] = Field(default=(), max_length=4)
    """Where the answer can be checked. Every level but unknown needs one."""
    demonstrated_by: Slug | None = None
    """The task of the lab in which the sample of the technology shows it, as the cell says it is done."""

    @property
    def packages(self) -> tuple[Package, ...]:
        """Every package that it names, the first one first."""
        return tuple(self.packages_by_place.values())

    @property
    def packages_by_place(self) -> dict[Location, Package]:
        """The same, each by where the cell names it."""
        first: dict[Location, Package] = {("package",): self.package} if self.package else {}
        return first | {("alternatives", index): package for index, package in enumerate(self.alternatives)}

    @property
    def marks(self) -> tuple[str, ...]:
        """Its marks, in the order in which they are shown."""
        return tuple(name for name in ("partial", "experimental", "vendor") if getattr(self, name))


class InheritedCell(Cell):
    """The answer of the runtime, which holds for what runs on it. Never written in a file."""

    runtime: Slug
    """The technology whose file says it."""
    runtime_name: Label
    """How it is called."""
