"""What registries said, for an issue: a table in Markdown of what needs somebody's eye."""

from collections.abc import Callable, Iterable, Sequence

from backend_atlas.exports.issue import code, table
from backend_atlas.model import Catalogue
from backend_atlas.model.packages import CheckOutcome, PackageCheck


def markdown(
    catalogue: Catalogue,
    found: Sequence[PackageCheck],
    remarks: Callable[[PackageCheck], Iterable[str]],
    other: Sequence[str],
) -> str:
    """`remarks` says what there is to say of one package, each with its cells; `other` are lines without a package.

    A registry that answered nothing is told first: nothing was found out about its packages.
    """
    rows = [(code(text), _cells(catalogue, item)) for item in found for text in remarks(item)]
    lines = [f"{len(found)} packages, {len(rows)} remarks."]
    if silent := _silent(found):
        lines = [f"This run could not fetch: {', '.join(silent)} answered nothing.", "", *lines]
    if rows:
        lines += table(("What the registry says", "Cells"), rows, "atlas packages")
    return "\n".join([*lines, "", *(f"- {line}" for line in other)])


def _silent(found: Sequence[PackageCheck]) -> list[str]:
    answered = {item.registry for item in found if item.outcome is not CheckOutcome.NOT_FETCHED}
    return sorted({item.registry.label for item in found} - {registry.label for registry in answered})


def _cells(catalogue: Catalogue, item: PackageCheck) -> str:
    cells = (
        f"`{technology.id}: {feature}`"
        for technology in catalogue.technologies.values()
        for feature, cell in technology.features.items()
        if any((package.registry, package.name) == item.key for package in cell.packages)
    )
    return ", ".join(dict.fromkeys(cells))
