"""What the guide can score: every feature, and criteria made from facts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from backend_atlas.model.catalogue import Catalogue
from backend_atlas.model.guide.values import Related, Values
from backend_atlas.model.technology import Technology
from backend_atlas.model.vocabulary import Ecosystem, FactName, Hosting, Language

ON = "on:"
"""Begins the term that says what existing code runs on."""


@dataclass(frozen=True)
class Criterion:
    """Something that is scored. A feature by its level, everything else by the terms of a fact."""

    id: str
    name: str
    fact: FactName | None = None
    values: Mapping[str, float] | None = None
    """Term to value. The best term of a technology counts; others are worth 0."""


def criteria(catalogue: Catalogue) -> dict[str, Criterion]:
    """Every criterion by its id, in a fixed order."""
    found = [Criterion(feature.id, feature.name) for feature in catalogue.features]
    if catalogue.guide:
        found.extend(_from_facts(catalogue.guide.values))
        found.extend(_existing(catalogue.guide.values, catalogue.technologies.values()))
    return {criterion.id: criterion for criterion in found}


def platform(technology: Technology) -> str:
    """What it runs on; a platform runs on itself."""
    value = technology.facts.platform.value
    return value.value if value else technology.id


def _from_facts(values: Values) -> Iterator[Criterion]:
    for fact in values.facts:
        yield Criterion(fact.id, fact.name, fact.fact, fact.values)
    for language in Language:
        terms = {language.value: 1.0} | _relatives(language, values.related)
        yield Criterion(f"language-{language.value}", language.label, FactName.LANGUAGES, terms)
    for target in Hosting:
        yield Criterion(f"hosting-{target.value}", target.label, FactName.HOSTING, {target.value: 1.0})
    for libraries in Ecosystem:
        name = f"{libraries.label} libraries in the same process"
        yield Criterion(f"ecosystem-{libraries.value}", name, FactName.ECOSYSTEMS, {libraries.value: 1.0})


def _relatives(language: Language, related: tuple[Related, ...]) -> dict[str, float]:
    found: dict[str, float] = {}
    for pair in related:
        if language in pair.languages:
            found |= {other.value: pair.value for other in pair.languages if other is not language}
    return found


def _existing(values: Values, technologies: Iterable[Technology]) -> Iterator[Criterion]:
    worth = values.existing
    for technology in technologies:
        terms = {f"{ON}{platform(technology)}": worth.platform, technology.id: worth.same}
        yield Criterion(f"existing-{technology.id}", f"Existing {technology.name} code", FactName.EXISTING, terms)
