"""What a cell has to carry, level by level."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue, Cell, Package, Support
from backend_atlas.rules.finding import Finding, in_technology
from backend_atlas.source import Location

PACKAGED = (Support.OFFICIAL, Support.COMMUNITY)
TWO_YEARS = 2 * 365 + 1


def levels_carry_what_they_need(catalogue: Catalogue) -> Iterator[Finding]:
    """Package, sources and note stand where the level asks for them, and nowhere else."""
    for stem, technology in catalogue.technologies.items():
        for name, cell in technology.features.items():
            for field, message, hint in _shortcomings(cell):
                yield Finding(in_technology(stem), ("features", name, *field), message, hint)


def not_applicable_has_a_rule(catalogue: Catalogue) -> Iterator[Finding]:
    """`not-applicable` is allowed where the feature says when."""
    rules = {feature.id: feature.not_applicable for feature in catalogue.features}
    for stem, technology in catalogue.technologies.items():
        for name, cell in technology.features.items():
            if cell.support is Support.NOT_APPLICABLE and name in rules and not rules[name]:
                hint = "the feature has no rule for it in features.yml; choose another level"
                yield Finding(in_technology(stem), ("features", name, "support"), "cannot be not-applicable", hint)


def packages_are_alive(catalogue: Catalogue) -> Iterator[Finding]:
    """A package had a release in the two years before it was checked, or says that it is maintained."""
    for stem, technology in catalogue.technologies.items():
        for name, cell in technology.features.items():
            for field, package in packages_of(cell):
                if (package.checked - package.released).days > TWO_YEARS and not package.maintained:
                    message = f"was {package.released}, over 24 months before {package.checked}"
                    hint = "name another package, or add `maintained:` with the page that says so"
                    yield Finding(in_technology(stem), ("features", name, *field, "released"), message, hint)


def packages_of(cell: Cell) -> Iterator[tuple[Location, Package]]:
    """Every package of a cell, with its place in it."""
    if cell.package:
        yield ("package",), cell.package
    for index, package in enumerate(cell.alternatives):
        yield ("alternatives", index), package


def _shortcomings(cell: Cell) -> Iterator[tuple[tuple[str, ...], str, str]]:
    level = cell.support.value
    if cell.support in PACKAGED and not cell.package:
        yield (
            (),
            f"is {level} but names no package",
            "add `package:` with registry, name, release, released, licence, checked",
        )
    if cell.support not in PACKAGED and cell.package:
        yield ("package",), f"is named although the level is {level}", "remove the package or change the level"
    if cell.alternatives and not cell.package:
        yield ("alternatives",), "stand beside no package", "name the package first"
    if cell.support is not Support.UNKNOWN and not cell.sources:
        yield (), "has no sources", "add where it can be checked, or write `support: unknown`"
    if cell.support is Support.UNKNOWN and cell.sources:
        yield ("sources",), "stand beside unknown", "say in the note what was tried, or choose the level they show"
    if cell.support is not Support.BUILT_IN and not cell.note:
        yield (), f"is {level} and has no note", "say what is there, what is missing or what was tried"
    if cell.vendor and cell.support is not Support.COMMUNITY:
        yield ("vendor",), f"does not go with {level}", "a vendor's package is community"
    for flag in ("partial", "experimental"):
        if getattr(cell, flag) and not cell.note:
            yield (flag,), "needs a note", "say which part of the definition it concerns"
