"""Generated technologies, answers and hostile texts. Questions, rules and measures are those of the real data.

A generated basis holds a few features only, so that each of them matters often.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, product

from hypothesis import strategies as st

from backend_atlas.clock import today
from backend_atlas.guide.answers import MOST, Answers, Pick
from backend_atlas.guide.asking import MUST, asked
from backend_atlas.guide.basis import Basis, CellValue, Choice, FactValue, Measure, Option, Question, Source, basis
from backend_atlas.guide.deciding import Engine, Result
from backend_atlas.guide.scoring import Interval
from backend_atlas.load import load
from backend_atlas.model import Catalogue
from backend_atlas.model.criteria import ON
from backend_atlas.model.guide import Guide
from project import ROOT

NAMES = ("alder", "birch", "cedar", "dogwood", "elm", "fir-net-http", "gum", "hazel")
FEATURES = (
    "admin",
    "async",
    "csrf",
    "graphql",
    "jobs",
    "orm",
    "routing",
    "templates",
    "types",
    "validation",
)
LADDER = ("built-in", "official", "community", "do-it-yourself")
LEVELS = (*LADDER, "not-applicable", "unknown")
FRESH, STALE = Source("https://example.org/new", "2026-11-01"), Source("https://example.org/old", "2020-01-01")
READ = (
    "concurrency",
    "default-packages",
    "ecosystems",
    "execution",
    "hosting",
    "languages",
    "security-process",
    "structure",
)
"""Facts that are generated."""
SUPPORTED = ("", "2026-12-31", "2028-04-30", "2035-01-01")
UNKNOWN = FactValue()

CELLS = tuple(
    CellValue(level, lowered, "package" if level == "community" else "", spare, source)
    for level, lowered, spare, source in product(LEVELS, (0, 1, 2), (0, 1), (FRESH, STALE, None))
)
"""Every cell there can be, the plainest first."""

Draw = st.DrawFn


# The real data.


def real_catalogue() -> tuple[Catalogue, Guide]:
    """The real data, with its guide."""
    catalogue = _loaded()
    assert catalogue.guide
    return catalogue, catalogue.guide


@cache
def _loaded() -> Catalogue:
    return load(ROOT / "data", today())


@cache
def real() -> Basis:
    """The basis of the real data."""
    return basis(*real_catalogue(), today())


# A basis with fewer features and other technologies.


@cache
def small(names: tuple[str, ...]) -> Basis:
    """The real questions, cut down to a few features, about technologies that are called so and are still empty."""
    taken = (measure for measure in real().measures if measure.fact != "existing")
    measures = [measure for measure in taken if measure.fact or measure.id in FEATURES]
    measures.extend(_existing(name) for name in names)
    known = {measure.id for measure in measures}
    questions = tuple(_cut(question, known, names) for question in real().questions)
    return replace(real(), questions=questions, measures=tuple(measures), options=())


def _existing(name: str) -> Measure:
    return Measure(f"existing-{name}", f"Existing {name} code", "", "existing", {platform(name): 0.5, name: 1.0})


def platform(name: str) -> str:
    """The term for what a technology runs on: every second one on Python, the others on themselves."""
    return f"{ON}python" if NAMES.index(name) % 2 else f"{ON}{name}"


def _cut(question: Question, known: set[str], names: tuple[str, ...]) -> Question:
    if question.id == "have":
        choices = tuple(Choice(name, name, loads={f"existing-{name}": 3.0}) for name in names)
    else:
        kept = (choice for choice in question.choices if not choice.criterion or choice.criterion in known)
        choices = tuple(replace(choice, loads=_only(choice.loads, known)) for choice in kept)
    return replace(question, choices=choices)


def _only(loads: Mapping[str, float], known: set[str]) -> dict[str, float]:
    return {name: weight for name, weight in loads.items() if name in known}


@cache
def facts(name: str) -> tuple[FactValue, ...]:
    """Every fact there can be, the plainest first: not known, no term, one or two, one of them worth nothing."""
    worth = {term for measure in real().measures if measure.fact == name for term in measure.values}
    terms = ("other", *sorted(worth))
    sets = ((), *((term,) for term in terms), *combinations(terms, 2))
    return (UNKNOWN, *(FactValue(found, "words", source) for source in (FRESH, STALE, None) for found in sets))


@st.composite
def options(draw: Draw, name: str) -> Option:
    """A technology with any cells and facts."""
    cells = draw(st.tuples(*[st.sampled_from(CELLS)] * len(FEATURES)))
    found = dict(zip(READ, draw(st.tuples(*[st.sampled_from(facts(fact)) for fact in READ])), strict=True))
    found["existing"] = FactValue((name, platform(name)), name)
    return Option(
        id=name,
        name=name.title(),
        address=f"technologies/{name}/",
        cells=dict(zip(FEATURES, cells, strict=True)),
        facts=found,
        supported=draw(st.sampled_from(SUPPORTED)),
        alone=draw(st.booleans()),
    )


@st.composite
def bases(draw: Draw, least: int = 1, most: int = len(NAMES)) -> Basis:
    """A basis with some technologies, sorted by id."""
    names = tuple(sorted(draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=least, max_size=most))))
    return replace(small(names), options=tuple(draw(options(name)) for name in names))


# Answers.


def picks(question: Question, most: int, *, wishes: bool) -> st.SearchStrategy[tuple[Pick, ...]]:
    """Answers to one question, none among them. Wishes exclude nothing."""
    if not question.strengths:
        free = [choice for choice in question.choices if not (wishes and choice.requires)]
        return st.sampled_from([(), *((Pick(choice.id),) for choice in free)])
    strengths = [strength for strength in question.strengths if not (wishes and strength in MUST)]
    choice = st.sampled_from([choice.id for choice in question.choices])
    given = st.dictionaries(choice, st.sampled_from(strengths), max_size=most)
    return given.map(lambda found: tuple(sorted(Pick(*item) for item in found.items())))


@st.composite
def answers(draw: Draw, basis: Basis, most: int = 3, *, wishes: bool = False, without: tuple[str, ...] = ()) -> Answers:
    """Answers to any of the questions, with weights. Two of three exclude nothing."""
    wishes = wishes or draw(st.integers(0, 2)) < 2
    asked = [question for question in basis.questions if question.id not in without]
    given = {question.id: draw(picks(question, min(most, MOST), wishes=wishes)) for question in asked}
    names = [question.id for question in basis.questions if not question.edits]
    swings = st.sampled_from(sorted(basis.rules.swings))
    weights = draw(st.dictionaries(st.sampled_from(names), swings, max_size=3))
    found = {name: value for name, value in sorted(given.items()) if value}
    return Answers(found, dict(sorted(weights.items())))


@st.composite
def cases(
    draw: Draw, least: int = 1, most: int = 6, *, wishes: bool = False, without: tuple[str, ...] = ()
) -> tuple[Basis, Answers]:
    """Generated technologies with answers; now and then the real ones."""
    found = real() if least <= 3 and draw(st.integers(0, 9)) == 9 else draw(bases(least, most))
    return found, draw(answers(found, wishes=wishes, without=without))


# Changes to a basis, and what comes out.


def with_options(basis: Basis, found: Iterable[Option]) -> Basis:
    """The same with other technologies, sorted as the contract says."""
    return replace(basis, options=tuple(sorted(found, key=lambda option: option.id)))


def quick(basis: Basis) -> Basis:
    """The same with few samples, for what does not depend on them."""
    return replace(basis, rules=replace(basis.rules, samples=10, draws=1))


def with_cell(basis: Basis, name: str, criterion: str, cell: CellValue) -> Basis:
    """The same with another cell of one technology."""
    return _changed(basis, name, lambda option: replace(option, cells={**option.cells, criterion: cell}))


def with_fact(basis: Basis, name: str, fact: str, value: FactValue) -> Basis:
    """The same with another fact of one technology."""
    return _changed(basis, name, lambda option: replace(option, facts={**option.facts, fact: value}))


def _changed(basis: Basis, name: str, change: Callable[[Option], Option]) -> Basis:
    return with_options(basis, (change(option) if option.id == name else option for option in basis.options))


def decide(basis: Basis, answers: Answers) -> Result:
    """The whole result, from an engine that remembers nothing."""
    return Engine(basis).decide(answers)


def outcome(basis: Basis, answers: Answers) -> Result:
    """The short result, from an engine that remembers nothing."""
    return Engine(basis).outcome(answers)


def scores(basis: Basis, answers: Answers) -> dict[str, Interval]:
    """The score of each technology, excluded or not. Empty where nothing is scored."""
    wanted = asked(basis, answers)
    if not wanted.blocks:
        return {}
    found = Engine(basis).scores.scores(wanted)
    return {option.id: score for option, score in zip(basis.options, found, strict=True)}


def eligible(basis: Basis, answers: Answers) -> set[str]:
    """What meets every condition."""
    return {basis.options[index].id for index in Engine(basis).scores.eligible(asked(basis, answers))}


# Texts.

NASTY = (
    "",
    "#",
    "&",
    "=",
    "&&&=&=~,&",
    "%",
    "%7",
    "%zz",
    "%00",
    "%26kind%3Dcrud",
    "%2526",
    "\0",
    "kind=\0",
    "v",
    "v=0",
    "v=0&kind=crud",
    "v=1&v=1",
    "v=1&v=2",
    "d=yesterday",
    "r=<b>",
    "r=clear~",
    "__proto__=admin~must",
    "__proto__",
    "constructor=prototype",
    "need=__proto__~must",
    "need=constructor~toString",
    "need=orm~__proto__",
    "weight=__proto__~much",
    "weight=kind~__proto__",
    "weight=need~much",
    "weight=kind",
    "weight=kind~much,kind~some",
    "weight=kind~much&weight=lang~some",
    "weight",
    "<img src=x onerror=alert(1)>",
    "kind=<img src=x onerror=alert(1)>",
    "lang=python~must,python~prefer",
    "lang=python",
    "lang=python~",
    "lang=~must",
    "lang=python~must~must",
    "kind=crud~must",
    "kind=crud,saas",
    "kind=crud&kind=saas",
    "kind=zzz&kind=crud",
    "KIND=crud",
    "kind=Crud",
    " kind=crud",
    "kind=crud ",
    "kind==crud",
    "🦄=🦄~🦄",
    "kind=crud\N{COMBINING ACUTE ACCENT}",
    "\ud800",
    "a" * 10_000,
    "kind=crud&" * 1_000,
    "need=" + "orm~must," * 1_000,
)


@st.composite
def texts(draw: Draw, basis: Basis) -> str:
    """What may stand in a link: nonsense, attacks, and what is left of good ones."""
    part = st.one_of(st.sampled_from(NASTY), st.text(max_size=30), mangled(basis), answers(basis).map(_text))
    found = draw(st.lists(part, min_size=1, max_size=4))
    return draw(st.sampled_from(("", "#", "##"))) + draw(st.sampled_from("&&&;\n")).join(found)


@st.composite
def mangled(draw: Draw, basis: Basis) -> str:
    """A good text with a few characters cut out, replaced, or put in."""
    text = draw(answers(basis)).text
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 5, len(text))))
        text = text[:start] + draw(st.sampled_from(("", "&", "=", "~", ",", "%", "%7E", "\0", "é"))) + text[end:]
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


def _text(found: Answers) -> str:
    return found.text
