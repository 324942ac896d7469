"""What is told about changes of the data is whole, and fits the cells as they are."""

import re
from collections.abc import Iterator

from backend_atlas.model import Catalogue
from backend_atlas.model.changes import Change
from backend_atlas.problems import did_you_mean
from backend_atlas.rules.finding import Finding, in_changes
from backend_atlas.source import Location

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")

Place = tuple[str, Location, Change]
"""The file of a change, where it stands in it, and the change."""


def changes_stand_in_the_file_of_their_month(catalogue: Catalogue) -> Iterator[Finding]:
    """Files are named after a month and hold its changes, the newest first."""
    for month, file in catalogue.changes.items():
        if not MONTH.fullmatch(month):
            yield Finding(in_changes(month), (), "is not named after a month", "as in 2026-11.yml")
            continue
        for i, change in enumerate(file.changes):
            place: Location = ("changes", i, "date")
            if f"{change.date:%Y-%m}" != month:
                hint = f"move the change to {change.date:%Y-%m}.yml, or check the date"
                yield Finding(in_changes(month), place, f"{change.date} does not lie in {month}", hint)
            elif i and change.date > file.changes[i - 1].date:
                yield Finding(in_changes(month), place, "is newer than the change above it", "the newest stands first")


def changes_are_told_once(catalogue: Catalogue) -> Iterator[Finding]:
    """No id is used twice, in any file: feed readers take it for the same change."""
    seen: dict[str, str] = {}
    for file, place, change in _places(catalogue):
        if change.id in seen:
            message = f'"{change.id}" is the id of another change in {seen[change.id]}'
            yield Finding(file, (*place, "id"), message, "choose an id that was never used")
        seen.setdefault(change.id, file)


def changes_name_what_exists(catalogue: Catalogue) -> Iterator[Finding]:
    """Technologies and features are those of the atlas."""
    features = [feature.id for feature in catalogue.features]
    for file, place, change in _places(catalogue):
        named: list[tuple[Location, str]]
        named = [(("technologies", i), id) for i, id in enumerate(change.technologies)]
        named += [(("cells", i, "technology"), cell.technology) for i, cell in enumerate(change.cells)]
        for location, id in named:
            if id not in catalogue.technologies:
                hint = did_you_mean(id, catalogue.technologies) or "use the name of a file in data/technologies"
                yield Finding(file, (*place, *location), f'"{id}" is not a technology', hint)
        for i, cell in enumerate(change.cells):
            if cell.feature not in features:
                hint = did_you_mean(cell.feature, features) or "features are defined in data/features.yml"
                yield Finding(file, (*place, "cells", i, "feature"), f'"{cell.feature}" is not a feature', hint)


def levels_that_changed_are_told_whole(catalogue: Catalogue) -> Iterator[Finding]:
    """A cell says both levels, or none where the level is the same."""
    for file, place, change in _places(catalogue):
        for i, cell in enumerate(change.cells):
            here = (*place, "cells", i)
            if (cell.before is None) != (cell.after is None):
                name = "after" if cell.after is None else "before"
                yield Finding(file, here, f"has no `{name}`", "say both levels, or none where the level is the same")
            elif cell.before and cell.before is cell.after:
                hint = "leave both out where only the note, the package or a source changed"
                yield Finding(file, (*here, "after"), "is the level that stood before", hint)


def the_newest_change_of_a_cell_is_its_level(catalogue: Catalogue) -> Iterator[Finding]:
    """What was told last of the level of a cell is what the cell says: a list of changes with a gap misleads."""
    told = set()
    for file, place, change in sorted(_places(catalogue), key=lambda item: item[2].date, reverse=True):
        for i, cell in enumerate(change.cells):
            technology = catalogue.technologies.get(cell.technology)
            answer = technology.features.get(cell.feature) if technology else None
            if cell.after is None or answer is None or (cell.technology, cell.feature) in told:
                continue
            told.add((cell.technology, cell.feature))
            if answer.support is not cell.after:
                message = f"the level of {cell.feature} in {cell.technology} is {answer.support.value} now"
                hint = f"add a change with `before: {cell.after.value}` and `after: {answer.support.value}`"
                yield Finding(file, (*place, "cells", i, "after"), message, hint)


def _places(catalogue: Catalogue) -> Iterator[Place]:
    for month, file in catalogue.changes.items():
        for i, change in enumerate(file.changes):
            yield in_changes(month), ("changes", i), change
