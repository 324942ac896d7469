"""Two data folders in, one `Difference` out."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from backend_atlas.difference import answers
from backend_atlas.difference.answers import CellChange, Said
from backend_atlas.difference.decisions import Decisions, Moved, deciding_part, decisions, moved
from backend_atlas.difference.pages import PageChange, page_changes
from backend_atlas.difference.sides import side
from backend_atlas.load import load, load_answers
from backend_atlas.model import Catalogue
from backend_atlas.problems import DataError
from backend_atlas.views.guide import Deciding

Named = tuple[tuple[str, str], ...]
"""Ids with names."""


@dataclass(frozen=True)
class Folder:
    """A data folder."""

    path: Path
    name: str
    """How messages call it."""
    label: str = ""
    """How the report calls it, where that is not the same."""

    @property
    def shown(self) -> str:
        """How the report calls it."""
        return self.label or self.name


@dataclass(frozen=True)
class Difference:
    """What is different now."""

    base: str
    """What the data are compared with."""
    unread: str = ""
    """Why the base could not be compared, or not all of it. Empty where everything was."""
    technologies_added: Named = ()
    technologies_removed: Named = ()
    features_added: Named = ()
    features_removed: Named = ()
    cells: tuple[CellChange, ...] = ()
    facts: tuple[Said, ...] = ()
    texts: tuple[Said, ...] = ()
    vocabulary: tuple[Said, ...] = ()
    guide: tuple[Said, ...] = ()
    pages: tuple[PageChange, ...] | None = None
    """None where they were not compared."""
    decisions: Decisions | None = None
    """None where they were not compared, or where one of the two has no guide."""

    @property
    def single_cells(self) -> tuple[CellChange, ...]:
        """The cells of technologies and features that are in both. The others are told as a whole."""
        technologies = {id for id, _ in (*self.technologies_added, *self.technologies_removed)}
        features = {id for id, _ in (*self.features_added, *self.features_removed)}
        return tuple(
            cell for cell in self.cells if cell.technology not in technologies and cell.feature not in features
        )


def compare(base: Folder, now: Folder, today: date, sets: int) -> Difference:
    """Reads both folders, builds the pages of both, and decides `sets` generated answers by both.

    Raises `DataError` where the data of now have problems. A base that the models or the rules of today refuse is
    compared as far as its technologies can be read.
    """
    after = load(now.path, today, now.name)
    try:
        before = load(base.path, today, base.name)
    except DataError as error:
        return _in_part(base, after, error)
    with ProcessPoolExecutor(2) as processes:
        halves = [processes.submit(side, folder.path, folder.name, today) for folder in (base, now)]
        same, found = _generated(before, after, today, sets)
        one, other = (half.result() for half in halves)
    decided = decisions(one, other, found, same_basis=same) if before.guide and after.guide else None
    pages = tuple(page_changes(one.pages, other.pages))
    return replace(_said(base.shown, before, after), pages=pages, decisions=decided)


def _generated(before: Catalogue, after: Catalogue, today: date, sets: int) -> tuple[bool, Moved | None]:
    """Whether both decide alike, and if not, how many results move."""
    one, other = (Deciding.of(catalogue, today) for catalogue in (before, after))
    if one is None or other is None:
        return False, None
    if deciding_part(one.basis) == deciding_part(other.basis):
        return True, None
    return False, moved(one, other, sets)


def _in_part(base: Folder, after: Catalogue, refused: DataError) -> Difference:
    count, first = len(refused.problems), refused.problems[0]
    why = f"the data of {base.shown} do not fit the models and rules of today: {_count(count)}, the first is {first}"
    try:
        before = load_answers(base.path, base.name)
    except DataError:
        return Difference(base.shown, unread=f"{why}. Nothing was compared.")
    return _said(
        base.shown, before, after, unread=f"{why}. Cells, facts and texts were compared; pages and results were not."
    )


def _count(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


def _said(base: str, before: Catalogue, after: Catalogue, unread: str = "") -> Difference:
    technologies = [answers.technology_names(catalogue) for catalogue in (before, after)]
    features = [answers.feature_names(catalogue) for catalogue in (before, after)]
    return Difference(
        base,
        unread,
        technologies_added=answers.added(*technologies),
        technologies_removed=answers.added(*reversed(technologies)),
        features_added=answers.added(*features),
        features_removed=answers.added(*reversed(features)),
        cells=tuple(answers.cells(before, after)),
        facts=tuple(answers.facts(before, after)),
        texts=tuple(answers.texts(before, after)),
        vocabulary=tuple(answers.vocabulary(before, after)),
        guide=tuple(answers.guide(before, after)),
    )
