"""The decision guide: its form, one result, worked examples, short lists and the method."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from backend_atlas import links
from backend_atlas.guide.answers import read
from backend_atlas.guide.basis import Basis, Option, Source, basis
from backend_atlas.guide.deciding import Engine, Flip, Ranked, Result, flipped, fragment, link
from backend_atlas.guide.record import madr
from backend_atlas.guide.scoring import Contribution, rounding, shares, tenths
from backend_atlas.guide.survey import Survey, survey
from backend_atlas.guide.words import Words, points
from backend_atlas.model import Catalogue, Support, Technology
from backend_atlas.model.guide import Choice, Guide, Question, Scenario, Witness
from backend_atlas.model.vocabulary import (
    ChoiceList,
    Concurrency,
    Execution,
    Strength,
    Structure,
    Swing,
    Verdict,
)

COLUMNS = 3
"""Technologies side by side in an explanation."""

TERMS = {term.value: term.label.lower() for terms in (Structure, Execution, Concurrency) for term in terms}
TERMS |= {"0": "no package", "true": "yes"}
LEVELS = {level.value: level for level in Support}


@dataclass(frozen=True)
class Deciding:
    """The guide with its engine, made once for all pages."""

    catalogue: Catalogue
    guide: Guide
    engine: Engine
    today: date
    site: str = ""
    """The public address of the site, for links in records. Empty if it is not known."""

    @classmethod
    def of(cls, catalogue: Catalogue, today: date, site: str = "") -> "Deciding | None":
        """None where the data hold no guide."""
        if catalogue.guide is None:
            return None
        return cls(catalogue, catalogue.guide, Engine(basis(catalogue, catalogue.guide, today)), today, site)

    @property
    def basis(self) -> Basis:
        """What decides."""
        return self.engine.basis

    @cached_property
    def words(self) -> Words:
        """Sentences about results."""
        return Words(self.engine)

    @cached_property
    def survey(self) -> Survey:
        """The short lists."""
        return survey(self.engine)

    @cached_property
    def scenarios(self) -> tuple["ScenarioView", ...]:
        """The worked examples, decided."""
        return tuple(_scenario(self, scenario) for scenario in self.guide.scenarios.scenarios)

    def decide(self, text: str) -> Result:
        """The result for answers that are known to be valid."""
        return self.engine.decide(read(text, self.basis).answers)

    def link(self, result: Result) -> str:
        """What stands after the hash in the address of the guide."""
        return fragment(self.basis, result)


@dataclass(frozen=True)
class CellView:
    """What one technology has for one row, and the points for it."""

    level: Support | None
    words: str
    source: Source | None
    points: str

    @property
    def host(self) -> str:
        """The site that the source is on."""
        return urlsplit(self.source.url).hostname or "" if self.source else ""

    @property
    def read(self) -> date | None:
        """The day it was read."""
        return date.fromisoformat(self.source.checked) if self.source else None


@dataclass(frozen=True)
class RowView:
    """One line of the contribution table."""

    name: str
    address: str
    question: str
    weight: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class RankView:
    """A technology in the ranking."""

    name: str
    address: str
    score: str
    width: float
    interval: str
    share: str
    leads: bool


@dataclass(frozen=True)
class LinkedText:
    """A sentence about a technology."""

    name: str
    address: str
    text: str


@dataclass(frozen=True)
class Change:
    """An answer that would change what comes first."""

    answer: str
    outcome: str
    link: str
    """The answers with that change, after the hash in the address of the guide."""


@dataclass(frozen=True)
class ResultView:
    """One result, ready to print."""

    verdict: str
    headline: str
    holding: str
    given: tuple[tuple[str, list[str]], ...]
    ranking: tuple[RankView, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[RowView, ...]
    rounding: tuple[str, ...]
    totals: tuple[str, ...]
    against: str
    changes: tuple[Change, ...]
    rests: tuple[str, ...]
    risks: tuple[str, ...]
    excluded: tuple[LinkedText, ...]
    ways_out: tuple[str, ...]
    existing: tuple[str, ...]
    link: str


@dataclass(frozen=True)
class ScenarioView:
    """A worked example with its result."""

    scenario: Scenario
    address: str
    expected: str
    alone: str
    """What is expected as long as the atlas holds one acceptable technology. Empty if the same."""
    answered: Result
    names: str
    result: ResultView
    record: str


def result_view(found: Deciding, result: Result) -> ResultView:
    """A result in words and rows."""
    words, options = found.words, {option.id: option for option in found.basis.options}
    shown = result.considered[:COLUMNS]
    return ResultView(
        verdict=words.verdict(result),
        headline=words.headline(result),
        holding=words.holding(result),
        given=tuple(words.given(result)),
        ranking=tuple(_ranks(options, result)),
        columns=tuple((options[item.id].name, options[item.id].address) for item in shown),
        rows=tuple(_rows(found, result, [options[item.id] for item in shown])),
        rounding=_rounding(result, shown),
        totals=tuple(points(tenths(item.score)) for item in shown),
        against=words.against(result),
        changes=tuple(_change(found, result, flip) for flip in words.notable(result)),
        rests=tuple(words.rest(rest) for rest in result.rests),
        risks=tuple(words.risk(risk) for risk in result.risks),
        excluded=tuple(
            LinkedText(options[item.id].name, options[item.id].address, words.excluded(item))
            for item in result.excluded
        ),
        ways_out=tuple(words.ways_out(result)) if result.verdict == Verdict.NONE_FITS.value else (),
        existing=tuple(words.existing(result)),
        link=found.link(result),
    )


def _ranks(options: dict[str, Option], result: Result) -> Iterator[RankView]:
    for item in result.listed:
        low, high = points(tenths(item.low)), points(tenths(item.high))
        yield RankView(
            name=options[item.id].name,
            address=options[item.id].address,
            score=points(tenths(item.score)),
            width=tenths(item.score) / 10,
            interval=f"{low} to {high}" if low != high else "",
            share="" if result.sole else f"first in {int(item.share * 100 + 0.5)} % of the trials",
            leads=item.id in result.leaders,
        )


def _rows(found: Deciding, result: Result, shown: list[Option]) -> Iterator[RowView]:
    for index, (row, share) in enumerate(shares(result.asked)):
        parts = [(option, result.contributions[option.id][index]) for option in shown]
        yield RowView(
            name=found.words.criterion(row.criteria),
            address=found.basis.measure[row.criteria[0]].address,
            question=found.words.answer(row.question),
            weight=f"{points(tenths(share))} %",
            cells=tuple(_cell(found, option, part) for option, part in parts),
        )


def _cell(found: Deciding, option: Option, part: Contribution) -> CellView:
    criterion = part.row.criteria[0]
    measure = found.basis.measure[criterion]
    value = option.facts[measure.fact] if measure.fact else option.cells[criterion]
    level = None if measure.fact else LEVELS[option.cells[criterion].level]
    return CellView(level, found.words.found(option.id, part.row.criteria), value.source, points(part.shown))


def _change(found: Deciding, result: Result, flip: Flip) -> Change:
    address = link(found.basis, flipped(found.basis, result.answers, flip))
    return Change(found.words.change(flip), found.words.outcome(flip), address)


def _rounding(result: Result, shown: tuple[Ranked, ...]) -> tuple[str, ...]:
    """What the rounded lines lack to the rounded scores. Empty where they lack nothing."""
    found = [rounding(item.score, result.contributions[item.id]) for item in shown]
    return tuple(points(number) for number in found) if any(found) else ()


def _scenario(found: Deciding, scenario: Scenario) -> ScenarioView:
    result = found.decide(scenario.answers)
    expected, alone = (
        " or ".join(verdict.label.lower() for verdict in verdicts) for verdicts in (scenario.classes, scenario.alone)
    )
    text = madr(found.words, result, f"{found.site}{links.GUIDE}#{found.link(result)}", found.today.isoformat())
    shown = result_view(found, result)
    return ScenarioView(
        scenario, links.scenario(scenario.id), expected, alone, result, found.words.names(result.leaders), shown, text
    )


@dataclass(frozen=True)
class Wish:
    """A choice that can be wanted more or less."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class WishGroup:
    """Wishes under one heading."""

    name: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True)
class QuestionView:
    """One question of the form."""

    question: Question
    choices: tuple[Choice, ...]
    groups: tuple[WishGroup, ...]
    strengths: tuple[Strength, ...]


def form_view(found: Deciding) -> tuple[QuestionView, ...]:
    """The form, question by question; what edits another question stands after it."""
    questions = list(found.guide.questions)
    for question in found.guide.questions:
        if question.edits:
            questions.remove(question)
            after = next(index for index, other in enumerate(questions) if other.id == question.edits)
            questions.insert(after + 1, question)
    return tuple(_question(found, question) for question in questions)


def _question(found: Deciding, question: Question) -> QuestionView:
    known = found.basis.question[question.id]
    helps = {choice.id: choice.help or "" for choice in question.choices}
    wishes = {choice.id: Wish(choice.id, choice.label, helps.get(choice.id, "")) for choice in known.choices}
    groups: tuple[WishGroup, ...] = ()
    if question.choices_from is ChoiceList.FEATURES:
        named = [
            WishGroup(group.name, tuple(wishes.pop(feature.id) for feature in group.features))
            for group in found.catalogue.groups
        ]
        groups = (*named, WishGroup("Everything else", tuple(wishes.values())))
    elif question.strengths:
        groups = (WishGroup("", tuple(wishes.values())),)
    choices = question.choices
    if question.choices_from is ChoiceList.TECHNOLOGIES:
        choices = tuple(Choice(id=choice.id, label=choice.label) for choice in known.choices)
    return QuestionView(question, choices, groups, tuple(reversed(question.strengths)))


@dataclass(frozen=True)
class ShortTable:
    """The short lists of one language: a line a kind, a column a structure."""

    language: str
    structures: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def same(self) -> str:
        """The result, where it is the same for every project."""
        results = {cell for _, cells in self.lines for cell in cells}
        return results.pop() if len(results) == 1 else ""


def short_tables(found: Deciding) -> tuple[ShortTable, ...]:
    """Short lists that need no script."""
    question = found.basis.question
    tables: dict[str, dict[str, list[str]]] = {}
    for short in found.survey.lists:
        cells = tables.setdefault(short.language, {}).setdefault(short.kind, [])
        cells.append(_short(found.words, short.result))
    structures = tuple(choice.label for choice in question["structure"].choices) if tables else ()
    return tuple(
        ShortTable(
            question["lang"].by_id[language].label if language else "Any language",
            structures,
            tuple((question["kind"].by_id[kind].label, tuple(cells)) for kind, cells in lines.items()),
        )
        for language, lines in tables.items()
    )


def _short(words: Words, result: Result) -> str:
    if result.sole:
        return f"{words.names(result.leaders)} (the only one)"
    label = {"clear": "clear", "ahead": "ahead", "close": "close", "tie": "tie"}.get(result.verdict)
    return f"{words.names(result.leaders)} ({label})" if label else "None"


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
    percent_wrong: int
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
    varied = found.guide.values.variation
    return MethodView(
        guide=found.guide,
        questions=tuple(_asks(found, question) for question in found.guide.questions),
        terms=TERMS,
        survey=found.survey,
        percent_wrong=round(100 * varied.misread / varied.reread),
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


@dataclass(frozen=True)
class FirstView:
    """When a technology comes first: its witness and the scenarios that it leads."""

    witness: Witness
    given: tuple[tuple[str, list[str]], ...]
    link: str
    headline: str
    leads: tuple[ScenarioView, ...]


def first_view(found: Deciding, technology: Technology) -> FirstView | None:
    """None where no witness is stored, which `rules` refuses."""
    leads = tuple(view for view in found.scenarios if technology.id in view.answered.leaders)
    for witness in found.guide.witnesses:
        if witness.id == technology.id:
            if witness.answers is None:
                return FirstView(witness, (), "", "", leads)
            result = found.decide(witness.answers)
            words = found.words
            return FirstView(witness, tuple(words.given(result)), found.link(result), words.headline(result), leads)
    return None
