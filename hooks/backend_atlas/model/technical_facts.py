"""Facts about the technology itself: kind, platform, size, execution, hosting."""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Count, Line, Prose, Record, Source
from backend_atlas.model.fact import Fact, Loose
from backend_atlas.model.vocabulary import Concurrency, Ecosystem, Execution, Hosting, Kind, Language, Platform


class KindFact(Fact):
    """What sort of thing it is."""

    value: Loose[Kind] | None = None


class PlatformFact(Fact):
    """What it runs on."""

    value: Loose[Platform] | None = None
    version: Line | None = None
    """The releases of the platform that are supported, as in ">=3.12"."""


class LanguagesFact(Fact):
    """The languages its documentation is written for, the main one first."""

    value: tuple[Loose[Language], ...] = ()


class FlagFact(Fact):
    """True or false."""

    value: bool | None = None


class DefaultPackagesFact(Fact):
    """What a fresh default install brings, itself included and everything it depends on."""

    value: Count | None = None
    """Number of packages."""
    installed_bytes: Count | None = None
    """Sum of the sizes of the installed files, without compiled caches."""
    command: Line | None = None
    """The command that installs it."""


class SmallestAppFact(Fact):
    """The shortest application in the official documentation that runs, counted; and one of ours like it."""

    files: Count | None = None
    """Number of files of the official one."""
    lines: Count | None = None
    """Number of its lines, without blank ones and comments."""
    filename: Line | None = None
    """The file of our version."""
    language: Loose[Language] | None = None
    """Its language."""
    run: Line | None = None
    """The command that starts it."""
    code: Annotated[str, Field(min_length=10, max_length=2000)] | None = None
    """Our version. The note says whether it ran, and what a request was answered."""

    @classmethod
    def needed(cls) -> tuple[str, ...]:
        return ("files", "lines", "filename", "language", "run", "code", "sources")


class ExecutionFact(Fact):
    """How the code runs."""

    value: Loose[Execution] | None = None


class ConcurrencyFact(Fact):
    """How several requests are served at a time."""

    value: Loose[Concurrency] | None = None


class HostingTarget(Record):
    """One place where it can run, documented by the technology or by that place's vendor."""

    target: Loose[Hosting]
    """The sort of place."""
    note: Prose | None = None
    """What a reader should know."""
    sources: tuple[Source, ...] = Field(min_length=1, max_length=3)
    """The page that documents it."""


class HostingFact(Fact):
    """Where it can run."""

    items: tuple[HostingTarget, ...] = ()

    @classmethod
    def needed(cls) -> tuple[str, ...]:
        return ("items",)


class EcosystemsFact(Fact):
    """Libraries that can be called in the same process. An empty list: none of those that are compared."""

    value: tuple[Loose[Ecosystem], ...] = ()

    may_be_empty = frozenset({"value"})
