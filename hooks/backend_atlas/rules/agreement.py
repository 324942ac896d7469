"""The second coding and the audits are about cells that exist, and say what became of each difference."""

from collections.abc import Iterable, Iterator

from backend_atlas.model import Catalogue
from backend_atlas.model.agreement import AuditedCell, AuditOutcome, CellCodedTwice
from backend_atlas.problems import did_you_mean
from backend_atlas.rules.finding import AGREEMENT, Finding
from backend_atlas.source import Location


def cells_exist_and_stand_once(catalogue: Catalogue) -> Iterator[Finding]:
    """Each cell names a feature and a technology of the atlas, and stands once in its list."""
    found = catalogue.agreement
    if found is None:
        return
    if found.second_coding:
        yield from _listed(catalogue, ("second_coding", "cells"), found.second_coding.cells)
    for i, audit in enumerate(found.audits):
        yield from _listed(catalogue, ("audits", i, "cells"), audit.cells)


def _listed(catalogue: Catalogue, where: Location, cells: Iterable[CellCodedTwice | AuditedCell]) -> Iterator[Finding]:
    features, seen = [feature.id for feature in catalogue.features], set()
    for i, cell in enumerate(cells):
        place = (*where, i)
        if cell.feature not in features:
            hint = did_you_mean(cell.feature, features) or "features are defined in data/features.yml"
            yield Finding(AGREEMENT, (*place, "feature"), f'"{cell.feature}" is not a feature', hint)
        if cell.technology not in catalogue.technologies:
            hint = did_you_mean(cell.technology, catalogue.technologies) or "take the cell out"
            yield Finding(AGREEMENT, (*place, "technology"), f'"{cell.technology}" is not a technology', hint)
        if (cell.feature, cell.technology) in seen:
            message = f"{cell.feature} of {cell.technology} stands twice"
            yield Finding(AGREEMENT, (*place, "feature"), message, "keep one of the two")
        seen.add((cell.feature, cell.technology))


def differences_are_decided(catalogue: Catalogue) -> Iterator[Finding]:
    """Where two codings differ, the file says what decided and what was mended; nowhere else."""
    second = catalogue.agreement.second_coding if catalogue.agreement else None
    for i, cell in enumerate(second.cells if second else ()):
        place = ("second_coding", "cells", i)
        if cell.same and (cell.decided or cell.mended):
            yield Finding(AGREEMENT, place, "says what decided although both codings are the same", "remove it")
        elif not cell.same and not (cell.decided and cell.mended):
            hint = "add `decided:` in one line, and `mended:` with cell, second-coding or definition"
            yield Finding(AGREEMENT, place, "does not say what decided between two different codings", hint)


def audits_are_whole(catalogue: Catalogue) -> Iterator[Finding]:
    """An audit lists its cells, or counts them where they were not written down; what is wrong is explained."""
    for i, audit in enumerate(catalogue.agreement.audits if catalogue.agreement else ()):
        if bool(audit.cells) == bool(audit.counts):
            hint = "list the cells; counts alone are for an audit whose cells were not written down"
            yield Finding(AGREEMENT, ("audits", i), "needs either cells or counts", hint)
        elif not audit.read:
            yield Finding(AGREEMENT, ("audits", i), "holds no cell that could be read", "remove it")
        for j, cell in enumerate(audit.cells):
            if (cell.outcome is AuditOutcome.CONFIRMED) == bool(cell.found):
                message = "is confirmed and has `found`" if cell.found else "does not say what was found"
                hint = "remove it" if cell.found else "add `found:` in one line"
                yield Finding(AGREEMENT, ("audits", i, "cells", j), message, hint)
