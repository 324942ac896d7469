"""Walks through a record, value by value."""

from collections.abc import Iterator

from pydantic import BaseModel

from backend_atlas.source import Location


def leaves(value: object, location: Location = ()) -> Iterator[tuple[Location, object]]:
    """Every single value below `value` with its location. Fields that were not given are left out."""
    if isinstance(value, BaseModel):
        for name in sorted(value.model_fields_set):
            yield from leaves(getattr(value, name), (*location, name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*location, index))
    else:
        yield location, value
