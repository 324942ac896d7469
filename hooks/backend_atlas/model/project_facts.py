"""Facts about the project behind it: support, governance, people, licence, use."""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Count, Day, Line, Prose, Record, Slug, Source, Spdx, Version
from backend_atlas.model.fact import Fact, Loose
from backend_atlas.model.vocabulary import Governance, Maintainers, Pool


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

    @classmethod
    def needed(cls) -> tuple[str, ...]:
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

    @classmethod
    def needed(cls) -> tuple[str, ...]:
        return ("items",)
