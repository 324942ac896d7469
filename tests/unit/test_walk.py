"""Walking by name finds what walking everywhere finds, and both find what stands in the file."""

from collections.abc import Iterator
from datetime import date

from backend_atlas.model import Catalogue
from backend_atlas.model.walk import Leaf, leaves
from backend_atlas.source import Location


def test_fields_are_found_by_name_with_their_location(sample: Catalogue) -> None:
    names = frozenset({"checked", "note", "text"})
    for technology in sample.technologies.values():
        found = list(leaves(technology, names))
        assert found == [leaf for leaf in leaves(technology) if leaf[0][-1] in names]
        assert {location[-1] for location, _ in found} == names


def test_every_value_that_was_given_is_found(sample: Catalogue) -> None:
    """As pydantic itself writes them: `leaves` tells from the types of fields where to look."""

    def dumped(value: object, location: Location = ()) -> Iterator[Leaf]:
        if isinstance(value, dict):
            for name, item in value.items():
                yield from dumped(item, (*location, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from dumped(item, (*location, index))
        else:
            yield location, value

    records = (*sample.technologies.values(), sample.agreement, *sample.changes.values())
    for record in filter(None, records):
        found = dict(leaves(record))
        assert found == dict(dumped(record.model_dump(exclude_unset=True)))
        assert any(isinstance(value, date) for value in found.values())
