"""The home page and the indexes."""

from dataclasses import dataclass
from datetime import date

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Feature, Group, Technology
from backend_atlas.views.changes import ChangeView, latest_changes
from backend_atlas.views.demonstrations import Demonstration, demonstration
from backend_atlas.views.facts import FactRow, Newest, fact_rows, kind_label, newest, support_end
from backend_atlas.views.freshness import Freshness, freshness
from backend_atlas.views.matrix import Column
from backend_atlas.views.pairs import has_page
from backend_atlas.views.samples import SamplesView, samples_view

NEWS = 6
"""Releases on the home page. All of them stand in the list of technologies."""


@dataclass(frozen=True)
class Card:
    """One technology in a list."""

    technology: Technology
    address: str
    facts: dict[str, FactRow]
    newest: Newest
    support_end: str


@dataclass(frozen=True)
class Pairs:
    """One technology, with every other one and the page that compares both."""

    name: str
    kind: str
    others: tuple[Column, ...]


@dataclass(frozen=True)
class Example:
    """One cell of the atlas, shown to explain how cells are read."""

    technology: Technology
    feature: Feature
    address: str
    cell: Cell
    shown: Demonstration | None


@dataclass(frozen=True)
class GroupLink:
    """A group with its address and those of its features."""

    group: Group
    address: str
    features: tuple[tuple[Feature, str], ...]


@dataclass(frozen=True)
class News:
    """The newest release of a technology, and the one that its facts were read for."""

    technology: Technology
    address: str
    release: str
    date: date


@dataclass(frozen=True)
class OverviewView:
    """What the home page and the indexes print."""

    cards: tuple[Card, ...]
    pairs: tuple[Pairs, ...]
    groups: tuple[GroupLink, ...]
    features: int
    freshness: Freshness
    news: tuple[News, ...]
    changes: tuple[ChangeView, ...]
    """The newest changes of the data."""
    example: Example
    guide: bool
    """Whether the data hold a decision guide."""
    lab: SamplesView | None
    """The lab, where something in it was tested."""


def overview_view(catalogue: Catalogue, example: tuple[str, str], memory: Memory | None = None) -> OverviewView:
    """`example` names the technology and the feature whose cell is explained on the home page."""
    technologies = tuple(catalogue.technologies.values())
    lab = samples_view(catalogue, catalogue.lab) if catalogue.lab else None
    return OverviewView(
        cards=tuple(_card(technology) for technology in technologies),
        pairs=tuple(_pairs(catalogue, technology) for technology in technologies),
        groups=tuple(_group(group) for group in catalogue.groups),
        features=len(catalogue.features),
        guide=catalogue.guide is not None,
        lab=lab if lab and lab.newest else None,
        freshness=freshness(technologies, memory),
        news=_news(technologies),
        changes=latest_changes(catalogue),
        example=_example(catalogue, *example),
    )


def _card(technology: Technology) -> Card:
    rows = {row.key: row for row in fact_rows(technology)}
    return Card(technology, links.technology(technology.id), rows, newest(technology), support_end(technology))


def _news(technologies: tuple[Technology, ...]) -> tuple[News, ...]:
    found = [
        News(technology, links.technology(technology.id), latest.release, latest.date)
        for technology in technologies
        if (latest := newest(technology)).date
    ]
    return tuple(sorted(found, key=lambda item: item.date, reverse=True)[:NEWS])


def _pairs(catalogue: Catalogue, one: Technology) -> Pairs:
    others = [other for other in catalogue.technologies.values() if other is not one]
    paired = [other for other in others if has_page(catalogue, one.id, other.id)]
    return Pairs(one.name, kind_label(one), tuple(Column(other.name, links.pair(one.id, other.id)) for other in paired))


def _group(group: Group) -> GroupLink:
    features = tuple((feature, links.feature(group.id, feature.id)) for feature in group.features)
    return GroupLink(group, links.group(group.id), features)


def _example(catalogue: Catalogue, technology_id: str, feature_id: str) -> Example:
    technology = next((item for item in catalogue.technologies.values() if item.id == technology_id), None)
    technology = technology or next(iter(catalogue.technologies.values()))
    group, feature = next(
        ((group, feature) for group in catalogue.groups for feature in group.features if feature.id == feature_id),
        (catalogue.groups[0], catalogue.groups[0].features[0]),
    )
    shown = demonstration(catalogue, technology, feature.id)
    return Example(technology, feature, links.feature(group.id, feature.id), technology.features[feature.id], shown)
