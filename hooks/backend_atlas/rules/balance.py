"""Equal treatment: every technology gets the same room for its strengths and its limits."""

from collections.abc import Iterator
from math import ceil

from backend_atlas.model import Catalogue, Technology
from backend_atlas.rules.finding import Finding, in_technology

FACTOR = 2
SIDES = ("strengths", "limits")


def strengths_and_limits_are_equal(catalogue: Catalogue) -> Iterator[Finding]:
    """As many limits as strengths, and within a factor of two as long."""
    for stem, technology in catalogue.technologies.items():
        strengths, limits = len(technology.strengths), len(technology.limits)
        if strengths != limits:
            hint = "write as many limits as strengths"
            yield Finding(in_technology(stem), ("limits",), f"are {limits}, beside {strengths} strengths", hint)
        longer, shorter = sorted(SIDES, key=lambda side: -_length(technology, side))
        if _length(technology, longer) > FACTOR * _length(technology, shorter):
            message = f"are less than half as long as the {longer}"
            yield Finding(in_technology(stem), (shorter,), message, "give both the same room")


def technologies_get_equal_room(catalogue: Catalogue) -> Iterator[Finding]:
    """No technology has more than twice the number or length of arguments of another."""
    for side in SIDES:
        for measure, unit in ((_number, "points"), (_length, "characters")):
            sizes = {stem: measure(technology, side) for stem, technology in catalogue.technologies.items()}
            if sizes and min(sizes.values()) * FACTOR < max(sizes.values()):
                least, most = min(sizes, key=lambda stem: sizes[stem]), max(sizes, key=lambda stem: sizes[stem])
                message = f"have {sizes[least]} {unit}, those of {most} {sizes[most]}"
                hint = f"all technologies get the same room: write {ceil(sizes[most] / FACTOR)} or more"
                yield Finding(in_technology(least), (side,), message, hint)


def _number(technology: Technology, side: str) -> int:
    return len(getattr(technology, side))


def _length(technology: Technology, side: str) -> int:
    return sum(len(point.text) for point in getattr(technology, side))
