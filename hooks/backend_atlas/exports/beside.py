"""What lies beside a page: the same as data, for its head and its foot."""

from typing import NamedTuple

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.views.pairs import pairs

JSON = "application/json"
CSV = "text/csv"


class Beside(NamedTuple):
    """A file that holds what a page shows."""

    name: str
    """What the foot of the page calls it."""
    address: str
    type: str = JSON
    """Its media type."""


def beside(catalogue: Catalogue) -> dict[str, tuple[Beside, ...]]:
    """By the address of the page. A page that is not here has no data of its own."""
    everything = (Beside("JSON", links.answer("all")), Beside("CSV", links.CELLS_CSV, CSV))
    scenarios = (Beside("JSON", links.answer("scenarios")),) if catalogue.guide else ()
    single = {
        links.TECHNOLOGIES: (Beside("JSON", links.answer("technologies")),),
        links.FEATURES: (Beside("JSON", links.answer("all")), Beside("CSV", links.MATRIX_CSV, CSV)),
        links.COMPARE: everything,
        links.SCENARIOS: scenarios,
        links.MEASUREMENTS: (Beside("JSON", links.answer("measurements")),),
        links.CHANGES: (Beside("JSON", links.answer("changes")),),
        links.OPEN_DATA: (Beside("JSON", links.answer("index")),),
    }
    examples = catalogue.guide.scenarios.scenarios if catalogue.guide else ()
    return (
        single
        | {links.technology(id): (Beside("JSON", links.answer("technology", id)),) for id in catalogue.technologies}
        | {links.group(group.id): everything for group in catalogue.groups}
        | {links.scenario(example.id): scenarios for example in examples}
        | {links.pair(*pair): _pair(catalogue, *pair) for pair in pairs(catalogue)}
    )


def _pair(catalogue: Catalogue, *ids: str) -> tuple[Beside, ...]:
    return tuple(Beside(f"JSON of {catalogue.technologies[id].name}", links.answer("technology", id)) for id in ids)
