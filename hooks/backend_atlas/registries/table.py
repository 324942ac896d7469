"""What registries said, for an issue: a table in Markdown of what needs somebody's eye."""

from collections.abc import Callable, Iterable, Sequence

from backend_atlas.model import Catalogue
from backend_atlas.model.packages import CheckOutcome, PackageCheck

MOST = 100
"""Rows of the table. An issue holds 65,536 characters, and nobody reads more at a time."""


def markdown(
    catalogue: Catalogue,
    found: Sequence[PackageCheck],
    remarks: Callable[[PackageCheck], Iterable[str]],
    other: Sequence[str],
) -> str:
    """`remarks` says what there is to say of one package, each with its cells; `other` are lines without a package.

    A registry that answered nothing is told first: nothing was found out about its packages.
    """
    rows = [(text, _cells(catalogue, item)) for item in found for text in remarks(item)]
    lines = [f"{len(found)} packages, {len(rows)} remarks."]
    if silent := _silent(found):
        lines = [f"This run could not fetch: {', '.join(silent)} answered nothing.", "", *lines]
    if rows:
        lines += ["", "| What the registry says | Cells |", "| --- | --- |"]
        lines += [f"| {_code(text)} | {cells} |" for text, cells in rows[:MOST]]
    if len(rows) > MOST:
        lines += ["", f"And {len(rows) - MOST} more: `atlas packages` lists all."]
    return "\n".join([*lines, "", *(f"- {line}" for line in other)])


def _silent(found: Sequence[PackageCheck]) -> list[str]:
    answered = {item.registry for item in found if item.outcome is not CheckOutcome.NOT_FETCHED}
    return sorted({item.registry.label for item in found} - {registry.label for registry in answered})


def _code(text: str) -> str:
    """Words of others as code, so that nothing in them calls for people or shows as a link or a picture."""
    return f"`{' '.join(text.replace('|', ' ').replace('`', ' ').split())}`"


def _cells(catalogue: Catalogue, item: PackageCheck) -> str:
    cells = (
        f"`{technology.id}: {feature}`"
        for technology in catalogue.technologies.values()
        for feature, cell in technology.features.items()
        if any((package.registry, package.name) == item.key for package in cell.packages)
    )
    return ", ".join(dict.fromkeys(cells))
