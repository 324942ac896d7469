"""Everything in one file."""

from backend_atlas import links
from backend_atlas.exports.api.features import AnswerGroup, Defined, Level, definitions, groups, levels
from backend_atlas.exports.api.parts import Answer, Material, Place
from backend_atlas.exports.api.technologies import Described, TechnologyAnswer, one_level_up, technology_answers


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
    """Everything. What the answers on each technology say is said here as well."""
    at = Place(material, "all", links.FEATURES)
    return at, WholeAnswer(
        **at.about,
        levels=levels(),
        groups=groups(at),
        features=definitions(at),
        technologies=tuple(_moved(material, answer) for _, answer in technology_answers(material)),
    )


def _moved(material: Material, answer: TechnologyAnswer) -> Described:
    found = answer.technology
    return material.memory(("all", found.id), (found,), lambda: one_level_up(found))
