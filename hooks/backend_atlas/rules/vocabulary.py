"""The vocabulary and what refers to it."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue
from backend_atlas.problems import did_you_mean
from backend_atlas.rules.finding import VOCABULARY, Finding, in_technology


def ids_are_used_once(catalogue: Catalogue) -> Iterator[Finding]:
    """No two groups share an id, and no two features anywhere."""
    groups: set[str] = set()
    features: set[str] = set()
    for i, group in enumerate(catalogue.groups):
        if group.id in groups:
            yield Finding(VOCABULARY, ("groups", i, "id"), f'the group "{group.id}" stands twice', "choose another id")
        groups.add(group.id)
        for j, feature in enumerate(group.features):
            if feature.id in features:
                where = ("groups", i, "features", j, "id")
                yield Finding(VOCABULARY, where, f'the feature "{feature.id}" stands twice', "choose another id")
            features.add(feature.id)


def related_features_are_linked_once(catalogue: Catalogue) -> Iterator[Finding]:
    """A related feature exists, is another one, and no link is said at both ends."""
    known = [feature.id for feature in catalogue.features]
    said: set[frozenset[str]] = set()
    for i, group in enumerate(catalogue.groups):
        for j, feature in enumerate(group.features):
            for k, name in enumerate(feature.related):
                link = frozenset((name, feature.id))
                if fault := _fault(name, feature.id, known, again=link in said):
                    yield Finding(VOCABULARY, ("groups", i, "features", j, "related", k), *fault)
                said.add(link)


def _fault(name: str, feature: str, known: list[str], *, again: bool) -> tuple[str, str] | None:
    if name not in known:
        return f'"{name}" is not a feature', did_you_mean(name, known)
    if name == feature:
        return f'"{name}" is the feature itself', "remove it"
    return (f'the link to "{name}" is already said', "say it once; the site shows it at both ends") if again else None


def cells_answer_the_vocabulary(catalogue: Catalogue) -> Iterator[Finding]:
    """Every technology answers every feature, and no other. What its runtime decides it may leave to that."""
    if not catalogue.groups:
        return
    known = [feature.id for feature in catalogue.features]
    decided = {feature.id for feature in catalogue.features if feature.runtime}
    for stem, technology in catalogue.technologies.items():
        left = decided if technology.runs_on else set()
        for name in technology.features:
            if name not in known:
                hint = did_you_mean(name, known) or "features are defined in features.yml"
                yield Finding(in_technology(stem), ("features", name), "is not a feature", hint)
        if missing := [name for name in known if name not in technology.features and name not in left]:
            hint = "write `support: unknown` with a note of what was tried, if it cannot be established"
            yield Finding(in_technology(stem), ("features",), f"lacks {', '.join(missing)}", hint)


def claims_name_known_features(catalogue: Catalogue) -> Iterator[Finding]:
    """The features that a claim points to exist."""
    if not catalogue.groups:
        return
    known = [feature.id for feature in catalogue.features]
    for stem, technology in catalogue.technologies.items():
        for i, claim in enumerate(technology.often_said):
            for j, name in enumerate(claim.features):
                if name not in known:
                    where = ("often_said", i, "features", j)
                    yield Finding(in_technology(stem), where, f'"{name}" is not a feature', did_you_mean(name, known))
