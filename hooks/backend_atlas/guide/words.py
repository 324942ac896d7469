"""A result in sentences. Plain text: whoever prints it escapes it."""

from collections.abc import Iterable
from math import floor

from backend_atlas.guide.asking import MUST, Condition
from backend_atlas.guide.basis import Basis, Option
from backend_atlas.guide.deciding import Engine, Excluded, Flip, Relaxation, Rest, Result, Risk
from backend_atlas.guide.scoring import STEPS, tenths, value
from backend_atlas.model.vocabulary import Verdict

REASONS = 3
"""How many reasons the first sentence gives."""

NOTABLE = 6
"""How many changes are shown before all others."""

VERDICTS = {verdict.value: verdict for verdict in Verdict}

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

OTHER_WAYS = (
    "Other ways out: keep what already runs, split the work so that each part has fewer conditions, "
    "or buy the part that nothing provides."
)


class Words:
    """Sentences about results on one basis."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.basis: Basis = engine.basis
        self.options = {option.id: option for option in self.basis.options}

    def name(self, option: str) -> str:
        """A technology as its project writes it."""
        return self.options[option].name

    def names(self, options: Iterable[str]) -> str:
        """Several technologies: "A, B and C"."""
        return series([self.name(option) for option in options])

    def criterion(self, criteria: Iterable[str]) -> str:
        """What is scored or demanded; one of several is enough."""
        return " or ".join(self.basis.measure[criterion].name for criterion in criteria)

    def answer(self, question: str) -> str:
        """The title of a question."""
        return self.basis.question[question].title

    def condition(self, condition: Condition) -> str:
        """A condition in words."""
        origin = " from the project itself" if condition.least == "first-party" else ""
        return f"{self.criterion(condition.criteria)}{origin} ({self.answer(condition.question)})"

    def found(self, option: str, criteria: Iterable[str]) -> str:
        """What a technology has to show for a criterion: the level with its package, or the words of the fact."""
        return "; ".join(dict.fromkeys(self.cell(self.options[option], criterion) for criterion in criteria))

    def cell(self, option: Option, criterion: str) -> str:
        """One cell or fact in words."""
        measure = self.basis.measure[criterion]
        if measure.fact == "existing":
            worth = value(self.basis, option, criterion, bare=False).value
            return "Already running" if worth >= 1 else "Same platform" if worth > 0 else "Another platform"
        if measure.fact:
            return option.facts[measure.fact].words or self.basis.levels["unknown"]
        cell = option.cells[criterion]
        marks = ", partial or experimental" if cell.lowered else ""
        return f"{self.basis.levels[cell.level]}{f' {cell.package}' if cell.package else ''}{marks}"

    def headline(self, result: Result) -> str:
        """The result in one sentence."""
        leaders = self.names(result.leaders)
        match result.verdict:
            case "none fits":
                return f"None of the {len(self.basis.options)} technologies meets all your conditions."
            case "no answers":
                return "Nothing was answered yet that tells technologies apart, so there is no ranking."
            case "tie":
                return f"{leaders} have the same score."
            case "close":
                return f"Too close to call between {leaders}."
        if result.sole:
            return f"{leaders} is the only one that meets your conditions."
        start = "is the closest match to your answers" if result.verdict == "clear" else "is ahead"
        return f"{leaders} {start}{self.because(result)}."

    def verdict(self, result: Result) -> str:
        """What the result is called."""
        return "The only match" if result.sole else VERDICTS[result.verdict].label

    def against(self, result: Result) -> str:
        """The first against the second: on what each scores higher, and by how much."""
        if len(result.ranking) < 2:
            return ""
        one, two = (self.name(item.id) for item in result.ranking[:2])
        gained, given_up = self.listing(self.gained(result)), self.listing(self.given_up(result))
        return f"{one} scores higher than {two} on {gained}. {two} scores higher on {given_up}."

    def listing(self, found: list[tuple[tuple[str, ...], int]]) -> str:
        """Criteria with points."""
        return ", ".join(f"{self.criterion(criteria)} ({points(more)})" for criteria, more in found) or "nothing"

    def brief(self, result: Result) -> list[str]:
        """The result for a terminal, line by line."""
        lines = [f"{self.headline(result)} {self.holding(result)}".strip()]
        lines += [f"  {points(tenths(item.score)):>5}  {self.name(item.id)}" for item in result.ranking]
        lines += [f"     -  {self.name(item.id)}, for lack of {self.excluded(item)}" for item in result.excluded]
        lines += [self.risk(risk) for risk in result.risks]
        lines += self.ways_out(result) if result.verdict == "none fits" else self.existing(result)
        return [*lines, *(self.flip(flip) for flip in self.notable(result)[:REASONS])]

    def because(self, result: Result) -> str:
        """What the leader gains most on, against the runner-up."""
        rows = [self.criterion(criteria) for criteria, _ in self.gained(result)[:REASONS]]
        return f", mainly because of {series(rows)}" if rows else ""

    def holding(self, result: Result) -> str:
        """How firm that is, in a second sentence."""
        match result.verdict:
            case "none fits":
                return ""
            case "no answers":
                return "Four answers are enough for a first result."
            case "tie":
                return "Another answer has to decide between them."
            case "close":
                return "Each comes first under some weights."
        if result.sole:
            return "Nothing was left to compare it with."
        percent = floor(result.ranking[0].share * 100 + 0.5)
        return f"It stays first in {percent} % of the trials with other weights and small errors in the data."

    def gained(self, result: Result) -> list[tuple[tuple[str, ...], int]]:
        """Criteria on which the first is ahead of the second, with tenths of a point; the largest first."""
        return self.differences(result, 1)

    def given_up(self, result: Result) -> list[tuple[tuple[str, ...], int]]:
        """Criteria on which it is behind."""
        return self.differences(result, -1)

    @staticmethod
    def differences(result: Result, sign: int) -> list[tuple[tuple[str, ...], int]]:
        if len(result.ranking) < 2:
            return []
        one, two = (result.contributions[item.id] for item in result.ranking[:2])
        sums: dict[tuple[str, ...], int] = {}
        for mine, other in zip(one, two, strict=True):
            criteria = mine.row.criteria
            sums[criteria] = sums.get(criteria, 0) + sign * (mine.shown - other.shown)
        found = [(criteria, points) for criteria, points in sums.items() if points > 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def flip(self, flip: Flip) -> str:
        """One answer, and what comes first with it."""
        return f"{self.change(flip)}, {self.outcome(flip)}."

    def change(self, flip: Flip) -> str:
        """The answer that a flip changes."""
        question = self.basis.question[flip.question]
        if not flip.choice:
            return f"With “{question.title}” left open"
        label = question.by_id[flip.choice].label
        if not question.strengths:
            return f"With “{label}” ({question.title})"
        if not flip.strength:
            return f"Without “{label}” ({question.title})"
        return f"With “{label}: {lowered(self.basis.strengths[flip.strength])}” ({question.title})"

    def outcome(self, flip: Flip) -> str:
        """What comes first then."""
        if flip.verdict:
            return "nothing would fit" if flip.verdict == "none fits" else "there would be no ranking"
        return f"{self.names(flip.leaders)} would come first"

    def rest(self, rest: Rest) -> str:
        """A cell that the result rests on."""
        reasons = {
            "flips": "one level more or less would change what comes first",
            "unknown": "not known yet, and it counts here",
            "stale": "read more than a year ago",
        }
        return f"{self.name(rest.id)}, {self.criterion([rest.criterion])}: {reasons[rest.reason]}."

    def risk(self, risk: Risk) -> str:
        """Something to know before choosing."""
        name = self.name(risk.id)
        what = self.criterion([risk.criterion]) if risk.criterion else ""
        match risk.reason:
            case "one package":
                return f"{name}: {what} is a must, and one package by others provides it ({risk.detail})."
            case "partial":
                return f"{name}: {what} is a must, and what is there is partial or experimental."
            case "support ends":
                line, _, end = risk.detail.partition(" ")
                return f"{name}: the longest published support, of {line}, ends on {day(end)}. Plan upgrades."
            case "not preferred":
                return f"{name} does not use {self.criterion(risk.detail.split())}, which you prefer."
            case "no end date":
                return f"{name}: no date for the end of support is published."
        return f"{name}: only one person made 5 % or more of the commits of a year."

    def relaxation(self, relaxation: Relaxation) -> str:
        """A way out where nothing fits."""
        given_up = series([self.condition(condition) for condition in relaxation.conditions])
        packages = [
            f"{self.name(option)} has it as a package by others, {self.packages(option, condition.criteria)}"
            for condition in relaxation.conditions
            for option in relaxation.ids
            if self.engine.meets_as_package(condition, option)
        ]
        detail = f". {series(packages)}" if packages else ""
        return f"Without {given_up}, {self.names(relaxation.ids)} would fit{detail}."

    def packages(self, option: str, criteria: Iterable[str]) -> str:
        """The packages behind some cells."""
        cells = self.options[option].cells
        return series([cells[name].package for name in criteria if name in cells])

    def excluded(self, excluded: Excluded) -> str:
        """What an excluded technology lacks, and what it has there."""
        return "; ".join(
            f"{self.condition(condition)}. It has: {self.found(excluded.id, condition.criteria)}"
            for condition in excluded.conditions
        )

    def notable(self, result: Result) -> list[Flip]:
        """The changes to show first: at most two a question, of those that put something else first without a must.

        Answered questions stand before open ones, and an answer that is taken back before others.
        """
        telling = [flip for flip in result.flips if self.tells(flip)]
        given = {(name, pick.choice) for name, picks in result.answers.picks.items() for pick in picks}
        found: list[Flip] = []
        for question in sorted(self.basis.questions, key=lambda question: question.id not in result.answers.picks):
            own = [flip for flip in telling if flip.question == question.id]
            own.sort(key=lambda flip: (flip.choice != "", (flip.question, flip.choice) not in given))
            found.extend(own[:2])
        return found[:NOTABLE]

    @staticmethod
    def tells(flip: Flip) -> bool:
        """Whether a change says something: others come first, and not because the rest is excluded or already runs."""
        return not (flip.verdict or flip.strength in MUST or (flip.question == "have" and flip.choice))

    def conflict(self, conditions: tuple[Condition, ...]) -> str:
        """Conditions that nothing meets."""
        named = series([self.condition(condition) for condition in conditions])
        return f"Nothing in the atlas meets {named}{' together' if len(conditions) > 1 else ''}."

    def ways_out(self, result: Result) -> list[str]:
        """Where nothing fits: what contradicts, and what to give up."""
        conflicts = [self.conflict(conflict) for conflict in result.conflicts]
        return [*conflicts, *(self.relaxation(relaxation) for relaxation in result.relaxations), OTHER_WAYS]

    def existing(self, result: Result) -> list[str]:
        """Where code exists: what staying costs, and what moving costs and brings."""
        have = result.answers.picks.get("have", ())
        if not have or not result.ranking:
            return []
        home = have[0].choice
        return [
            self.staying(result, item.id) if item.id == home else self.moving(result, item.id)
            for item in result.considered
        ]

    def staying(self, result: Result, option: str) -> str:
        """What has to be added to what runs."""
        packages = series(self.at(result, option, ("community",))) or "nothing"
        own = series(self.at(result, option, ("do-it-yourself", "not-applicable"))) or "nothing"
        return f"Staying with {self.name(option)} keeps the code. To add by packages: {packages}. To write: {own}."

    def moving(self, result: Result, option: str) -> str:
        """What a rewrite brings."""
        brings = series(self.at(result, option, STEPS[:2])) or "nothing"
        start = f"Moving to {self.name(option)} means rewriting the application."
        return f"{start} It brings from its own project: {brings}."

    def at(self, result: Result, option: str, levels: tuple[str, ...]) -> list[str]:
        """Criteria that were asked for and that a technology has at one of some levels."""
        cells = self.options[option].cells
        asked = [contribution.row.criteria[0] for contribution in result.contributions[option]]
        return [
            self.criterion([name]) for name in dict.fromkeys(asked) if name in cells and cells[name].level in levels
        ]

    def given(self, result: Result) -> list[tuple[str, list[str]]]:
        """Each answered question with its answers, in the order of the form."""
        found = []
        for question in self.basis.questions:
            picks = result.answers.picks.get(question.id, ())
            labels = [
                f"{question.by_id[pick.choice].label}"
                + (f" ({lowered(self.basis.strengths[pick.strength])})" if pick.strength else "")
                for pick in picks
            ]
            if labels:
                found.append((question.title, labels))
        return found


def series(items: list[str]) -> str:
    """One sentence part from several: `A, B and C`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def day(text: str) -> str:
    """A day in words, from ISO 8601."""
    year, month, number = (int(part) for part in text.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}"


def lowered(text: str) -> str:
    """Without the capital at its beginning."""
    return text[:1].lower() + text[1:]


def points(tenths: int) -> str:
    """Tenths of a percent as a number with one decimal."""
    sign, size = ("\N{MINUS SIGN}", -tenths) if tenths < 0 else ("", tenths)
    return f"{sign}{size // 10}.{size % 10}"
