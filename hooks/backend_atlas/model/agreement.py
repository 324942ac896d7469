"""How well the coding of cells can be trusted: `coding-agreement.yml`, the second coding and the audits."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from backend_atlas.model.base import Count, Day, Line, Prose, Record, Slug
from backend_atlas.model.fact import Loose
from backend_atlas.model.vocabulary import Support, Term

People = Annotated[int, Field(ge=1)]
"""How many people."""


class Mended(StrEnum):
    """What was changed after two codings had differed."""

    CELL = "cell"
    """The first coding was wrong, and the cell was mended."""
    SECOND_CODING = "second-coding"
    """The second coding was wrong; the cell stays."""
    DEFINITION = "definition"
    """Both could be defended; the definition of the feature, or the procedure, was made clearer."""


class Coding(Record):
    """What one coder decided."""

    support: Loose[Support]
    """The level."""
    partial: Literal[True] | None = None
    """Set where no level meets the whole definition."""


class CellCodedTwice(Record):
    """One cell and its two codings, as they were before anything was mended."""

    feature: Slug
    """The feature."""
    technology: Slug
    """The technology."""
    first: Coding
    """By whoever wrote the cell."""
    second: Coding
    """By somebody who had not seen the first."""
    decided: Line | None = None
    """Where they differ: what decided."""
    mended: tuple[Loose[Mended], ...] = ()
    """Where they differ: what was changed for it."""

    @property
    def same_level(self) -> bool:
        """Whether both chose the same level."""
        return self.first.support is self.second.support

    @property
    def same(self) -> bool:
        """Whether both chose the same level and the same mark."""
        return self.first == self.second


class SecondCoding(Record):
    """A part of the cells, coded a second time by people who did not see the first coding."""

    began: Day
    """The first day of the second coding."""
    ended: Day
    """The last day of it."""
    first_coders: People
    """How many people wrote the cells."""
    second_coders: People
    """How many coded them again."""
    how: Prose
    """How the cells were chosen, and what the second coders were shown."""
    cells: tuple[CellCodedTwice, ...] = Field(min_length=1)
    """Every cell that was coded twice."""


class AuditOutcome(Term):
    """What became of a cell that was held against the page it cites."""

    CONFIRMED = ("confirmed", "Confirmed", "The page says what the cell says.")
    WRONG_LEVEL = ("wrong-level", "Wrong level", "By the definition, another level is right.")
    WRONG_PACKAGE = ("wrong-package", "Wrong package", "The level is right, and the package is not.")
    WRONG_NOTE = ("wrong-note", "Wrong note", "The level is right, and the note says something that is not so.")
    NOT_IN_SOURCE = ("not-in-source", "Not in the source", "The cited page does not say it.")
    NOT_READ = ("not-read", "Could not be read", "The page was not reached. It counts neither way.")


class AuditedCell(Record):
    """One cell that was held against the page it cites."""

    feature: Slug
    """The feature."""
    technology: Slug
    """The technology."""
    outcome: Loose[AuditOutcome]
    """What became of it."""
    checked: Day
    """The day the page was read."""
    found: Line | None = None
    """What the page says, where the cell was not confirmed."""


class Audit(Record):
    """Cells drawn at random and held against their sources by people who had not written them."""

    date: Day
    """The last day of the audit."""
    auditors: People
    """How many people."""
    how: Prose
    """How the cells were drawn, and what was done with what was wrong."""
    cells: tuple[AuditedCell, ...] = ()
    """Every cell of the audit."""
    counts: dict[Loose[AuditOutcome], Count] = Field(default={})
    """How many ended how. Only for an audit whose cells were not written down."""

    def number(self, outcome: AuditOutcome) -> int:
        """How many cells ended so."""
        return self.counts.get(outcome, 0) + sum(cell.outcome is outcome for cell in self.cells)

    @property
    def read(self) -> int:
        """How many cells could be held against their pages."""
        return sum(self.number(outcome) for outcome in AuditOutcome if outcome is not AuditOutcome.NOT_READ)

    @property
    def wrong_levels(self) -> int:
        """How many levels were wrong."""
        return self.number(AuditOutcome.WRONG_LEVEL)

    @property
    def errors(self) -> int:
        """How many cells were not confirmed, for whatever reason."""
        return self.read - self.number(AuditOutcome.CONFIRMED)


class CodingAgreement(Record):
    """The file `coding-agreement.yml`."""

    second_coding: SecondCoding | None = None
    """The second coding."""
    audits: tuple[Audit, ...] = Field(min_length=1)
    """Every audit. The guide takes the rate of wrong levels of the newest."""

    @property
    def newest(self) -> Audit:
        """The newest audit. Of one day, the one that stands first."""
        return max(self.audits, key=lambda audit: audit.date)
