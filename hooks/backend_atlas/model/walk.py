"""Walks through a record, value by value."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from backend_atlas.source import Location

Leaf = tuple[Location, object]
"""A single value and its location."""

SINGLE = (str, date, int, float, Enum, type(None))

CHECKED = frozenset({"checked"})
"""The fields that say when somebody read something."""


def leaves(value: object, names: frozenset[str] | None = None) -> Iterator[Leaf]:
    """Every single value below `value` with its location. Fields that were not given are left out.

    With `names` only the fields with one of these names, which have to hold single values.
    """
    found: list[Leaf] = []
    _collect(value, names, (), found.append)
    return iter(found)


def _collect(value: object, names: frozenset[str] | None, location: Location, add: Callable[[Leaf], None]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, names, (*location, index), add)
    elif isinstance(value, dict):
        for name, item in value.items():
            _collect(item, names, (*location, name), add)
    elif isinstance(value, BaseModel):
        values, given = vars(value), value.model_fields_set
        for name, wanted in _fields(type(value), names):
            if wanted and name in given:
                add(((*location, name), values[name]))
            elif name in given:
                _collect(values[name], names, (*location, name), add)
    elif names is None:
        add((location, value))


@cache
def _fields(model: type[BaseModel], names: frozenset[str] | None) -> tuple[tuple[str, bool], ...]:
    """The fields to look at, by name, and whether each is wanted itself. Others can hold one that is."""
    fields = sorted((name, field.annotation) for name, field in model.model_fields.items())
    if names is None:
        return tuple((name, _single(annotation)) for name, annotation in fields)
    return tuple((name, name in names) for name, annotation in fields if name in names or not _single(annotation))


def _single(annotation: Any) -> bool:
    """Whether every value of this type is a single one."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _single(parts[0])
    if origin in (Union, UnionType):
        return all(map(_single, parts))
    return origin is Literal or (isinstance(annotation, type) and issubclass(annotation, SINGLE))
