"""The decision record of a result: MADR 4.0.0 (https://adr.github.io/madr/) or Nygard's form, in Markdown."""

from collections.abc import Iterator

from backend_atlas.guide.deciding import Ranked, Result
from backend_atlas.guide.scoring import STEPS, Contribution, tenths
from backend_atlas.guide.words import Words, points

LISTED = 6
"""How many changes a record names."""

CONSEQUENCES = (
    ("Good", "brings from its own project", STEPS[:2]),
    ("Neutral", "needs packages by others for", STEPS[2:3]),
    ("Bad", "leaves to your own code", (STEPS[3], "not-applicable")),
)


def madr(words: Words, result: Result, link: str, day: str) -> str:
    """As a Markdown Architectural Decision Record, version 4. `link` reproduces the result, `day` is ISO 8601."""
    return _text(
        [
            "---",
            "status: proposed",
            f"date: {day}",
            "decision-makers: []",
            "---",
            "",
            f"# {_title(words, result)}",
            "",
            "## Context and Problem Statement",
            "",
            *_context(words, result),
            "",
            "## Decision Drivers",
            "",
            *_drivers(words, result),
            "",
            "## Considered Options",
            "",
            *_options(words, result),
            *_excluded(words, result),
            "",
            "## Decision Outcome",
            "",
            *_outcome(words, result),
            "",
            "### Consequences",
            "",
            *_consequences(words, result),
            "",
            "### Confirmation",
            "",
            *_confirmation(words, result),
            "",
            "## Pros and Cons of the Options",
            "",
            *_pros_and_cons(words, result),
            "## More Information",
            "",
            *_more(words, result, link),
        ]
    )


def nygard(words: Words, result: Result, link: str, day: str) -> str:
    """In the five parts that Michael Nygard described in 2011."""
    return _text(
        [
            f"# {_title(words, result)}",
            "",
            f"Date: {day}",
            "",
            "## Status",
            "",
            "Proposed",
            "",
            "## Context",
            "",
            *_context(words, result),
            "",
            *_drivers(words, result),
            "",
            "Considered:",
            "",
            *_options(words, result),
            *_excluded(words, result),
            "",
            "## Decision",
            "",
            *_outcome(words, result),
            "",
            "## Consequences",
            "",
            *_consequences(words, result),
            "",
            "To confirm in a spike:",
            "",
            *_confirmation(words, result),
            "",
            *_more(words, result, link),
        ]
    )


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _decided(result: Result) -> bool:
    return result.verdict in ("clear", "ahead")


def _title(words: Words, result: Result) -> str:
    return f"Start on {words.names(result.leaders)}" if _decided(result) else "Choose a backend technology"


def _context(words: Words, result: Result) -> Iterator[str]:
    yield "Which backend technology should this project start on? Database, host and front end are decided elsewhere."
    kind = words.basis.question.get("kind")
    for pick in result.answers.picks.get("kind", ()):
        if kind:
            yield f"The project is mainly this: {kind.by_id[pick.choice].label}."
    yield ""
    yield "<!-- What else matters here, and the guide cannot know: -->"


def _drivers(words: Words, result: Result) -> Iterator[str]:
    for title, labels in words.given(result):
        yield f"* {title}: {'; '.join(labels)}"
    for condition in result.asked.conditions:
        yield f"* Must: {words.condition(condition)}"
    for question, swing in result.answers.weights.items():
        yield f"* Weight of “{words.answer(question)}”: {swing}"


def _options(words: Words, result: Result) -> Iterator[str]:
    for item in result.considered:
        yield f"* {words.name(item.id)}, {points(tenths(item.score))} of 100"
    if not result.considered:
        yield "* None"


def _excluded(words: Words, result: Result) -> Iterator[str]:
    if result.excluded:
        yield ""
        yield "Excluded:"
        yield ""
    for item in result.excluded:
        yield f"* {words.name(item.id)}, for lack of {words.excluded(item)}"


def _outcome(words: Words, result: Result) -> Iterator[str]:
    if _decided(result):
        yield f"Chosen option: “{words.names(result.leaders)}”. {words.headline(result)} {words.holding(result)}"
    else:
        yield f"No option is chosen yet. {words.headline(result)} {words.holding(result)}".rstrip()
    if result.verdict == "none fits":
        yield ""
        yield from (f"* {text}" for text in words.ways_out(result))


def _consequences(words: Words, result: Result) -> Iterator[str]:
    leaders = [item for item in result.considered if item.id in result.leaders]
    for item in leaders:
        for label, verb, levels in CONSEQUENCES:
            if found := words.at(result, item.id, levels):
                yield f"* {label}, because {words.name(item.id)} {verb}: {', '.join(found)}"
    for risk in result.risks:
        yield f"* Bad, because of a risk: {words.risk(risk)}"
    for text in words.existing(result):
        yield f"* {text}"
    if not leaders:
        yield "* Bad, because nothing can be chosen as long as the conditions stay."


def _confirmation(words: Words, result: Result) -> Iterator[str]:
    if not result.ranking:
        yield "* [ ] Decide which condition can go, and ask the guide again"
        return
    for condition in result.asked.conditions:
        if not words.basis.measure[condition.criteria[0]].fact:
            yield f"* [ ] Show in a running example: {words.criterion(condition.criteria)}"
    for rest in [rest for rest in result.rests if rest.reason == "flips"][:LISTED]:
        yield f"* [ ] Read again, because the result rests on it: {words.rest(rest)}"
    yield "* [ ] Build the part of the project that worries the team most"
    yield "* [ ] Run it where it will run, and measure what matters there"
    yield "* [ ] Let the people who will maintain it say yes"


def _pros_and_cons(words: Words, result: Result) -> Iterator[str]:
    shown = _telling(result)
    if len(result.considered) > 1:
        yield "Lines on which the options do not differ are left out."
        yield ""
    for item in result.considered:
        yield f"### {words.name(item.id)}"
        yield ""
        yield from _judged(words, item, [result.contributions[item.id][index] for index in shown])
        yield ""


def _telling(result: Result) -> list[int]:
    """Places of the rows in which the considered options differ; all where there is only one option."""
    columns = [[part.value for part in result.contributions[item.id]] for item in result.considered]
    return [place for place, values in enumerate(zip(*columns, strict=True)) if len({*values}) > 1 or len(columns) == 1]


def _judged(words: Words, item: Ranked, parts: list[Contribution]) -> Iterator[str]:
    for contribution in parts:
        label = "Good" if contribution.value >= 0.9 else "Neutral" if contribution.value >= 0.5 else "Bad"
        row = contribution.row
        yield f"* {label}, because of {words.criterion(row.criteria)} ({words.found(item.id, row.criteria)})"


def _more(words: Words, result: Result, link: str) -> Iterator[str]:
    yield f"Made with the decision guide of Backend Atlas, data of {words.basis.released}. The same result: <{link}>"
    changes = words.notable(result)[:LISTED]
    if changes:
        yield ""
        yield "What would change it:"
        yield ""
    for flip in changes:
        yield f"* {words.flip(flip)}"
