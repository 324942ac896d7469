"""What changed in the data: the list for readers, and what each feed holds."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.model.changes import Change, ChangedCell
from backend_atlas.views.freshness import freshness
from backend_atlas.views.matrix import Column

LATEST = 3
"""Changes on the home page and on the page of a technology. All of them stand on a page of their own."""

ENTRIES = 100
"""The most changes that a feed holds."""


@dataclass(frozen=True)
class CellView:
    """One cell that changed."""

    name: str
    address: str
    levels: str
    """`Built in, before: official package`. Empty where the level is the same."""


@dataclass(frozen=True)
class ChangeView:
    """One change."""

    change: Change
    address: str
    about: tuple[Column, ...]
    """The technologies that it concerns. None: the atlas as a whole."""
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class MonthView:
    """The changes of one month."""

    anchor: str
    name: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True)
class FeedView:
    """What one feed holds."""

    address: str
    title: str
    page: str
    """The page that it belongs to."""
    updated: date
    entries: tuple[ChangeView, ...]


@dataclass(frozen=True)
class ChangesView:
    """The page of all changes."""

    months: tuple[MonthView, ...]
    feeds: tuple[Column, ...]
    """The feed of each technology."""


def changes_view(catalogue: Catalogue) -> ChangesView:
    """Every change, by month, the newest first."""
    months = groupby(change_views(catalogue), key=lambda view: view.change.date.replace(day=1))
    technologies = catalogue.technologies.values()
    return ChangesView(
        tuple(MonthView(f"in-{month:%Y-%m}", f"{month:%B %Y}", tuple(views)) for month, views in months),
        tuple(Column(item.name, links.feed(item.id)) for item in technologies),
    )


def latest_changes(catalogue: Catalogue, technology_id: str = "") -> tuple[ChangeView, ...]:
    """The newest few: of all, or of one technology."""
    return change_views(catalogue, technology_id)[:LATEST]


def change_views(catalogue: Catalogue, technology_id: str = "") -> tuple[ChangeView, ...]:
    """The changes, the newest first: all, or those that concern one technology."""
    names = {technology.id: technology.name for technology in catalogue.technologies.values()}
    features = {feature.id: feature.name for feature in catalogue.features}
    found = (change for change in catalogue.news if not technology_id or technology_id in change.about)
    return tuple(_change(change, names, features) for change in found)


def feed_views(catalogue: Catalogue, memory: Memory | None = None) -> tuple[FeedView, ...]:
    """The feed of all changes, and one a technology: also where nothing changed yet, so that it can be followed."""
    technologies = tuple(catalogue.technologies.values())
    newest = freshness(technologies, memory).newest
    everything = _feed("Backend Atlas", links.CHANGES, newest, change_views(catalogue))
    own = (
        _feed(item.name, links.technology(item.id), freshness((item,), memory).newest, views, item.id)
        for item in technologies
        for views in [change_views(catalogue, item.id)]
    )
    return (everything, *own)


def _feed(name: str, page: str, newest: date, views: tuple[ChangeView, ...], id: str = "") -> FeedView:
    """Without a change, it is as old as the newest fact."""
    updated = views[0].change.date if views else newest
    title = f"{name} in the Backend Atlas: changes" if id else f"{name}: changes of the data"
    return FeedView(links.feed(id), title, page, updated, views[:ENTRIES])


def _change(change: Change, names: dict[str, str], features: dict[str, str]) -> ChangeView:
    about = sorted(change.about, key=lambda it: (names[it].casefold(), it))
    return ChangeView(
        change,
        links.change(change.id),
        tuple(Column(names[id], links.technology(id)) for id in about),
        tuple(_cell(cell, f"{features[cell.feature]} in {names[cell.technology]}") for cell in change.cells),
    )


def _cell(cell: ChangedCell, name: str) -> CellView:
    levels = f"{cell.after.label}, before: {cell.before.label.lower()}" if cell.before and cell.after else ""
    return CellView(name, f"{links.technology(cell.technology)}#{cell.feature}", levels)
