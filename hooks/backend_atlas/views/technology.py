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
from backend_atlas.views.facts import FactRow, day, fact_rows, kind_label, support_end
from backend_atlas.views.freshness import Freshness, freshness
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
        glance=_glance(technology),
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


def _glance(technology: Technology) -> tuple[Glance, ...]:
    facts = technology.facts
    rows = {row.key: row for row in fact_rows(technology)}
    released = f"released {day(facts.latest.date)}" if facts.latest.date else ""
    derived, age = structure(technology), freshness([technology])
    return (
        Glance("Newest release", facts.latest.value or technology.release, released, "tag-outline"),
        Glance("Supported", support_end(technology), icon="calendar-clock-outline"),
        Glance(
            "Facts read", _days(age), f"for {technology.release}, from {age.sources} sources", "text-box-check-outline"
        ),
        Glance("Licence", rows["licence"].values[0], icon="scale-balance"),
        Glance("Runs on", rows["platform"].values[0], ", ".join(rows["languages"].values), "server-outline"),
        Glance("Structure", derived.label, derived.meaning, "sitemap-outline"),
    )


def _days(age: Freshness) -> str:
    return day(age.newest) if age.oldest == age.newest else f"{day(age.oldest)} to {day(age.newest)}"


def _said(catalogue: Catalogue, claim: Claim) -> SaidView:
    found = {
        feature.id: (feature, links.feature(group.id, feature.id))
        for group in catalogue.groups
        for feature in group.features
    }
    return SaidView(claim, tuple(found[name] for name in claim.features))
