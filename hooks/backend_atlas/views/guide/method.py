"""How the guide decides, with the numbers that are in use."""

from collections.abc import Iterator
from dataclasses import dataclass

from backend_atlas.guide.basis import Option
from backend_atlas.guide.deciding import Result
from backend_atlas.guide.scoring import tenths
from backend_atlas.guide.survey import Survey
from backend_atlas.guide.words import points
from backend_atlas.model.agreement import Audit
from backend_atlas.model.guide import Choice, Guide, Question
from backend_atlas.model.vocabulary import Concurrency, Execution, Structure, Swing
from backend_atlas.views.agreement import Rate, rate
from backend_atlas.views.guide.deciding import Deciding, ScenarioView

TERMS = {term.value: term.label.lower() for terms in (Structure, Execution, Concurrency) for term in terms}
TERMS |= {"0": "no package", "true": "yes"}


@dataclass(frozen=True)
class Asking:
    """What one answer asks for, for the method page."""

    choice: str
    loads: str
    conditions: str
    weight: str


@dataclass(frozen=True)
class MethodQuestion:
    """One question on the method page."""

    question: Question
    weight: str
    askings: tuple[Asking, ...]


@dataclass(frozen=True)
class WorkedRow:
    """One row of the example that is computed by hand."""

    name: str
    level: str
    value: float
    weight: float
    product: float


@dataclass(frozen=True)
class WorkedQuestion:
    """One question of that example."""

    title: str
    weight: float
    rows: tuple[WorkedRow, ...]
    weights: float
    products: float
    mean: float


@dataclass(frozen=True)
class MethodView:
    """The method, with the numbers that are in use."""

    guide: Guide
    questions: tuple[MethodQuestion, ...]
    terms: dict[str, str]
    """The terms of facts in words."""
    survey: Survey
    rate: Rate
    """How often a level was wrong in the newest audit."""
    audit: Audit
    draws: int
    example: ScenarioView
    name: str
    worked: tuple[WorkedQuestion, ...]
    weights: float
    score: str


def method_view(found: Deciding) -> MethodView:
    """The method page. Its example is the first scenario, for the technology that leads it."""
    example = found.scenarios[0]
    leader = next(option for option in found.basis.options if option.id == example.answered.ranking[0].id)
    worked = tuple(_worked(found, example.answered, leader))
    assert found.catalogue.agreement  # noqa: S101 - the data are refused where a guide has none
    audit = found.catalogue.agreement.newest
    return MethodView(
        guide=found.guide,
        questions=tuple(_asks(found, question) for question in found.guide.questions),
        terms=TERMS,
        survey=found.survey,
        rate=rate(audit.wrong_levels, audit.read),
        audit=audit,
        draws=found.basis.rules.draws,
        example=example,
        name=leader.name,
        worked=worked,
        weights=sum(question.weight for question in worked),
        score=points(tenths(example.answered.ranking[0].score)),
    )


def _worked(found: Deciding, result: Result, option: Option) -> Iterator[WorkedQuestion]:
    parts = {part.row: part for part in result.contributions[option.id]}
    for block in result.asked.blocks:
        rows = tuple(
            WorkedRow(
                found.words.criterion(row.criteria),
                found.words.found(option.id, row.criteria),
                parts[row].value,
                row.weight,
                parts[row].value * row.weight,
            )
            for row in block.rows
        )
        weights, products = sum(row.weight for row in rows), sum(row.product for row in rows)
        yield WorkedQuestion(
            found.words.answer(block.question), block.weight, rows, weights, products, products / weights
        )


def _asks(found: Deciding, question: Question) -> MethodQuestion:
    labels = {swing: swing.label.lower() for swing in Swing}
    askings = tuple(
        Asking(
            choice.label,
            "; ".join(_loads(found, choice)),
            ", ".join(found.words.criterion([name]) for name in choice.requires),
            labels[choice.weight] if choice.weight else "",
        )
        for choice in question.choices
        if not question.strengths
    )
    return MethodQuestion(question, labels[question.weight], askings)


def _loads(found: Deciding, choice: Choice) -> Iterator[str]:
    for swing in (Swing.MUCH, Swing.SOME):
        named = [found.words.criterion([name]) for name, given in choice.loads.items() if given is swing]
        if named:
            yield f"{swing.label.lower()}: {', '.join(named)}"
