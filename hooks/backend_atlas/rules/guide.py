"""The files of the decision guide refer to what exists, and to everything that exists."""

from collections.abc import Iterable, Iterator

from backend_atlas.model import Catalogue
from backend_atlas.model.criteria import criteria
from backend_atlas.model.guide import Choice, Question
from backend_atlas.model.vocabulary import Support, Swing
from backend_atlas.problems import did_you_mean
from backend_atlas.rules.finding import Finding, in_guide
from backend_atlas.source import Location

Indexed = Iterator[tuple[int, Question]]


def _questions(catalogue: Catalogue) -> Indexed:
    yield from enumerate(catalogue.guide.questions if catalogue.guide and catalogue.groups else ())


def questions_have_answers(catalogue: Catalogue) -> Iterator[Finding]:
    """Ids stand once, a question has choices, and `any_of` and `edits` make sense."""
    ids: list[str] = []
    for i, question in _questions(catalogue):
        where = ("questions", i)
        if question.id in ids:
            yield Finding(
                in_guide("questions"), (*where, "id"), f'the question "{question.id}" stands twice', "choose another id"
            )
        ids.append(question.id)
        if not question.choices and not question.choices_from:
            yield Finding(in_guide("questions"), where, "has no choices", "write `choices:` or `choices_from:`")
        if question.any_of and not question.strengths:
            yield Finding(
                in_guide("questions"), (*where, "any_of"), "needs strengths", "one answer is always enough otherwise"
            )
        if question.edits and question.edits not in ids:
            hint = did_you_mean(question.edits, ids) or "it has to stand before this question"
            yield Finding(
                in_guide("questions"), (*where, "edits"), f'"{question.edits}" is not an earlier question', hint
            )


def choices_are_in_alphabetical_order(catalogue: Catalogue) -> Iterator[Finding]:
    """No choice has the first place by somebody's wish, and none stands twice."""
    for i, question in _questions(catalogue):
        labels = [choice.label.casefold() for choice in question.choices]
        seen: set[str] = set()
        for j, choice in enumerate(question.choices):
            where = ("questions", i, "choices", j)
            if choice.id in seen:
                yield Finding(
                    in_guide("questions"), (*where, "id"), f'the choice "{choice.id}" stands twice', "choose another id"
                )
            seen.add(choice.id)
            if j and labels[j] < labels[j - 1]:
                before = question.choices[j - 1].label
                yield Finding(
                    in_guide("questions"),
                    (*where, "label"),
                    f'stands after "{before}"',
                    "sort the choices by their labels",
                )


def choices_name_known_criteria(catalogue: Catalogue) -> Iterator[Finding]:
    """Whatever a choice loads, requires or asks for can be scored."""
    known = list(criteria(catalogue))
    for i, question in _questions(catalogue):
        for j, choice in enumerate(question.choices):
            for field, name in _named(question, choice):
                if name not in known:
                    where = ("questions", i, "choices", j, *field)
                    yield Finding(in_guide("questions"), where, f'"{name}" is not a criterion', _hint(name, known))


def _named(question: Question, choice: Choice) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from ((("loads", name), name) for name in choice.loads)
    yield from ((("requires", index), name) for index, name in enumerate(choice.requires))
    if choice.criterion:
        yield ("criterion",), choice.criterion
    elif question.strengths:
        yield ("id",), choice.id


def _hint(name: str, known: list[str]) -> str:
    return did_you_mean(name, known) or "features stand in features.yml, other criteria in guide/values.yml"


def every_level_and_swing_has_a_value(catalogue: Catalogue) -> Iterator[Finding]:
    """The value table is complete, in the order of the levels, and a better level is never worth less."""
    if not catalogue.guide:
        return
    values = catalogue.guide.values
    if [item.level for item in values.levels] != list(Support):
        hint = f"write each once, in this order: {', '.join(Support)}"
        yield Finding(in_guide("values"), ("levels",), "does not hold every level once", hint)
    known = [item for item in values.levels if item.level is not Support.UNKNOWN]
    for index in range(1, len(known)):
        if known[index].value > known[index - 1].value:
            message = f"is worth more than {known[index - 1].level.value}"
            yield Finding(in_guide("values"), ("levels", index, "value"), message, "a better level is never worth less")
    if {item.swing for item in values.swings} != set(Swing):
        yield Finding(in_guide("values"), ("swings",), "does not hold every swing once", f"write {', '.join(Swing)}")


def scenarios_and_witnesses_name_technologies(catalogue: Catalogue) -> Iterator[Finding]:
    """Ids of technologies are in the data or awaited, and every technology has one witness."""
    if not catalogue.guide or not catalogue.technologies:
        return
    scenarios, technologies = catalogue.guide.scenarios, catalogue.technologies
    for i, awaited in enumerate(scenarios.awaited):
        if awaited in technologies:
            yield Finding(in_guide("scenarios"), ("awaited", i), f'"{awaited}" is in the data', "remove it here")
    known = [*technologies, *scenarios.awaited]
    questions = [question.id for question in catalogue.guide.questions]
    for i, scenario in enumerate(scenarios.scenarios):
        named: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
            (("accept", "ids"), scenario.accept.ids),
            (("reject", "ids"), scenario.reject.ids),
            (("includes",), scenario.includes),
        ]
        for field, ids in named:
            where: Location = ("scenarios", i, *field)
            yield from _unknown("scenarios", where, ids, known, "is neither in the data nor awaited")
        yield from _unknown("scenarios", ("scenarios", i, "relaxes"), scenario.relaxes, questions, "is not a question")
    witnesses = [witness.id for witness in catalogue.guide.witnesses]
    for i, witness in enumerate(catalogue.guide.witnesses):
        yield from _unknown(
            "witnesses", ("witnesses", i), (witness.id,), technologies, "is not in the data", field="id"
        )
        if (witness.answers is None) == (witness.covered is None):
            hint = "write `answers:` and `project:`, or `covered:` with what is chosen in its place"
            yield Finding(in_guide("witnesses"), ("witnesses", i), "needs either answers or covered", hint)
        if witnesses.index(witness.id) != i:
            yield Finding(
                in_guide("witnesses"), ("witnesses", i, "id"), f'"{witness.id}" stands twice', "one is enough"
            )
    if missing := [name for name in technologies if name not in witnesses]:
        hint = "give answers for which it comes first, or say in `covered:` what covers its cases"
        yield Finding(in_guide("witnesses"), ("witnesses",), f"lacks {', '.join(missing)}", hint)


def _unknown(
    file: str, where: Location, ids: Iterable[str], known: Iterable[str], message: str, *, field: str = ""
) -> Iterator[Finding]:
    names = list(known)
    for index, name in enumerate(ids):
        if name not in names:
            yield Finding(in_guide(file), (*where, field or index), f'"{name}" {message}', did_you_mean(name, names))


def scenarios_cover_every_kind(catalogue: Catalogue) -> Iterator[Finding]:
    """Ids of scenarios stand once, and every choice of a question that fills a list has a scenario."""
    if not catalogue.guide:
        return
    seen: set[str] = set()
    for i, scenario in enumerate(catalogue.guide.scenarios.scenarios):
        if scenario.id in seen:
            yield Finding(
                in_guide("scenarios"), ("scenarios", i, "id"), f'"{scenario.id}" stands twice', "choose another id"
            )
        seen.add(scenario.id)
    edited = {question.edits for question in catalogue.guide.questions}
    answered = {part for scenario in catalogue.guide.scenarios.scenarios for part in scenario.answers.split("&")}
    for question in catalogue.guide.questions:
        if question.id in edited:
            missing = [choice.id for choice in question.choices if f"{question.id}={choice.id}" not in answered]
            if missing:
                message = f"has no scenario for {question.id}={', '.join(missing)}"
                yield Finding(in_guide("scenarios"), ("scenarios",), message, "write one, with what has to come out")
