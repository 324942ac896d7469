"""What runs on another technology of the atlas: what it may leave out, and what it may say instead."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue, Cell, Support
from backend_atlas.model.vocabulary import Kind
from backend_atlas.rules.finding import Finding, in_technology

ORDER = (Support.BUILT_IN, Support.OFFICIAL, Support.COMMUNITY, Support.DO_IT_YOURSELF, Support.NOT_APPLICABLE)
"""From the most that comes with a technology to the least."""


def runtimes_are_runtimes(catalogue: Catalogue) -> Iterator[Finding]:
    """`runs_on` names a technology whose kind is runtime. That there is a file of this name is asked before."""
    kinds = {stem: item.facts.kind.value for stem, item in catalogue.technologies.items()}
    for stem, technology in catalogue.technologies.items():
        name = technology.runs_on or ""
        if kinds.get(name, Kind.RUNTIME) is not Kind.RUNTIME:
            hint = "leave it out where the runtime has no file of its own"
            yield Finding(in_technology(stem), ("runs_on",), f'"{name}" is not a runtime here', hint)


def nothing_is_better_than_its_runtime(catalogue: Catalogue) -> Iterator[Finding]:
    """What a runtime decides is not better in what runs on it."""
    decided = [feature.id for feature in catalogue.features if feature.runtime]
    for stem, technology in catalogue.technologies.items():
        runtime = catalogue.technologies.get(technology.runs_on or "")
        for name in decided if runtime else ():
            own, given = technology.features.get(name), runtime.features.get(name) if runtime else None
            if own and given and runtime and _rank(own) < _rank(given):
                message = f"is {own.support.value}, better than {given.support.value} in {in_technology(runtime.id)}"
                hint = "the runtime decides this feature: leave the cell out, or mend the one of the runtime"
                yield Finding(in_technology(stem), ("features", name, "support"), message, hint)


def _rank(cell: Cell) -> tuple[int, bool, bool]:
    place = ORDER.index(cell.support) if cell.support in ORDER else len(ORDER)
    return place, bool(cell.experimental), bool(cell.partial)
