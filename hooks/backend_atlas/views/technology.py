"""The page of one technology."""

from dataclasses import dataclass
from datetime import date

from backend_atlas import links
from backend_atlas.model import Catalogue, Feature, Technology
from backend_atlas.model.project_facts import SupportFact
from backend_atlas.model.structure import structure
from backend_atlas.model.technical_facts import SmallestAppFact
from backend_atlas.model.technology import Claim
from backend_atlas.views.box import Box, LevelCount, box, counted
from backend_atlas.views.changes import ChangeView, latest_changes
from backend_atlas.views.facts import FactRow, day, fact_rows, kind_label, newest, support_end
from backend_atlas.views.freshness import Freshness, age, dues, freshness
from backend_atlas.views.matrix import Matrix, matrices
from backend_atlas.views.related import Alternative, alternatives
from backend_atlas.views.timeline import Timeline, timeline


@dataclass(frozen=True)
class Glance:
    """One line of the overview at the top."""

    label: str
    value: str
    detail: str = ""
    icon: str = ""
    """The name of an icon, see `render.Icons`."""


@dataclass(frozen=True)
class SaidView:
    """A common claim with the features that answer it."""

    claim: Claim
    features: tuple[tuple[Feature, str], ...]


@dataclass(frozen=True)
class TechnologyView:
    """Everything the page prints."""

    technology: Technology
    kind: str
    glance: tuple[Glance, ...]
    due: int
    """How many facts are over their budget."""
    said: tuple[SaidView, ...]
    smallest_app: SmallestAppFact
    support: SupportFact
    timeline: Timeline
    facts: tuple[FactRow, ...]
    levels: tuple[LevelCount, ...]
    box: Box
    groups: tuple[Matrix, ...]
    alternatives: tuple[Alternative, ...]
    changes: tuple[ChangeView, ...]
    """The newest few."""


def technology_view(catalogue: Catalogue, technology: Technology, today: date) -> TechnologyView:
    """The view of one technology, as of `today`."""
    facts = technology.facts
    groups = matrices(catalogue, (technology,))
    return TechnologyView(
        technology=technology,
        kind=kind_label(technology),
        glance=_glance(technology, today),
        due=len(dues(technology, catalogue, today, {})),
        said=tuple(_said(catalogue, claim) for claim in technology.often_said),
        smallest_app=facts.smallest_app,
        support=facts.support,
        timeline=timeline([technology], today),
        facts=fact_rows(technology),
        levels=counted(technology.features.values()),
        box=box(groups),
        groups=groups,
        alternatives=alternatives(catalogue, technology),
        changes=latest_changes(catalogue, technology.id),
    )


def _glance(technology: Technology, today: date) -> tuple[Glance, ...]:
    rows = {row.key: row for row in fact_rows(technology)}
    latest, derived, read = newest(technology), structure(technology), freshness([technology])
    by_program = f", read in {latest.registry} by a program" if latest.registry else ""
    released = f"released {day(latest.date)}{by_program}" if latest.date else ""
    return (
        Glance("Newest release", latest.release, released, "tag-outline"),
        Glance("Supported", support_end(technology), icon="calendar-clock-outline"),
        Glance("Facts read", _days(read), _read_for(technology, read, today), "text-box-check-outline"),
        Glance("Licence", rows["licence"].values[0], icon="scale-balance"),
        Glance("Runs on", rows["platform"].values[0], ", ".join(rows["languages"].values), "server-outline"),
        Glance("Structure", derived.label, derived.meaning, "sitemap-outline"),
    )


def _days(read: Freshness) -> str:
    return day(read.newest) if read.oldest == read.newest else f"{day(read.oldest)} to {day(read.newest)}"


def _read_for(technology: Technology, read: Freshness, today: date) -> str:
    since = "at most " if read.oldest != read.newest else ""
    return f"for {technology.release}, from {read.sources} sources, {since}{age(read.oldest, today)}"


def _said(catalogue: Catalogue, claim: Claim) -> SaidView:
    found = {
        feature.id: (feature, links.feature(group.id, feature.id))
        for group in catalogue.groups
        for feature in group.features
    }
    return SaidView(claim, tuple(found[name] for name in claim.features))
