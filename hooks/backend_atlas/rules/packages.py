"""Packages that cells name are in their registries, as far as these were asked."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue
from backend_atlas.model.packages import CheckOutcome, PackageCheck
from backend_atlas.rules.cells import packages_of
from backend_atlas.rules.finding import Finding, in_technology


def packages_are_in_their_registries(catalogue: Catalogue) -> Iterator[Finding]:
    """No cell names a package, or a release of one, of which its registry said that it is not there."""
    known = {item.key: item for item in catalogue.checks.packages} if catalogue.checks else {}
    for stem, technology in catalogue.technologies.items():
        for name, cell in technology.features.items():
            for field, package in packages_of(cell):
                check = known.get((package.registry, package.name))
                if check and (missing := _missing(check, package.release)):
                    message = f"was not found in {check.registry.label} on {check.checked}"
                    hint = "mend it, then run: make packages"
                    yield Finding(in_technology(stem), ("features", name, *field, missing), message, hint)


def _missing(check: PackageCheck, release: str) -> str:
    """Which field of the package names what is not there."""
    if check.outcome is CheckOutcome.NOT_FOUND:
        return "name"
    absent = {item.version for item in check.named if item.outcome is CheckOutcome.NOT_FOUND}
    return "release" if release in absent else ""
