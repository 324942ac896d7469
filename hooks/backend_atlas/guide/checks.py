"""Holds the scenarios, the witnesses and the meaning of "clear" against the engine."""

from collections.abc import Iterable, Iterator
from datetime import date

from backend_atlas.guide.answers import Reading, read
from backend_atlas.guide.basis import Basis
from backend_atlas.guide.deciding import Engine, Result
from backend_atlas.memory import Memory, Wanted
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.criteria import platform
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.model.guide import Guide, Scenario, Witness
from backend_atlas.model.guide.scenarios import Match
from backend_atlas.model.vocabulary import Verdict
from backend_atlas.rules.finding import Finding, in_guide

NO_TUNING = "mend the questions, the values or the expectation; never a cell for its sake"
DECIDED = (Verdict.CLEAR.value, Verdict.AHEAD.value)


def check(catalogue: Catalogue, today: date, memory: Memory) -> Iterable[Finding]:
    """Everything in the guide that does not come out as it has to. `memory` spares deciding the same again."""
    guide = catalogue.guide
    if guide is None:
        return ()
    engine = Engine.of(catalogue, guide, today, memory)
    excerpt = Excerpts(catalogue, memory).deciding()
    inputs = engine, *parts(excerpt)
    (found,) = memory.several([Wanted("guide checks", inputs, lambda: tuple(_found(excerpt, guide, engine)))])
    return found


def _found(catalogue: Catalogue, guide: Guide, engine: Engine) -> Iterator[Finding]:
    scenarios = guide.scenarios.scenarios
    texts = [item.answers for item in scenarios]
    texts += [item.answers for item in guide.witnesses if item.answers is not None]
    engine.ask(reading.answers for text in texts if not (reading := read(text, engine.basis)).ignored)
    for index, scenario in enumerate(scenarios):
        reading = read(scenario.answers, engine.basis)
        if reading.ignored:
            yield _unread("scenarios", index, reading)
            continue
        for field, message in failures(catalogue, scenario, engine, engine.outcome(reading.answers)):
            yield Finding(in_guide("scenarios"), ("scenarios", index, field), message, NO_TUNING)
    yield from _witnesses(guide, engine)


def _unread(file: str, index: int, reading: Reading) -> Finding:
    hint = "write answers as they stand in a link to the guide"
    return Finding(in_guide(file), (file, index, "answers"), f"cannot be read: {', '.join(reading.ignored)}", hint)


def failures(catalogue: Catalogue, scenario: Scenario, engine: Engine, result: Result) -> Iterator[tuple[str, str]]:
    """What is not as the scenario expects: field and message."""
    accepted = [name for name, it in catalogue.technologies.items() if matches(scenario.accept, it)]
    expected = [verdict.value for verdict in scenario.classes]
    if scenario.alone and len(accepted) <= 1:
        expected = [verdict.value for verdict in scenario.alone]
    shown = f"the result is {result.verdict}{': ' if result.leaders else ''}{', '.join(result.leaders)}"
    if result.verdict not in expected:
        yield "classes", f"{shown}; expected {' or '.join(expected)}"
    for name in result.leaders:
        technology = catalogue.technologies[name]
        if matches(scenario.reject, technology) or name not in accepted:
            yield "accept", f'{shown}; "{name}" must not be among them'
    for name in scenario.includes:
        if name not in result.leaders:
            yield "includes", f'{shown}; "{name}" has to be among them'
    if result.verdict == Verdict.NONE_FITS.value:
        ways, _ = engine.ways_out(result.asked)
        named = {condition.question for way in ways for condition in way.conditions}
        for question in scenario.relaxes:
            if question not in named:
                yield "relaxes", f'"{question}" is not named as a way out'


def matches(match: Match, technology: Technology) -> bool:
    """Whether a technology is one of those that are meant."""
    kind = technology.facts.kind.value
    platforms = [item.value for item in match.platforms]
    return technology.id in match.ids or kind in match.kinds or platform(technology) in platforms


def _witnesses(guide: Guide, engine: Engine) -> Iterator[Finding]:
    for index, witness in enumerate(guide.witnesses):
        if witness.answers is None:
            continue
        where = ("witnesses", index, "answers")
        reading = read(witness.answers, engine.basis)
        if reading.ignored:
            yield _unread("witnesses", index, reading)
            continue
        if "have" in reading.answers.picks:
            yield Finding(
                in_guide("witnesses"), where, "uses existing code", "say what the project needs, not what runs"
            )
        result = engine.outcome(reading.answers)
        if not testifies(witness, result):
            message = f'"{witness.id}" is not the only result: {result.recorded}'
            yield Finding(in_guide("witnesses"), where, message, _dominating(engine.basis, witness.id))


def testifies(witness: Witness, result: Result) -> bool:
    """Whether the technology of a witness is its only result."""
    return result.verdict in DECIDED and result.leaders == (witness.id,)


def _dominating(found: Basis, name: str) -> str:
    """Technologies that are at least as good in every cell."""
    order = list(found.rules.levels)
    mine = next(option for option in found.options if option.id == name)
    better = [
        option.name
        for option in found.options
        if option.id != name
        and all(order.index(option.cells[key].level) <= order.index(cell.level) for key, cell in mine.cells.items())
    ]
    if not better:
        return "try other answers, or say in `covered:` what covers its cases"
    return f"at least as good in every cell: {', '.join(better)}; say in `covered:` that they cover its cases"
