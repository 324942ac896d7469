"""The typed facts: what is known of a technology besides its features.

A fact that could not be established says `unknown:` and what was tried, in place of everything else.
"""

from typing import Annotated, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backend_atlas.model.base import Count, Day, Line, Prose, Record, Slug, Source, Spdx, Version
from backend_atlas.model.vocabulary import (
    Concurrency,
    Ecosystem,
    Execution,
    Governance,
    Hosting,
    Kind,
    Language,
    Maintainers,
    Platform,
    Pool,
)

T = TypeVar("T")
Loose = Annotated[T, Field(strict=False)]


class Fact(Record):
    """A statement of a fixed type with its sources, or what was tried to find it."""

    unknown: Prose | None = None
    """What was tried, when the fact could not be established."""
    note: Prose | None = None
    """What a reader should know about the value."""
    sources: tuple[Source, ...] = Field(default=(), max_length=4)
    """Where the value can be checked."""

    @model_validator(mode="after")
    def _known_or_not(self) -> "Fact":
        content = self.model_fields_set - {"unknown", "note"}
        if self.unknown is not None:
            if content:
                raise _refusal("is both unknown and known", f"remove either unknown or {', '.join(sorted(content))}")
        elif missing := [name for name in self.required if getattr(self, name) in (None, ())]:
            raise _refusal(f"needs {' and '.join(missing)}", "or `unknown:` with what was tried")
        return self

    @property
    def required(self) -> tuple[str, ...]:
        """The fields without which a known fact is not complete."""
        return ("value", "sources") if "value" in type(self).model_fields else ("sources",)


def _refusal(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("fact", "{message}", {"message": message, "hint": hint})


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
    """Our version, tried with a real request."""

    @property
    def required(self) -> tuple[str, ...]:
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

    @property
    def required(self) -> tuple[str, ...]:
        return ("items",)


class Release(Record):
    """One release line and how long it is supported."""

    name: Version
    """The line, as in "6.1"."""
    released: Day
    """Its first release."""
    active_until: Day | None = None
    """The end of general bug fixes, where the project has such a phase."""
    ends: Day | None = None
    """The end of security fixes. Left out where the project publishes no date."""
    lts: bool = False
    """True for long-term support."""


class SupportFact(Fact):
    """Which release lines are supported, and until when. Newest first."""

    releases: tuple[Release, ...] = ()
    """Every supported line, and the newest that has ended."""
    cadence: Prose | None = None
    """How often new lines appear."""
    lts_months: Count | None = None
    """Months of support of a long-term release."""
    endoflife: Slug | None = None
    """Its id at endoflife.date."""

    @property
    def required(self) -> tuple[str, ...]:
        return ("releases", "cadence", "sources")


class GovernanceFact(Fact):
    """Who decides."""

    value: Loose[Governance] | None = None
    body: Line | None = None
    """The name of the foundation, company or group."""


class MaintainersFact(Fact):
    """How many people carry the work."""

    value: Loose[Maintainers] | None = None
    people: Count | None = None
    """People with at least 5 % of the commits of the period."""
    commits: Count | None = None
    """All commits of the period that were counted."""
    command: Line | None = None
    """How it was counted."""
    period: Line | None = None
    """The twelve months."""


class ScorecardFact(Fact):
    """The OpenSSF Scorecard."""

    value: Annotated[float, Field(ge=0, le=10)] | None = None
    date: Day | None = None
    """The day of the score."""


class LicenceFact(Fact):
    """The licence, by SPDX identifier."""

    value: Spdx | None = None


class DatedReleaseFact(Fact):
    """A release and its date."""

    value: Version | None = None
    date: Day | None = None
    """The day it was released."""


class EcosystemsFact(Fact):
    """Libraries that can be called in the same process."""

    value: tuple[Loose[Ecosystem], ...] = ()


class PoolFact(Fact):
    """How many people there are to hire. Shown, never scored."""

    value: Loose[Pool] | None = None


class AdoptionFigure(Record):
    """One figure on how widely it is used. Shown, never scored."""

    figure: Prose
    """The figure with what was counted."""
    date: Line
    """When it was counted."""
    sources: tuple[Source, ...] = Field(min_length=1, max_length=2)
    """Where it stands."""


class AdoptionFact(Fact):
    """How widely it is used."""

    items: tuple[AdoptionFigure, ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        return ("items",)


class Facts(Record):
    """Every typed fact of one technology."""

    kind: KindFact
    """What sort of thing it is: runtime, micro-framework, API framework or full-stack framework."""
    platform: PlatformFact
    """What it runs on."""
    languages: LanguagesFact
    """The languages its documentation is written for."""
    layout_required: FlagFact
    """Whether a project has to follow a folder layout. A generator that suggests one does not require it."""
    default_packages: DefaultPackagesFact
    """Packages in a fresh default install."""
    smallest_app: SmallestAppFact
    """The shortest application in the official documentation."""
    execution: ExecutionFact
    """How the code runs."""
    concurrency: ConcurrencyFact
    """How the documented default deployment serves several requests at a time."""
    hosting: HostingFact
    """Where it can run."""
    support: SupportFact
    """Release lines and how long they are supported."""
    governance: GovernanceFact
    """Who decides."""
    maintainers: MaintainersFact
    """How many people carry the work."""
    security_process: FlagFact
    """Whether there is a private channel for reports and a feed of advisories."""
    scorecard: ScorecardFact
    """The OpenSSF Scorecard."""
    licence: LicenceFact
    """The licence."""
    first_stable: DatedReleaseFact
    """The first stable release."""
    latest: DatedReleaseFact
    """The newest release."""
    ecosystems: EcosystemsFact
    """Libraries in the same process because of the platform."""
    hiring_pool: PoolFact
    """People to hire."""
    adoption: AdoptionFact
    """Figures on use."""
