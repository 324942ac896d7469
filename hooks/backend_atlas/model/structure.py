"""How much a technology decides for the application, derived from its facts and cells."""

from backend_atlas.model.technology import Technology
from backend_atlas.model.vocabulary import Structure, Support

PROVIDED = (Support.BUILT_IN, Support.OFFICIAL)
DATA = ("generator", "orm", "migrations")
SKELETON = ("generator", "di")
PAGES = ("templates", "accounts")
RESTS_ON = frozenset({*DATA, *SKELETON, *PAGES, "layout_required"})
"""The features, and the fact, that it is derived from."""


def level(technology: Technology, feature: str) -> Support | None:
    """The level of one feature, or None where the technology has no such cell."""
    cell = technology.features.get(feature)
    return cell.support if cell else None


def structure(technology: Technology) -> Structure:
    """Minimal, modular or full, by the definitions in `vocabulary.Structure`."""
    with_data = all(level(technology, name) in PROVIDED for name in DATA)
    if with_data and any(level(technology, name) is Support.BUILT_IN for name in PAGES):
        return Structure.FULL
    skeleton = all(level(technology, name) is Support.BUILT_IN for name in SKELETON)
    has_mapper = level(technology, "orm") is Support.BUILT_IN
    if with_data or skeleton or has_mapper or technology.facts.layout_required.value:
        return Structure.MODULAR
    return Structure.MINIMAL
