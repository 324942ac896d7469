"""The words: nothing stands twice, nothing is praised without proof."""

import re
from collections.abc import Iterator

from backend_atlas.model import Catalogue
from backend_atlas.model.walk import leaves
from backend_atlas.rules.finding import Finding, in_technology
from backend_atlas.source import Location, dotted

SHINGLE = 5
ALIKE = 0.8
SHORTEST = 60
ARGUED = frozenset({"summary", "purpose", "is_not", "needs", "often_said", "strengths", "limits"})
ADJECTIVES = re.compile(
    r"\b(overkill|enterprise-grade|blazing(ly)?|steep|modern|lightweight|best|powerful|seamless(ly)?|robust|world-class)\b",
    re.IGNORECASE,
)


def no_text_stands_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Within a file no two texts say the same, and no argument is carried over from another technology.

    Two texts are near-duplicates when they share 80 % of their runs of five words (Jaccard index of word shingles).
    """
    for stem, technology in catalogue.technologies.items():
        yield from _repeats(stem, [(stem, *item) for item in _texts(technology)])
    argued = [
        (stem, location, text)
        for stem, technology in catalogue.technologies.items()
        for location, text in _texts(technology)
        if location[0] in ARGUED and location[-1] != "claim"
    ]
    yield from _repeats("", argued)


def _repeats(within: str, texts: list[tuple[str, Location, str]]) -> Iterator[Finding]:
    """Both files are named when texts of two technologies are alike: either of them may be the copy."""
    seen: dict[str, list[int]] = {}
    runs = [_runs(text) for _, _, text in texts]
    for index, (stem, location, _) in enumerate(texts):
        earlier = {other for run in runs[index] for other in seen.get(run, ())}
        for other in sorted(earlier):
            first, where, _ = texts[other]
            if (within or first != stem) and _overlap(runs[index], runs[other]) >= ALIKE:
                yield _repeat(stem, location, where, "" if within else first)
                if not within:
                    yield _repeat(first, where, location, stem)
                break
        for run in runs[index]:
            seen.setdefault(run, []).append(index)


def _repeat(stem: str, location: Location, where: Location, other: str) -> Finding:
    message = f"says nearly the same as {dotted(where)}" + (f" of {other}" if other else "")
    return Finding(in_technology(stem), location, message, "say it once, or say what differs")


def no_unproven_adjectives(catalogue: Catalogue) -> Iterator[Finding]:
    """Words that praise or blame without a measure are left to advertisements. Quoted claims are exempt."""
    for stem, technology in catalogue.technologies.items():
        for location, text in _texts(technology, shortest=0):
            if location[-1] != "claim" and (word := ADJECTIVES.search(text)):
                hint = "say what is measured or what it does"
                yield Finding(in_technology(stem), location, f'"{word.group()}" is an unproven adjective', hint)


def _texts(technology: object, shortest: int = SHORTEST) -> list[tuple[Location, str]]:
    prose = {"text", "note", "claim", "precise", "unknown", "title", "figure"}
    return [
        (location, value)
        for location, value in leaves(technology)
        if isinstance(value, str) and location[-1] in prose and len(value) >= shortest
    ]


def _runs(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
