"""Which results of the decision guide change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backend_atlas.agreement import Interval, share
from backend_atlas.difference.sides import Outcome, Side, called
from backend_atlas.guide.answers import Answers
from backend_atlas.guide.asking import asked
from backend_atlas.guide.basis import Basis
from backend_atlas.guide.deciding import fragment
from backend_atlas.guide.generated import common, generated
from backend_atlas.views.guide import Deciding

EXAMPLES = 5


@dataclass(frozen=True)
class OutcomeChange:
    """A worked example or a witness with another result, or one that is there on one side only."""

    id: str
    before: Outcome | None
    after: Outcome | None

    @property
    def title(self) -> str:
        """As it is called now."""
        return next(item.title for item in (self.after, self.before) if item)

    @property
    def link(self) -> str:
        """Opens the guide with the result that was recorded before, where there was one."""
        return next(item.link for item in (self.before, self.after) if item)

    @property
    def asks_otherwise(self) -> bool:
        """Whether its answers changed too."""
        return bool(self.before and self.after and self.before.answers != self.after.answers)

    @property
    def failures(self) -> tuple[str, ...]:
        """What is not as it has to be now."""
        return self.after.failures if self.after else ()


@dataclass(frozen=True)
class Example:
    """A generated set of answers with another result. `link` opens the guide, which then says what it was before."""

    answers: str
    before: str
    after: str
    link: str


@dataclass(frozen=True)
class Moved:
    """In how many generated sets of answers another technology comes first."""

    sets: int
    differ: int
    share: Interval
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Decisions:
    """Everything that decides otherwise."""

    same_basis: bool
    """True where nothing that decides is different, so that no answers can have another result."""
    scenarios: tuple[OutcomeChange, ...] = ()
    witnesses: tuple[OutcomeChange, ...] = ()
    short_lists: int = 0
    """How many results there are for every language, kind and structure."""
    short_lists_differ: int = 0
    moved: Moved | None = None


def moved(before: Deciding, after: Deciding, count: int) -> Moved | None:
    """The share of generated answers with another first. None where no question is asked in both."""
    sets = generated(common(after.basis, before.basis), count)
    if not sets:
        return None
    tops = [(answers, _top(before, answers), _top(after, answers)) for answers in sets]
    differ = [answers for answers, one, other in tops if one != other]
    short = sorted(differ, key=lambda answers: (len(answers.text), answers.text))[:EXAMPLES]
    examples = tuple(_example(before, after, answers) for answers in short)
    return Moved(len(sets), len(differ), share(len(differ), len(sets)), examples)


def _top(deciding: Deciding, answers: Answers) -> tuple[str, tuple[str, ...]]:
    return deciding.engine.top(asked(deciding.basis, answers))


def _example(before: Deciding, after: Deciding, answers: Answers) -> Example:
    one, other = before.engine.outcome(answers), after.engine.outcome(answers)
    return Example(
        answers.text,
        f"{called(before, one)} (first: {_first(before, answers)})",
        f"{called(after, other)} (first: {_first(after, answers)})",
        fragment(before.basis, one),
    )


def _first(deciding: Deciding, answers: Answers) -> str:
    verdict, ids = _top(deciding, answers)
    return verdict or deciding.words.names(ids)


def outcomes(before: Mapping[str, Outcome], after: Mapping[str, Outcome]) -> Iterator[OutcomeChange]:
    """What has another result, is new or gone, or is not as it has to be."""
    for id in dict.fromkeys((*after, *before)):
        one, other = before.get(id), after.get(id)
        if one is None or other is None or one.recorded != other.recorded or other.failures:
            yield OutcomeChange(id, one, other)


def decisions(before: Side, after: Side, found: Moved | None, *, same_basis: bool) -> Decisions:
    """What comes out otherwise."""
    lists = before.short_lists.keys() & after.short_lists.keys()
    return Decisions(
        same_basis,
        tuple(outcomes(before.scenarios, after.scenarios)),
        tuple(outcomes(before.witnesses, after.witnesses)),
        len(lists),
        sum(before.short_lists[text] != after.short_lists[text] for text in lists),
        found,
    )


def deciding_part(basis: Basis) -> Any:
    """Everything that a result comes from: two bases with the same part decide the same."""
    return (
        basis.version,
        basis.rules,
        [(q.id, q.weight, q.strengths, q.any_of, q.edits, [_choice(c) for c in q.choices]) for q in basis.questions],
        [(measure.id, measure.fact, dict(measure.values)) for measure in basis.measures],
        [
            (
                option.id,
                {name: (cell.level, cell.lowered) for name, cell in option.cells.items()},
                {name: (fact.terms, bool(fact.words)) for name, fact in option.facts.items()},
            )
            for option in basis.options
        ],
    )


def _choice(choice: Any) -> Any:
    return (choice.id, choice.criterion, dict(choice.loads), choice.requires, choice.weight)
