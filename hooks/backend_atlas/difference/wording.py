"""The same words in every form of the report."""

from collections.abc import Iterator, Sequence

from backend_atlas import links
from backend_atlas.difference.answers import CellChange, Said, shown
from backend_atlas.difference.comparing import Difference
from backend_atlas.difference.decisions import Decisions, Moved
from backend_atlas.difference.pages import PageChange
from backend_atlas.difference.plain import Change, addresses
from backend_atlas.difference.review import Reason
from backend_atlas.render import plural

SAID = ("support.", "partial.", "experimental.", "package.name.", "value.", "date.", "releases[")
"""Fields that the words of a cell or a fact hold."""


def verdict(reasons: Sequence[Reason]) -> str:
    """Whether somebody has to look."""
    if not reasons:
        return "Nothing needs a reviewer's eye."
    return f"{plural(len(reasons), 'thing')} need{'s' if len(reasons) == 1 else ''} a reviewer's eye."


def tally(found: Sequence[Said]) -> str:
    """How many changed, and how many were only read again."""
    again = sum(said.read_again for said in found)
    parts = [f"{len(found) - again} changed" if len(found) > again else "", f"{again} only read again" if again else ""]
    return ", ".join(filter(None, parts)) or "as before"


def kinds(found: Difference) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    """What files say otherwise, by kind."""
    return (
        ("Cells", found.single_cells),
        ("Facts", found.facts),
        ("Texts", found.texts),
        ("Vocabulary", found.vocabulary),
        ("Guide and trust", found.guide),
    )


def whole(found: Difference) -> Iterator[str]:
    """Technologies and features that are new or gone, one line each."""
    for id, name in found.technologies_added:
        yield f"Technology added: {name}, {_answered([cell for cell in found.cells if cell.technology == id])}"
    for _, name in found.technologies_removed:
        yield f"Technology removed: {name}"
    for id, name in found.features_added:
        yield f"Feature added: {name}, {_answered([cell for cell in found.cells if cell.feature == id])}"
    for _, name in found.features_removed:
        yield f"Feature removed: {name}"


def _answered(cells: Sequence[CellChange]) -> str:
    return f"{plural(len(cells), 'cell')}, {sum(cell.known for cell in cells)} of them answered"


def exchanged(said: Said) -> Iterator[tuple[str, str]]:
    """What went and what came, as lines with their marks, but for what its words before and after say."""
    skipped = (*SAID, "package.") if any(change.field == "package.name" for change in said.changes) else SAID
    for change in said.changes:
        if not (is_told_in_words(said) and f"{change.field}.".startswith(skipped)):
            yield from _lines(change)


def is_told_in_words(said: Said) -> bool:
    """Whether `before` and `after` are words about the whole, as of cells and facts, and not the text of a field."""
    return not any(change.field == said.name for change in said.changes)


def _lines(change: Change) -> Iterator[tuple[str, str]]:
    if change.of_sources:
        before, after = addresses(change.before), addresses(change.after)
        yield from (("-", address) for address in before if address not in after)
        yield from (("+", address) for address in after if address not in before)
        return
    for mark, value in (("-", change.before), ("+", change.after)):
        if value is not None:
            yield mark, f"{change.field}: {shown(value)}"


def pages_line(found: Sequence[PageChange] | None) -> str:
    """How many pages changed."""
    if found is None:
        return "not compared"
    counts = {fate: sum(page.fate == fate for page in found) for fate in ("changed", "added", "removed")}
    return ", ".join(f"{count} {fate}" for fate, count in counts.items() if count) or "as before"


def decisions_lines(found: Decisions | None) -> Iterator[str]:
    """What comes out otherwise, without the single results."""
    if found is None:
        yield "Results of the guide were not compared."
        return
    if found.same_basis:
        yield "Nothing that decides is different: no answers can have another result."
    yield f"Worked examples with another result: {len(found.scenarios)}."
    yield f"Witnesses with another result: {len(found.witnesses)}."
    if found.short_lists:
        yield f"Short lists with another result: {found.short_lists_differ} of {found.short_lists}."
    if found.moved:
        yield share_line(found.moved)


def share_line(moved: Moved) -> str:
    """The share of generated answers, with its interval."""
    low, high = moved.share.low, moved.share.high
    return (
        f"Other technologies come first, or join a tie, in {moved.differ} of {moved.sets} generated sets of answers: "
        f"{moved.share.value:.1%} (95 % interval {low:.1%} to {high:.1%})."
    )


def guide_link(site: str, fragment: str) -> str:
    """The guide with answers. Without the address of a site, as seen from its root."""
    return f"{site}{links.GUIDE}#{fragment}"
