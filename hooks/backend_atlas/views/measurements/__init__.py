"""What was measured, as charts and tables: a module a record, one `Measure` a section of the page."""

from collections.abc import Iterable

from backend_atlas import links
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.lab.measurements import Measurements
from backend_atlas.views.measurements.cost import cost
from backend_atlas.views.measurements.footprint import footprint
from backend_atlas.views.measurements.measure import Address, Measure, of
from backend_atlas.views.measurements.sockets import sockets
from backend_atlas.views.measurements.starting import memory, starting
from backend_atlas.views.measurements.waiting import waiting

__all__ = ["Measure", "catalogue_measures", "measures", "of", "pair_measures"]


def catalogue_measures(catalogue: Catalogue) -> tuple[Measure, ...]:
    """Every measure of the catalogue's lab."""
    known = {technology.id for technology in catalogue.technologies.values()}
    found = catalogue.lab.measurements if catalogue.lab else Measurements()
    return measures(found, lambda name: links.technology(name) if name in known else "")


def pair_measures(all_of_them: Iterable[Measure], one: Technology, other: Technology) -> tuple[Measure, ...]:
    """Every measure that was taken of both."""
    return tuple(filter(None, (of(item, (one.id, other.id)) for item in all_of_them)))


def measures(found: Measurements, address: Address) -> tuple[Measure, ...]:
    """Every measure that was taken, in the order of the page."""
    parts: list[Measure] = []
    if found.waiting:
        parts.append(waiting(found.waiting, address))
    if found.sockets:
        parts.append(sockets(found.sockets, address))
    if found.starting:
        parts += [starting(found.starting, address), memory(found.starting, address)]
    if found.footprint:
        parts.append(footprint(found.footprint, address))
    if found.cost:
        parts += [cost(found.cost, route, address) for route in found.cost.routes]
    return tuple(parts)
