"""A file that was copied has to be researched before it is published."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Support, Technology
from backend_atlas.rules.finding import Finding, in_technology

Key = tuple[str, str | None, str]
"""The feature, the note and the first address of a cell. Cells with the same key are few, and may be equal."""


def no_technology_repeats_another(catalogue: Catalogue, memory: Memory) -> Iterator[Finding]:
    """No two technologies share more than half of their cells, sources included. Either of them may be the copy."""
    same = Counter(pair for stems in _equal(catalogue, memory) for pair in combinations(stems, 2))
    for (one, other), count in same.items():
        if count > len(catalogue.features) / 2:
            hint = "research each cell, or set it to unknown with a note"
            for stem, twin in ((one, other), (other, one)):
                message = f"repeat {count} cells of {twin}, sources included"
                yield Finding(in_technology(stem), ("features",), message, hint)


def _equal(catalogue: Catalogue, memory: Memory) -> Iterator[list[str]]:
    """For every cell that stands in several files, those files."""
    having: defaultdict[Key, list[str]] = defaultdict(list)
    for stem, technology in catalogue.technologies.items():
        for key in _keys(stem, technology, memory):
            having[key].append(stem)
    for (feature, *_), stems in having.items():
        cells: defaultdict[str, list[str]] = defaultdict(list)
        for stem in stems if len(stems) > 1 else ():
            cells[catalogue.technologies[stem].features[feature].model_dump_json()].append(stem)
        yield from cells.values()


def _keys(stem: str, technology: Technology, memory: Memory) -> tuple[Key, ...]:
    """What is unknown was copied from nobody."""

    def make() -> tuple[Key, ...]:
        known = ((name, cell) for name, cell in technology.features.items() if cell.support is not Support.UNKNOWN)
        return tuple((name, cell.note, cell.sources[0].url if cell.sources else "") for name, cell in known)

    return memory(("keys of cells", stem), (technology,), make)
