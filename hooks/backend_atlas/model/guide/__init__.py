"""The decision guide as data: `questions`, the `values` of answers, `scenarios` that have to come out right."""

from dataclasses import dataclass

from backend_atlas.model.guide.questions import Choice, Question, Questions
from backend_atlas.model.guide.scenarios import Scenario, Scenarios, Witness, Witnesses
from backend_atlas.model.guide.values import Values


@dataclass(frozen=True)
class Guide:
    """Every file in `guide/`."""

    questions: tuple[Question, ...]
    """In the order of the form."""
    values: Values
    """What cells and facts are worth, and when a result is called what."""
    scenarios: Scenarios
    """Worked examples with the results that were expected before the cells were written."""
    witnesses: tuple[Witness, ...]
    """For each technology, answers for which it is the only result."""


__all__ = [
    "Choice",
    "Guide",
    "Question",
    "Questions",
    "Scenario",
    "Scenarios",
    "Values",
    "Witness",
    "Witnesses",
]
