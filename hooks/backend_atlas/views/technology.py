"""The page of one technology."""

from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue, Feature, Support, Technology
from backend_atlas.model.project_facts import SupportFact
from backend_atlas.model.structure import structure
from backend_atlas.model.technical_facts import SmallestAppFact
from backend_atlas.model.technology import Claim
from backend_atlas.views.facts import FactRow, day, fact_rows, kind_label, support_end
from backend_atlas.views.freshness import Freshness, freshness
from backend_atlas.views.matrix import Matrix, matrices
from backend_atlas.views.related import Alternative, alternatives


@dataclass(frozen=True)
class Glance:
    """One line of the overview at the top."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True)
class SaidView:
    """A common claim with the features that answer it."""

    claim: Claim
    features: tuple[tuple[Feature, str], ...]


@dataclass(frozen=True)
class LevelCount:
    """How many features have one level."""

    support: Support
    count: int


@dataclass(frozen=True)
class TechnologyView:
    """Everything the page prints."""

    technology: Technology
    kind: str
    glance: tuple[Glance, ...]
    said: tuple[SaidView, ...]
    smallest_app: SmallestAppFact
    support: SupportFact
    facts: tuple[FactRow, ...]
    levels: tuple[LevelCount, ...]
    groups: tuple[Matrix, ...]
    alternatives: tuple[Alternative, ...]


def technology_view(catalogue: Catalogue, technology: Technology) -> TechnologyView:
    """The view of one technology."""
    facts = technology.facts
    return TechnologyView(
        technology=technology,
        kind=kind_label(technology),
        glance=_glance(technology),
        said=tuple(_said(catalogue, claim) for claim in technology.often_said),
        smallest_app=facts.smallest_app,
        support=facts.support,
        facts=fact_rows(technology),
        levels=_levels(technology),
        groups=matrices(catalogue, (technology,)),
        alternatives=alternatives(catalogue, technology),
    )


def _glance(technology: Technology) -> tuple[Glance, ...]:
    facts = technology.facts
    rows = {row.key: row for row in fact_rows(technology)}
    released = f"released {day(facts.latest.date)}" if facts.latest.date else ""
    derived, age = structure(technology), freshness([technology])
    return (
        Glance("Newest release", facts.latest.value or technology.release, released),
        Glance("Supported", support_end(technology)),
        Glance("Facts read", _days(age), f"for {technology.release}, from {age.sources} sources"),
        Glance("Licence", rows["licence"].values[0]),
        Glance("Runs on", rows["platform"].values[0], ", ".join(rows["languages"].values)),
        Glance("Structure", derived.label, derived.meaning),
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


def _levels(technology: Technology) -> tuple[LevelCount, ...]:
    found = [cell.support for cell in technology.features.values()]
    return tuple(LevelCount(level, found.count(level)) for level in Support if level in found)
