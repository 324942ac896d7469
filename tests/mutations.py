"""Breaks the values of a file in one place at a time: another type, too long, a field gone, a field too many."""

from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]
Fields = dict[tuple[str, ...], dict[str, Any]]
"""The fields that are known at each shape of place, each with a value."""

OTHERS: tuple[Any, ...] = (
    *(7, -1, 1.5, True, "", "x", "TODO", "A Name", "a" * 61, "a word and a word " * 200),
    *("2026-02-30", "20261122", "http://example.org/", "https://example.org/a b"),
    *([], ["x"], {}, {"x": "x"}, {"No Slug": "x"}),
)


def thinned(value: Any) -> Any:
    """The same with fewer entries: of those in a list that have the same fields, the first."""
    if isinstance(value, dict):
        return {key: thinned(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    first: dict[object, Any] = {}
    for item in value:
        first.setdefault(tuple(item) if isinstance(item, dict) else len(first), item)
    return [thinned(item) for item in first.values()]


def nodes(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value with its place, from the outside in."""
    yield place, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from nodes(item, (*place, key))


def shape(place: Place) -> tuple[str, ...]:
    """The place without what is counted. Sources are alike wherever they stand."""
    names = tuple("*" if isinstance(part, int) else part for part in place)
    return names[names.index("sources") :] if "sources" in names else names


def fields(*values: Any) -> Fields:
    """The fields that stand at each shape of place, in any of the files."""
    found: Fields = {}
    for place, here in (node for value in values for node in nodes(value)):
        if isinstance(here, dict):
            found[shape(place)] = here | found.get(shape(place), {})
    return found


def mutations(value: Any, known: Fields) -> Iterator[tuple[str, Any]]:
    """Each broken copy, and what was done. Of places of one shape, the first is broken."""
    seen: set[tuple[str, ...]] = set()
    for place, here in nodes(value):
        if (form := shape(place)) not in seen:
            seen.add(form)
            for other in _others(here, known.get(form, {})):
                yield f"{place}: {str(other)[:200]}", _replaced(value, place, other)


def _replaced(value: Any, place: Place, new: Any) -> Any:
    """A copy in which something else stands at `place`."""
    if not place:
        return new
    copy = value.copy()
    copy[place[0]] = _replaced(value[place[0]], place[1:], new)
    return copy


def _others(here: Any, known: dict[str, Any]) -> Iterator[Any]:
    yield from OTHERS
    if isinstance(here, str):
        yield from (f"{here}\u00e9", f" {here}", here.upper(), here[:9])
    if isinstance(here, list):
        yield from (here[:1], here * 30, [*here, 7])
    if isinstance(here, dict):
        yield from ({key: item for key, item in here.items() if key != gone} for gone in here)
        yield from (here | {key: item} for key, item in known.items() if key not in here)
        yield from (here | {"unheard-of": "x"}, here | {"unknown": "Looked for it, found nothing."})
