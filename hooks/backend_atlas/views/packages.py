"""What a reader is told of the check of a package against its registry."""

from backend_atlas.model import Package
from backend_atlas.model.packages import CheckedPackage, CheckOutcome
from backend_atlas.views.facts import day


def check_line(package: Package) -> str:
    """One sentence."""
    registry = package.registry.label
    check = package.check if isinstance(package, CheckedPackage) else None
    if check is None:
        return f"Not checked in {registry} yet."
    if check.outcome is CheckOutcome.NOT_FETCHED:
        return f"{registry} could not be asked on {day(check.checked)}."
    if check.outcome is CheckOutcome.NOT_FOUND:
        return f"Not found in {registry} on {day(check.checked)}."
    return f"Found in {registry} on {day(check.checked)}{_but(check.ended)}."


def _but(ended: str | None) -> str:
    """`deprecated: use the other one` is the registry's word and its reason; the word is enough beside a cell."""
    return f", {ended.partition(':')[0]} there" if ended else ""
