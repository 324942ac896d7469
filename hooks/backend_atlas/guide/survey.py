"""Short lists for every language, kind and structure, and how well results hold in samples that nobody chose by."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product

from backend_atlas.dividing import Divided
from backend_atlas.guide.answers import Answers, Pick
from backend_atlas.guide.basis import Basis
from backend_atlas.guide.deciding import Engine, Result
from backend_atlas.guide.variation import Variation
from backend_atlas.model.vocabulary import Verdict
from backend_atlas.problems import DataError, Problem

SEED = "again "
"""Other draws than those that decide."""


@dataclass(frozen=True)
class Short:
    """The result for one language (or none), one kind and one structure."""

    language: str
    kind: str
    structure: str
    result: Result


@dataclass(frozen=True)
class Holding:
    """How results of one verdict did in new samples."""

    verdict: Verdict
    results: int
    mean: float
    """The mean part of the new samples in which the first stays first."""
    least: float
    """The least."""


@dataclass(frozen=True)
class Survey:
    """All short lists, and how they hold."""

    lists: tuple[Short, ...]
    holding: tuple[Holding, ...]


def survey(engine: Engine) -> Survey:
    """Decides for every combination, and draws again for each result with one leader."""
    fresh = Variation(engine.scores.row, SEED)
    calls = [partial(_project, engine, fresh, *project) for project in _projects(engine.basis)]
    shorts = [item for project in Divided(calls).results() for item in project]
    order = ["", *(choice.id for choice in engine.basis.question["lang"].choices)] if shorts else []
    shorts.sort(key=lambda item: order.index(item[0].language))
    found: dict[str, list[float]] = {}
    for short, share in shorts:
        if share is not None:
            found.setdefault(short.result.verdict, []).append(share)
    held = [
        Holding(verdict, len(shares), sum(shares) / len(shares), min(shares))
        for verdict in Verdict
        if (shares := found.get(verdict.value))
    ]
    return Survey(tuple(short for short, _ in shorts), tuple(held))


def refuse_hollow(found: Survey, basis: Basis, path: str) -> None:
    """Raises `DataError` where results that are called clear do not hold in new samples."""
    for held in found.holding:
        if held.verdict is Verdict.CLEAR and held.mean < basis.rules.clear_share:
            message = f"results that are called clear hold in {held.mean:.1%} of new samples"
            hint = f"raise clear_gap: {basis.rules.clear_share:.0%} is promised"
            raise DataError([Problem(path, 1, 1, "classes", message, hint)])


def _projects(basis: Basis) -> Iterator[tuple[str, str, list[str]]]:
    """Each kind and structure with all languages: these are scored in the same way."""
    question = basis.question
    if not {"lang", "kind", "structure"} <= set(question):
        return
    known = {term for option in basis.options for term in option.facts["languages"].terms}
    languages = ["", *(choice.id for choice in question["lang"].choices if choice.id in known)]
    for kind, structure in product(question["kind"].choices, question["structure"].choices):
        yield kind.id, structure.id, languages


def _project(
    engine: Engine, fresh: Variation, kind: str, structure: str, languages: list[str]
) -> list[tuple[Short, float | None]]:
    """The list of each language, and how it holds."""
    found = []
    for language in languages:
        picks = {"kind": (Pick(kind),), "structure": (Pick(structure),)}
        if language:
            picks["lang"] = (Pick(language, "must"),)
        result = engine.outcome(Answers(picks))
        found.append((Short(language, kind, structure, result), _again(engine, fresh, result)))
    return found


def _again(engine: Engine, fresh: Variation, result: Result) -> float | None:
    """The part of the new samples in which the first stays first. None where no other can be, or several are."""
    if result.verdict not in (Verdict.CLEAR, Verdict.AHEAD) or result.sole:
        return None
    shares = fresh.shares(result.asked, engine.scores.eligible(result.asked))
    return next(share for index, share in shares.items() if engine.basis.options[index].id == result.leaders[0])
