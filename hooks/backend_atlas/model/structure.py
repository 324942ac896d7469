"""How much a technology decides for the application, derived from its facts and cells."""

from backend_atlas.model.technology import Technology
from backend_atlas.model.vocabulary import Structure, Support

PROVIDED = (Support.BUILT_IN, Support.OFFICIAL)


def level(technology: Technology, feature: str) -> Support | None:
    """The level of one feature, or None where the technology has no such cell."""
    cell = technology.features.get(feature)
    return cell.support if cell else None


def structure(technology: Technology) -> Structure:
    """Minimal, modular or full, by the definitions in `vocabulary.Structure`."""
    has_frame = all(level(technology, name) in PROVIDED for name in ("generator", "orm", "migrations"))
    if has_frame and Support.BUILT_IN in (level(technology, "templates"), level(technology, "accounts")):
        return Structure.FULL
    if not technology.facts.layout_required.value and level(technology, "orm") is not Support.BUILT_IN:
        return Structure.MINIMAL
    return Structure.MODULAR
