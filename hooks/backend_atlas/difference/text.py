"""A difference as text for the terminal."""

from collections.abc import Iterator, Sequence

from backend_atlas.difference.answers import CellChange, Said
from backend_atlas.difference.comparing import Difference
from backend_atlas.difference.decisions import Decisions
from backend_atlas.difference.pages import PageChange
from backend_atlas.difference.review import Reason, outcome
from backend_atlas.difference.wording import (
    decisions_lines,
    exchanged,
    guide_link,
    is_told_in_words,
    kinds,
    pages_line,
    tally,
    verdict,
    whole,
)

REASONS, PAGES = 40, 20
"""How many are listed; `--json` lists all."""


def text(found: Difference, reasons: Sequence[Reason], site: str = "") -> str:
    """The whole report. `site` is where the site is, for links."""
    return "\n".join(_lines(found, reasons, site)) + "\n"


def _lines(found: Difference, reasons: Sequence[Reason], site: str) -> Iterator[str]:
    yield f"Compared with {found.base}. {verdict(reasons)}"
    yield from (f"  {reason.kind}: {reason.text}" for reason in reasons[:REASONS])
    if len(reasons) > REASONS:
        yield f"  and {len(reasons) - REASONS} more: --json lists all"
    yield from whole(found)
    for name, items in kinds(found):
        if items:
            yield f"\n{name}: {tally(items)}"
            yield from (line for said in items if not said.read_again for line in _said(said))
    if found.pages:
        yield f"\nPages: {pages_line(found.pages)}"
        yield from _pages(found.pages)
    if found.decisions:
        yield "\nDecision guide"
        yield from _decisions(found.decisions, site)


def _said(said: Said) -> Iterator[str]:
    told = is_told_in_words(said)
    moved = f"{said.before or 'none'} → {said.after or 'none'}" if said.before != said.after else said.after
    yield f"  {said.owner}, {said.name}{f': {moved}' if told else ''}"
    yield from (f"    {mark} {line}" for mark, line in exchanged(said))
    if told and said.source:
        yield f"    source: {said.source}"
    if isinstance(said, CellChange) and said.also:
        yield f"    also for {', '.join(said.also)}"


def _pages(pages: Sequence[PageChange]) -> Iterator[str]:
    for page in pages[:PAGES]:
        parts = f" ({', '.join(page.parts)})" if page.parts else ""
        yield f"  {page.fate.value}: {page.address or '/'}{parts}"
    if len(pages) > PAGES:
        yield f"  and {len(pages) - PAGES} more: --json lists all"


def _decisions(found: Decisions, site: str) -> Iterator[str]:
    yield from (f"  {line}" for line in decisions_lines(found))
    for item in (*found.scenarios, *found.witnesses):
        yield f"  {item.title}: {outcome(item)}"
        yield f"    {guide_link(site, item.link)}"
    for example in found.moved.examples if found.moved else ():
        yield f"  {example.before} → {example.after}"
        yield f"    {guide_link(site, example.link)}"
