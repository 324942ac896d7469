"""Walks through a record, value by value."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from pydantic import BaseModel

from backend_atlas.source import Location

Leaf = tuple[Location, object]
"""A single value and its location."""

SINGLE = (str, date, int, float, type(None))
"""Told first, because most values are: asking whether something is a record takes long."""


def leaves(value: object, location: Location = ()) -> Iterator[Leaf]:
    """Every single value below `value` with its location. Fields that were not given are left out."""
    found: list[Leaf] = []
    _collect(value, location, found.append)
    return iter(found)


def _collect(value: object, location: Location, add: Callable[[Leaf], None]) -> None:
    if isinstance(value, SINGLE):
        add((location, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, (*location, index), add)
    elif isinstance(value, dict):
        for name, item in value.items():
            _collect(item, (*location, name), add)
    elif isinstance(value, BaseModel):
        for name in sorted(value.model_fields_set):
            _collect(getattr(value, name), (*location, name), add)
    else:
        add((location, value))


def named(record: BaseModel, names: Collection[str]) -> Iterator[Leaf]:
    """The same of the fields with one of these names, which hold single values. Quicker: others need no location."""
    found: list[Leaf] = []
    _collect_named(record, names, (), found.append)
    return iter(found)


def _collect_named(value: object, names: Collection[str], location: Location, add: Callable[[Leaf], None]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if not isinstance(item, SINGLE):
                _collect_named(item, names, (*location, index), add)
    elif isinstance(value, dict):
        for name, item in value.items():
            _collect_named(item, names, (*location, name), add)
    elif isinstance(value, BaseModel):
        fields = vars(value)
        for name in sorted(value.model_fields_set):
            if name in names:
                add(((*location, name), fields[name]))
            elif not isinstance(fields[name], SINGLE):
                _collect_named(fields[name], names, (*location, name), add)
