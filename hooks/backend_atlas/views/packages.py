"""What a reader is told of the check of a package against its registry."""

from backend_atlas.model import Package
from backend_atlas.model.cells import Published
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
    newer = package.machine is not None and package.machine.read >= check.checked
    return f"Found in {registry} on {day(check.checked)}{_but(None if newer else check.ended)}."


def machine_line(item: Published) -> str:
    """What a program read in the registry, in one or two sentences. Empty where none did."""
    if (found := item.machine) is None:
        return ""
    named = item if isinstance(item, Package) else None
    said = ["is still the newest release" if named and named.release == found.release else "is the newest release"]
    if found.released and not (named and named.release == found.release):
        said.append(f"of {day(found.released)}")
    licence = f", {found.licence}" if found.licence and not (named and named.licence == found.licence) else ""
    ended = f" There it is {found.deprecated.partition(':')[0]}." if found.deprecated else ""
    start = f"A program read {item.registry.label} on {day(found.read)}: {found.release}"
    return f"{start} {' '.join(said)}{licence}.{ended}"


def _but(ended: str | None) -> str:
    """`deprecated: use the other one` is the registry's word and its reason; the word is enough beside a cell."""
    return f", {ended.partition(':')[0]} there" if ended else ""
