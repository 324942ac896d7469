"""A file that was copied has to be researched before it is published."""

from collections.abc import Iterator
from itertools import combinations

from backend_atlas.model import Catalogue, Support, Technology
from backend_atlas.rules.finding import Finding, in_technology


def no_technology_repeats_another(catalogue: Catalogue) -> Iterator[Finding]:
    """No two technologies share more than half of their cells, sources included. Either of them may be the copy."""
    for one, other in combinations(catalogue.technologies, 2):
        same = _same_cells(catalogue.technologies[one], catalogue.technologies[other])
        if same > len(catalogue.features) / 2:
            hint = "research each cell, or set it to unknown with a note"
            for stem, twin in ((one, other), (other, one)):
                message = f"repeat {same} cells of {twin}, sources included"
                yield Finding(in_technology(stem), ("features",), message, hint)


def _same_cells(one: Technology, other: Technology) -> int:
    """What is unknown was copied from nobody."""
    answers = {name: cell for name, cell in one.features.items() if cell.support is not Support.UNKNOWN}
    return sum(cell == other.features.get(name) for name, cell in answers.items())
