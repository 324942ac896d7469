"""Two data folders in, one `Difference` out. The pages of the base are built in a second process."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from backend_atlas.difference import answers
from backend_atlas.difference.answers import CellChange, Said
from backend_atlas.difference.decisions import Decisions, Moved, deciding_part, decisions, moved
from backend_atlas.difference.pages import PageChange, page_changes
from backend_atlas.difference.sides import read_side, side
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
        """The cells of technologies and features that are in both, and what is answered of new ones: that has sources
        to open. What is gone, or new and not known yet, is told as a whole.
        """
        gone = {id for id, _ in (*self.technologies_removed, *self.features_removed)}
        new = {id for id, _ in (*self.technologies_added, *self.features_added)}
        return tuple(
            cell
            for cell in self.cells
            if not {cell.technology, cell.feature} & gone and (cell.known or not {cell.technology, cell.feature} & new)
        )


def compare(base: Folder, now: Folder, today: date, sets: int) -> Difference:
    """Reads both folders, builds the pages of both, and decides `sets` generated answers by both.

    Raises `DataError` where the data of now have problems. A base that the models or the rules of today refuse is
    compared as far as its technologies can be read.
    """
    after = load(now.path, today, now.name)
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        half = process.submit(read_side, base.path, base.name, today)
        try:
            before = load(base.path, today, base.name)
        except DataError as error:
            return _in_part(base, after, error)
        guides = Deciding.of(before, today), Deciding.of(after, today)
        same, found = _generated(*guides, sets)
        other, one = side(after, guides[1], today), half.result()
    decided = decisions(one, other, found, same_basis=same) if all(guides) else None
    pages = tuple(page_changes(one.pages, other.pages))
    return replace(said(base.shown, before, after), pages=pages, decisions=decided)


def _generated(before: Deciding | None, after: Deciding | None, sets: int) -> tuple[bool, Moved | None]:
    """Whether both decide alike, and if not, how many results move."""
    if before is None or after is None:
        return False, None
    if deciding_part(before.basis) == deciding_part(after.basis):
        return True, None
    return False, moved(before, after, sets)


def _in_part(base: Folder, after: Catalogue, refused: DataError) -> Difference:
    count, first = len(refused.problems), refused.problems[0]
    why = f"the data of {base.shown} do not fit the models and rules of today: {_count(count)}, the first is {first}"
    try:
        before = load_answers(base.path, base.name)
    except DataError:
        return Difference(base.shown, unread=f"{why}. Nothing was compared.")
    return said(
        base.shown, before, after, unread=f"{why}. Cells, facts and texts were compared; pages and results were not."
    )


def _count(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


def said(base: str, before: Catalogue, after: Catalogue, unread: str = "") -> Difference:
    """What the files say otherwise, without pages and results."""
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
