"""The page that compares two technologies."""

from dataclasses import dataclass

from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.vocabulary import Kind
from backend_atlas.views.box import Box, box
from backend_atlas.views.facts import FactRow, fact_rows
from backend_atlas.views.matrix import Column, Matrix, columns, matrices
from backend_atlas.views.pairs import comparison
from backend_atlas.views.wording import Difference, fact_differences, feature_differences, with_article

MISMATCH = {
    "text": "{0}.",
    "frameworks": "Many rows below differ for that reason: one kind leaves to packages what another decides.",
    "hosted": "{0} is what runs {1}: the rows below show what a framework adds to it.",
    "runtime": "A framework that runs on {0} is the closer comparison with {1}.",
    "none": "None is in the atlas yet, so read the rows below as what each brings by itself.",
}
"""Said where kinds differ; by the page of a pair, and by the script for every other selection."""


@dataclass(frozen=True)
class FactPair:
    """One fact of both technologies."""

    key: str
    label: str
    sides: tuple[FactRow, FactRow]

    @property
    def same(self) -> bool:
        """True when both are known and say the same, in whatever order."""
        one, other = self.sides
        return one.known and other.known and set(one.values) == set(other.values)


@dataclass(frozen=True)
class Mismatch:
    """Two kinds that do different jobs, and what to compare instead."""

    text: str
    advice: str
    instead: tuple[Column, ...]


@dataclass(frozen=True)
class ComparisonView:
    """Everything the page prints."""

    technologies: tuple[Technology, Technology]
    columns: tuple[Column, ...]
    mismatch: Mismatch | None
    sentences: tuple[str, ...]
    differences: tuple[Difference, ...]
    facts: tuple[FactPair, ...]
    box: Box
    groups: tuple[Matrix, ...]

    @property
    def different(self) -> int:
        """How many features differ."""
        return sum(group.different for group in self.groups)

    @property
    def different_in_level(self) -> int:
        """How many features have different levels. The rest are partial or experimental on one side, or unknown."""
        rows = [row for group in self.groups for row in group.rows]
        return sum(len({cell.support for cell in row.cells}) > 1 for row in rows)

    @property
    def different_facts(self) -> int:
        """How many facts differ."""
        return sum(not fact.same for fact in self.facts)

    @property
    def total(self) -> int:
        """How many features there are."""
        return sum(len(group.rows) for group in self.groups)


def comparison_view(catalogue: Catalogue, one: Technology, other: Technology) -> ComparisonView:
    """The view of one pair, in the given order."""
    both = (one, other)
    groups = matrices(catalogue, both)
    sides = zip(fact_rows(one), fact_rows(other), strict=True)
    return ComparisonView(
        technologies=both,
        columns=columns(both),
        mismatch=_mismatch(catalogue, one, other),
        sentences=fact_differences(one, other),
        differences=feature_differences(one, other, groups),
        facts=tuple(FactPair(left.key, left.label, (left, right)) for left, right in sides),
        box=box(groups),
        groups=groups,
    )


def _mismatch(catalogue: Catalogue, one: Technology, other: Technology) -> Mismatch | None:
    kinds = (one.facts.kind.value, other.facts.kind.value)
    if None in kinds or kinds[0] is kinds[1]:
        return None
    words = [
        f"{item.name} is {with_article(kind.label)}" for item, kind in zip((one, other), kinds, strict=True) if kind
    ]
    text = MISMATCH["text"].format(", ".join(words))
    if Kind.RUNTIME not in kinds:
        return Mismatch(text, MISMATCH["frameworks"], ())
    return _against_runtime(catalogue, text, *((one, other) if kinds[0] is Kind.RUNTIME else (other, one)))


def _against_runtime(catalogue: Catalogue, text: str, runtime: Technology, framework: Technology) -> Mismatch:
    on_it = [item for item in catalogue.technologies.values() if item is not runtime and _same_platform(item, runtime)]
    instead = tuple(
        Column(f"{framework.name} and {item.name}", comparison(catalogue, framework.id, item.id))
        for item in on_it
        if item is not framework
    )
    hosted = framework in on_it
    advice = MISMATCH["hosted" if hosted else "runtime"].format(runtime.name, framework.name)
    if not (hosted or instead):
        advice += f" {MISMATCH['none']}"
    return Mismatch(text, advice, instead)


def _same_platform(one: Technology, other: Technology) -> bool:
    return one.facts.platform.value is not None and one.facts.platform.value is other.facts.platform.value
