"""Walking by name finds what walking everywhere finds."""

from backend_atlas.model import Catalogue
from backend_atlas.model.walk import leaves, named


def test_fields_are_found_by_name_with_their_location(sample: Catalogue) -> None:
    names = {"checked", "note", "text"}
    for technology in sample.technologies.values():
        found = list(named(technology, names))
        assert found == [leaf for leaf in leaves(technology) if leaf[0][-1] in names]
        assert {location[-1] for location, _ in found} == names
