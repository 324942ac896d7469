"""How much of the guide rests on a feature or a fact: what to read again first."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backend_atlas.guide.answers import read
from backend_atlas.guide.asking import Asked, asked
from backend_atlas.guide.basis import Basis, Question
from backend_atlas.model.guide import Guide
from backend_atlas.model.structure import RESTS_ON
from backend_atlas.model.vocabulary import FactName

SUPPORT = "support"
"""Read where an answer says how long a project lives."""
MAINTAINERS = "maintainers"
"""Read for every result, which warns where one person makes most of the commits."""


@dataclass(frozen=True, order=True)
class Use:
    """How many questions ask for something, and for how many scenarios and witnesses it counts."""

    questions: int = 0
    examples: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.questions + self.examples


def uses(guide: Guide, basis: Basis) -> Mapping[str, Use]:
    """By the id of a feature, or the name of a fact in the data. What is not here is not used."""
    questions = Counter(name for question in basis.questions for name in set(_of_question(basis, question)))
    examples: Counter[str] = Counter()
    for text in _examples(guide):
        examples.update(set(_of_answers(basis, asked(basis, read(text, basis).answers))))
    return {name: Use(questions[name], examples[name]) for name in {*questions, *examples}}


def _examples(guide: Guide) -> Iterator[str]:
    yield from (scenario.answers for scenario in guide.scenarios.scenarios)
    yield from (witness.answers for witness in guide.witnesses if witness.answers)


def _of_question(basis: Basis, question: Question) -> Iterator[str]:
    for choice in question.choices:
        for criterion in filter(None, (choice.criterion, *choice.loads, *choice.requires)):
            yield from _subjects(basis, criterion)
        if choice.until:
            yield SUPPORT


def _of_answers(basis: Basis, wanted: Asked) -> Iterator[str]:
    rows = [row.criteria for block in wanted.blocks for row in block.rows]
    for criteria in (*rows, *(condition.criteria for condition in wanted.conditions)):
        for criterion in criteria:
            yield from _subjects(basis, criterion)
    yield MAINTAINERS
    if wanted.until:
        yield SUPPORT


def _subjects(basis: Basis, criterion: str) -> Iterator[str]:
    """What a criterion reads: a feature, a fact, or all that the structure is derived from."""
    fact = basis.measure[criterion].fact
    if fact == FactName.STRUCTURE.value:
        yield from RESTS_ON
    else:
        yield fact.replace("-", "_") or criterion
