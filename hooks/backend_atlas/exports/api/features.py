"""The list of all features, and one feature with the answer of every technology."""

from collections.abc import Iterator
from functools import partial

from backend_atlas import links
from backend_atlas.exports.api.cells import AnswerCell
from backend_atlas.exports.api.parts import Answer, Material, Part, Place, plain
from backend_atlas.exports.api.technologies import technology_answers
from backend_atlas.model import Feature, Group
from backend_atlas.model.vocabulary import Support
from backend_atlas.views.related import related_features


class Level(Part):
    """A support level."""

    id: Support
    """The word in the data."""
    label: str
    """What the site calls it."""
    meaning: str
    """When it is the right one. The levels are tried in order."""


class AnswerGroup(Part):
    """Features that are read together."""

    id: str
    """Its id, as in its address."""
    name: str
    """Its heading."""
    summary: str
    """What it is about."""
    features: tuple[str, ...]
    """The ids of its features, in the order of the site."""
    page: str
    """Its page, relative to the answer."""


class Defined(Part):
    """One question with its definition. Texts are Markdown; the fields that end in `_plain` are without marks."""

    id: str
    """Its id, as in the anchor of its definition. Never changes."""
    name: str
    """What the rows of tables call it."""
    group: str
    """The id of its group."""
    question: str
    """What is asked."""
    question_plain: str
    """The same without marks."""
    counts: tuple[str, ...]
    """What has to be true, all of it."""
    counts_plain: tuple[str, ...]
    """The same without marks."""
    not_applicable: str | None
    """When the question does not apply."""
    decided_by_runtime: bool
    """True where what runs on a technology of the atlas has that one's answer."""
    why: str
    """Why it matters to somebody who has to choose."""
    why_plain: str
    """The same without marks."""
    also: tuple[str, ...]
    """Everyday words for it."""
    related: tuple[str, ...]
    """The ids of features to read next."""
    page: str
    """Its definition on the site, relative to the answer."""
    json_address: str
    """The answer with every cell of it, relative to this one."""


class FeaturesAnswer(Answer):
    """The vocabulary: levels, groups and features. Address: `/api/v1/features.json`."""

    levels: tuple[Level, ...]
    """The support levels, in the order in which they are tried; `unknown` last."""
    groups: tuple[AnswerGroup, ...]
    """The groups, in the order of the site."""
    features: tuple[Defined, ...]
    """The features, in the order of the site."""


class FeatureAnswer(Answer):
    """One feature in every technology. Address: `/api/v1/features/<id>.json`."""

    feature: Defined
    """The question."""
    cells: tuple[AnswerCell, ...]
    """One answer a technology, in alphabetical order of the names."""


def features(material: Material) -> tuple[Place, FeaturesAnswer]:
    """The vocabulary."""
    at = Place(material, "features", links.FEATURES)
    return at, FeaturesAnswer(**at.about, levels=levels(), groups=groups(at), features=definitions(at))


def feature_answers(material: Material) -> Iterator[tuple[Place, FeatureAnswer]]:
    """One answer a feature."""
    known = [{cell.feature: cell for cell in answer.technology.cells} for _, answer in technology_answers(material)]
    for group in material.catalogue.groups:
        for feature in group.features:
            cells = tuple(answers[feature.id] for answers in known)
            make = partial(_answer, material, group, feature, cells)
            inputs = (*material.catalogue.groups, material.today, material.data_date, *cells)
            yield material.memory(("answer on a feature", feature.id), inputs, make)


def _answer(
    material: Material, group: Group, feature: Feature, cells: tuple[AnswerCell, ...]
) -> tuple[Place, FeatureAnswer]:
    at = Place(material, "feature", links.group(group.id), feature.id)
    return at, FeatureAnswer(**at.about, feature=_defined(at, group, feature), cells=cells)


def levels() -> tuple[Level, ...]:
    """Every support level."""
    return tuple(Level(id=level, label=level.label, meaning=level.meaning) for level in Support)


def groups(at: Place) -> tuple[AnswerGroup, ...]:
    """Every group."""
    return tuple(
        AnswerGroup(
            id=group.id,
            name=group.name,
            summary=plain(group.summary),
            features=tuple(feature.id for feature in group.features),
            page=at.href(links.group(group.id)),
        )
        for group in at.catalogue.groups
    )


def definitions(at: Place) -> tuple[Defined, ...]:
    """Every feature."""
    return tuple(_defined(at, group, feature) for group in at.catalogue.groups for feature in group.features)


def _defined(at: Place, group: Group, feature: Feature) -> Defined:
    return Defined(
        id=feature.id,
        name=feature.name,
        group=group.id,
        question=feature.question,
        question_plain=plain(feature.question),
        counts=feature.counts,
        counts_plain=tuple(plain(text) for text in feature.counts),
        not_applicable=feature.not_applicable,
        decided_by_runtime=bool(feature.runtime),
        why=feature.why,
        why_plain=plain(feature.why),
        also=feature.also,
        related=tuple(item.feature.id for item in related_features(at.catalogue, feature)),
        page=at.href(links.feature(group.id, feature.id)),
        json_address=at.href(links.answer("feature", feature.id)),
    )
