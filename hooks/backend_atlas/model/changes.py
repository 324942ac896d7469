"""What changed in the data, told to readers: the files in `changes/`, one a month."""

from pydantic import Field

from backend_atlas.model.base import Day, Line, Prose, Record, Slug
from backend_atlas.model.fact import Loose
from backend_atlas.model.vocabulary import Support, Term


class ChangeKind(Term):
    """What sort of change it is."""

    NEW = ("new", "New", "Something that was not there before: a technology, a feature, a part of the data.")
    CORRECTED = ("corrected", "Corrected", "What stood here was wrong when it was written.")
    UPDATED = ("updated", "Updated", "The technology or a package changed, and the data followed.")
    REDEFINED = ("redefined", "Defined anew", "A definition or the procedure was mended, and cells followed.")
    REMOVED = ("removed", "Removed", "Something is gone, and why.")


class ChangedCell(Record):
    """One cell that changed."""

    technology: Slug
    """The technology."""
    feature: Slug
    """The feature."""
    before: Loose[Support] | None = None
    """The level before. Left out, together with `after`, where only the note, the package or a source changed."""
    after: Loose[Support] | None = None
    """The level since."""


class Change(Record):
    """One change that a reader of the site may want to know of. An entry of the feeds."""

    id: Slug
    """What it is known by in its address and in feed readers. Never changes, and is never used again."""
    date: Day
    """The day of the change. It lies in the month that the file is named after."""
    kind: Loose[ChangeKind]
    """What sort of change it is."""
    title: Line
    """What changed, in a few words."""
    text: Prose
    """What a reader should know about it, and why it was done."""
    technologies: tuple[Slug, ...] = ()
    """Whom it concerns, beside the technologies of `cells`. Without both, it is about the atlas as a whole."""
    cells: tuple[ChangedCell, ...] = ()
    """The cells that changed."""

    @property
    def about(self) -> frozenset[str]:
        """The ids of the technologies that it concerns."""
        return frozenset((*self.technologies, *(cell.technology for cell in self.cells)))


class Changes(Record):
    """A file `changes/<year>-<month>.yml`."""

    changes: tuple[Change, ...] = Field(min_length=1)
    """The changes of the month, the newest first."""
