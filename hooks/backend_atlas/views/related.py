"""What to read next: related features, and technologies to compare with."""

from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue, Feature, Technology
from backend_atlas.views.pairs import has_page, nearest, same_kind, shared_languages
from backend_atlas.views.wording import with_article


@dataclass(frozen=True)
class RelatedFeature:
    """A feature with the address of its definition."""

    feature: Feature
    address: str


@dataclass(frozen=True)
class Alternative:
    """A technology to compare with, and why it is named."""

    name: str
    address: str
    """The page of the pair."""
    why: str


def related_features(catalogue: Catalogue, feature: Feature) -> tuple[RelatedFeature, ...]:
    """The features that this one names, and those that name it, in the order of the vocabulary."""
    return tuple(
        RelatedFeature(other, links.feature(group.id, other.id))
        for group in catalogue.groups
        for other in group.features
        if other.id in feature.related or feature.id in other.related
    )


def alternatives(catalogue: Catalogue, technology: Technology) -> tuple[Alternative, ...]:
    """Every other technology that has a page with this one, the nearest first."""
    return tuple(
        Alternative(other.name, links.pair(technology.id, other.id), _why(technology, other))
        for other in nearest(catalogue, technology)
        if has_page(catalogue, technology.id, other.id)
    )


def _why(technology: Technology, other: Technology) -> str:
    """`Also a micro-framework, in Go`. What is not known is not said."""
    parts = []
    if kind := other.facts.kind.value:
        parts.append(f"{'also ' if same_kind(technology, other) else ''}{with_article(kind.label)}")
    shared = shared_languages(technology, other)
    if languages := shared or list(other.facts.languages.value or ()):
        parts.append(f"{'also ' if shared else ''}in {' and '.join(language.label for language in languages)}")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]
