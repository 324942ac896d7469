"""What the engines read: the questions with their weights, and of each technology what can be scored.

The same values, written as JSON, are all that the engine in the browser gets. Dates are ISO 8601 text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from functools import cached_property, partial
from typing import Any

from backend_atlas import links
from backend_atlas.clock import later
from backend_atlas.memory import Memory, Wanted
from backend_atlas.model import Catalogue, Cell, Technology
from backend_atlas.model import base as model
from backend_atlas.model.ages import Budget
from backend_atlas.model.agreement import CodingAgreement
from backend_atlas.model.criteria import ON, Criterion, criteria, platform
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.model.fact import Fact as ModelFact
from backend_atlas.model.guide import Choice as ModelChoice
from backend_atlas.model.guide import Guide, Values
from backend_atlas.model.guide import Question as ModelQuestion
from backend_atlas.model.structure import structure
from backend_atlas.model.vocabulary import ChoiceList, FactName, Language, Strength, Support, Swing
from backend_atlas.model.walk import CHECKED, leaves

VERSION = "1"
"""Of the text of answers. A link made by another version is not read."""

LADDER = (Support.BUILT_IN, Support.OFFICIAL, Support.COMMUNITY, Support.DO_IT_YOURSELF)
"""The levels that differ by degree, the best first."""

SWING = {Strength.NICE: Swing.SOME, Strength.PREFER: Swing.SOME, Strength.NONE: Swing.NONE}
"""Every other strength weighs much."""


@dataclass(frozen=True)
class Source:
    """Where a value can be checked."""

    url: str
    checked: str
    """The day somebody read it."""


@dataclass(frozen=True)
class CellValue:
    """The answer of one technology to one feature."""

    level: str
    lowered: int = 0
    """How many levels less it is worth: one each for partial and experimental."""
    package: str = ""
    spare: int = 0
    """Other packages that do the same."""
    source: Source | None = None


@dataclass(frozen=True)
class FactValue:
    """What one technology says to one fact. Without terms and words it is unknown."""

    terms: tuple[str, ...] = ()
    words: str = ""
    source: Source | None = None


@dataclass(frozen=True)
class Option:
    """A technology, as the engines see it."""

    id: str
    name: str
    address: str
    cells: Mapping[str, CellValue]
    facts: Mapping[str, FactValue]
    supported: str = ""
    """The last day of published support, over all lines. Empty where a line has no published end."""
    line: str = ""
    """The line that is supported until then."""
    alone: bool = False
    """True where one person makes most of the commits."""


@dataclass(frozen=True)
class Measure:
    """A criterion. A feature, if it has no fact."""

    id: str
    name: str
    address: str = ""
    """Its definition."""
    fact: str = ""
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """An answer. Swings are already weights."""

    id: str
    label: str
    criterion: str = ""
    loads: Mapping[str, float] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    weight: float | None = None
    until: str = ""
    """The day until which support has to be published, or a warning is shown."""


@dataclass(frozen=True)
class Question:
    """A question. Choices stand in the order of the form."""

    id: str
    title: str
    question: str
    weight: float
    choices: tuple[Choice, ...]
    strengths: tuple[str, ...] = ()
    any_of: bool = False
    edits: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Choice]:
        """Choices by id."""
        return {choice.id: choice for choice in self.choices}


@dataclass(frozen=True)
class Rules:
    """The numbers of the value table."""

    levels: Mapping[str, float]
    swings: Mapping[str, float]
    strengths: Mapping[str, float]
    """What a strength weighs as a row."""
    samples: int
    factors: tuple[float, ...]
    draws: int
    """In how many of the samples a cell is taken to be one level off."""
    clear_gap: float
    clear_share: float
    ahead_share: float
    close_share: float


@dataclass(frozen=True)
class Basis:
    """Everything that decides."""

    version: str
    released: str
    """The newest day on which a fact was read: the release of the data."""
    today: str
    stale: str
    """What was read before this day is over the budget of cells, a year."""
    rules: Rules
    levels: Mapping[str, str]
    """Level to its label."""
    strengths: Mapping[str, str]
    """Strength to its label."""
    questions: tuple[Question, ...]
    measures: tuple[Measure, ...]
    options: tuple[Option, ...]
    """Sorted by id."""

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def measure(self) -> Mapping[str, Measure]:
        """Criteria by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def json(self) -> str:
        """The same as JSON, without what is empty. Safe inside a script element.

        The cells of a technology are a list, in the order of the features among the measures: named, they are longer.
        """
        features = [measure.id for measure in self.measures if not measure.fact]
        found = _compact(self)
        for option, told in zip(self.options, found.get("options", ()), strict=True):
            told["cells"] = [_row(option.cells.get(feature)) for feature in features]
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")


Drawn = tuple[Option, date | None]
"""What the engines see of a technology, and the newest day on which a fact of it was read."""


def basis(catalogue: Catalogue, guide: Guide, today: date, memory: Memory | None = None) -> Basis:
    """What decides, of a valid catalogue as of `today`. `memory` spares reading the same technology again."""
    memory = memory or Memory()
    technologies = sorted(catalogue.technologies.values(), key=lambda technology: technology.id)
    drawn = memory.several([_wanted(technology, today) for technology in technologies])
    named = Excerpts(catalogue, memory).deciding()
    inputs = *parts(named), guide, today, *drawn
    return memory("basis", inputs, lambda: _basis(named, guide, today, drawn))


def _basis(named: Catalogue, guide: Guide, today: date, drawn: tuple[Drawn, ...]) -> Basis:
    return Basis(
        version=VERSION,
        released=max((read for _, read in drawn if read), default=today).isoformat(),
        today=today.isoformat(),
        stale=Budget.CELLS.oldest(today).isoformat(),
        rules=_rules(guide.values, named.agreement),
        levels={level.value: level.label for level in Support},
        strengths={strength.value: strength.label for strength in Strength},
        questions=tuple(_question(question, named, guide.values, today) for question in guide.questions),
        measures=tuple(_measure(criterion, named) for criterion in criteria(named).values()),
        options=tuple(option for option, _ in drawn),
    )


def _wanted(technology: Technology, today: date) -> Wanted[Drawn]:
    inputs = technology, today
    return Wanted(("option", technology.id), inputs, partial(_drawn, *inputs))


def _drawn(technology: Technology, today: date) -> Drawn:
    return _option(technology, today), _read(technology)


def _read(technology: Technology) -> date | None:
    return max((value for _, value in leaves(technology, CHECKED) if isinstance(value, date)), default=None)


def _rules(values: Values, agreement: CodingAgreement | None) -> Rules:
    swings = {item.swing: item.weight for item in values.swings}
    varied, classes = values.variation, values.classes
    return Rules(
        levels={item.level.value: item.value for item in values.levels},
        swings={swing.value: weight for swing, weight in swings.items()},
        strengths={strength.value: swings[SWING.get(strength, Swing.MUCH)] for strength in Strength},
        samples=varied.samples,
        factors=varied.factors,
        draws=_draws(varied.samples, agreement),
        clear_gap=classes.clear_gap,
        clear_share=classes.clear_share,
        ahead_share=classes.ahead_share,
        close_share=classes.close_share,
    )


def _draws(samples: int, agreement: CodingAgreement | None) -> int:
    """In how many samples a cell is one level off, to the nearest: at the rate of wrong levels in the newest audit.

    Two right and two wrong cells are added, so that none among a few does not pass for never: Agresti and Coull,
    Approximate is better than "exact" for interval estimation of binomial proportions, 1998.
    """
    if agreement is None:
        return 0  # only in tests: the data are refused where there is a guide and no audit
    audit = agreement.newest
    wrong, read = audit.wrong_levels + 2, audit.read + 4
    return (2 * samples * wrong + read) // (2 * read)


def _question(question: ModelQuestion, catalogue: Catalogue, values: Values, today: date) -> Question:
    swings = {item.swing: item.weight for item in values.swings}
    written = tuple(_choice(choice, bool(question.strengths), swings, today) for choice in question.choices)
    return Question(
        id=question.id,
        title=question.title,
        question=question.question,
        weight=swings[question.weight],
        choices=(*_listed(question.choices_from, catalogue, swings), *written),
        strengths=tuple(strength.value for strength in question.strengths),
        any_of=question.any_of,
        edits=question.edits or "",
    )


def _choice(choice: ModelChoice, graded: bool, swings: Mapping[Swing, float], today: date) -> Choice:
    return Choice(
        id=choice.id,
        label=choice.label,
        criterion=(choice.criterion or choice.id) if graded else "",
        loads={name: swings[swing] for name, swing in choice.loads.items()},
        requires=choice.requires,
        weight=None if choice.weight is None else swings[choice.weight],
        until=later(today, choice.months).isoformat() if choice.months else "",
    )


def _listed(source: ChoiceList | None, catalogue: Catalogue, swings: Mapping[Swing, float]) -> Iterator[Choice]:
    match source:
        case ChoiceList.LANGUAGES:
            for language in sorted(Language, key=lambda language: language.label.casefold()):
                yield Choice(language.value, language.label, f"language-{language.value}")
        case ChoiceList.TECHNOLOGIES:
            for technology in catalogue.technologies.values():
                yield Choice(technology.id, technology.name, loads={f"existing-{technology.id}": swings[Swing.MUCH]})
        case ChoiceList.FEATURES:
            for feature in catalogue.features:
                yield Choice(feature.id, feature.name, feature.id)


def _measure(criterion: Criterion, catalogue: Catalogue) -> Measure:
    for group in catalogue.groups:
        if any(feature.id == criterion.id for feature in group.features):
            return Measure(criterion.id, criterion.name, links.feature(group.id, criterion.id))
    fact = criterion.fact.value if criterion.fact else ""
    return Measure(criterion.id, criterion.name, "", fact, criterion.values or {})


def _option(technology: Technology, today: date) -> Option:
    lines = [line for line in technology.facts.support.releases if line.ends is None or line.ends >= today]
    ends = [] if any(line.ends is None for line in lines) else [(line.ends, line.name) for line in lines if line.ends]
    last = max(ends, default=None)
    people = technology.facts.maintainers.value
    return Option(
        id=technology.id,
        name=technology.name,
        address=links.technology(technology.id),
        cells={name: _cell(cell) for name, cell in technology.features.items()},
        facts={name.value: fact for name, fact in _facts(technology)},
        supported=last[0].isoformat() if last else "",
        line=last[1] if last else "",
        alone=people is not None and people.value == "1",
    )


def _cell(cell: Cell) -> CellValue:
    return CellValue(
        level=cell.support.value,
        lowered=bool(cell.partial) + bool(cell.experimental),
        package=cell.package.name if cell.package else "",
        spare=len(cell.alternatives),
        source=_source(cell.sources),
    )


def _facts(technology: Technology) -> Iterator[tuple[FactName, FactValue]]:
    facts, derived = technology.facts, structure(technology)
    yield FactName.LANGUAGES, _fact(facts.languages, facts.languages.value)
    yield FactName.EXECUTION, _fact(facts.execution, facts.execution.value)
    yield FactName.CONCURRENCY, _fact(facts.concurrency, facts.concurrency.value)
    items = facts.hosting.items
    sources = tuple(source for item in items for source in item.sources)
    yield FactName.HOSTING, _fact(facts.hosting, tuple(item.target for item in items), sources)
    yield FactName.ECOSYSTEMS, _fact(facts.ecosystems, facts.ecosystems.value)
    process = facts.security_process.value
    words = {True: "Yes", False: "No"}
    yield FactName.SECURITY_PROCESS, _fact(facts.security_process, process, words=words.get(process or False, ""))
    count = facts.default_packages.value
    yield FactName.DEFAULT_PACKAGES, _fact(facts.default_packages, count, words=f"{count} packages")
    yield FactName.STRUCTURE, FactValue((derived.value,), derived.label)
    yield FactName.EXISTING, FactValue((technology.id, f"{ON}{platform(technology)}"), technology.name)


def _fact(fact: ModelFact, value: object, sources: tuple[model.Source, ...] = (), words: str = "") -> FactValue:
    if fact.unknown is not None or value is None:
        return FactValue()
    several = value if isinstance(value, tuple) else (value,)
    labels = words or ", ".join(str(getattr(term, "label", term)) for term in several)
    return FactValue(tuple(_term(term) for term in several), labels or "None of them", _source(sources or fact.sources))


def _term(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value) if isinstance(value, Enum) else str(value)


def _source(sources: tuple[model.Source, ...]) -> Source | None:
    if not sources:
        return None
    first = sources[0]
    return Source(first.url, first.checked.isoformat())


def _row(cell: CellValue | None) -> list[str | int]:
    """A cell as a list, up to the last part that is not empty."""
    if cell is None:
        return []
    source = cell.source or Source("", "")
    parts: list[str | int] = [cell.level, source.url, source.checked, cell.package, cell.spare, cell.lowered]
    while not parts[-1]:
        parts.pop()
    return parts


def _compact(value: Any) -> Any:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {key: _compact(item) for key, item in value.items() if not _empty(item)}
    if isinstance(value, list | tuple):
        return [_compact(item) for item in value]
    return _compact({item.name: getattr(value, item.name) for item in fields(value)})


def _empty(value: Any) -> bool:
    """True for what a reader of the JSON takes for granted. A weight of 0.0 is not."""
    return value is None or value is False or (not isinstance(value, float) and not value)
