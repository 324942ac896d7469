"""A file that was copied has to be researched before it is published."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Support, Technology
from backend_atlas.rules.finding import Finding, in_technology

Answer = tuple[str, str]
"""A feature, and all that its cell says as JSON: cells are equal where that is."""


def no_technology_repeats_another(catalogue: Catalogue, memory: Memory) -> Iterator[Finding]:
    """No two technologies share more than half of their cells, sources included. Either of them may be the copy."""
    giving: defaultdict[Answer, list[str]] = defaultdict(list)
    for stem, technology in catalogue.technologies.items():
        for answer in _answers(stem, technology, memory):
            giving[answer].append(stem)
    same = Counter(pair for stems in giving.values() if len(stems) > 1 for pair in combinations(stems, 2))
    for (one, other), count in same.items():
        if count > len(catalogue.features) / 2:
            hint = "research each cell, or set it to unknown with a note"
            for stem, twin in ((one, other), (other, one)):
                message = f"repeat {count} cells of {twin}, sources included"
                yield Finding(in_technology(stem), ("features",), message, hint)


def _answers(stem: str, technology: Technology, memory: Memory) -> tuple[Answer, ...]:
    """What is unknown was copied from nobody."""

    def make() -> tuple[Answer, ...]:
        known = ((name, cell) for name, cell in technology.features.items() if cell.support is not Support.UNKNOWN)
        return tuple((name, cell.model_dump_json()) for name, cell in known)

    return memory(("known answers", stem), (technology,), make)
