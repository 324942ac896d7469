"""Everything in one file."""

from backend_atlas import links
from backend_atlas.exports.api.features import AnswerGroup, Defined, Level, definitions, groups, levels
from backend_atlas.exports.api.parts import Answer, Material, Place
from backend_atlas.exports.api.technologies import Described, described


class WholeAnswer(Answer):
    """The vocabulary and every technology with every cell. Address: `/api/v1/all.json`."""

    levels: tuple[Level, ...]
    """The support levels, in the order in which they are tried; `unknown` last."""
    groups: tuple[AnswerGroup, ...]
    """The groups of features, in the order of the site."""
    features: tuple[Defined, ...]
    """The features, in the order of the site."""
    technologies: tuple[Described, ...]
    """The technologies, in alphabetical order of the names."""


def whole(material: Material) -> tuple[Place, WholeAnswer]:
    """Everything."""
    at = Place(material, "all", links.FEATURES)
    return at, WholeAnswer(
        **at.about,
        levels=levels(),
        groups=groups(at),
        features=definitions(at),
        technologies=tuple(_described(material, it.id) for it in at.catalogue.technologies.values()),
    )


def _described(material: Material, id: str) -> Described:
    def make(found: Material) -> Described:
        return described(Place(found, "all", links.FEATURES), found.catalogue.technologies[id])

    return material.of(material.excerpts.about(id), ("all", id), make)
