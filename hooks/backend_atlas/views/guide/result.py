"""One result of the guide in words and rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from backend_atlas.guide.basis import Option, Source
from backend_atlas.guide.deciding import Flip, Ranked, Result, flipped, fragment, link
from backend_atlas.guide.scoring import Contribution, rounding, shares, tenths
from backend_atlas.guide.words import Words, points
from backend_atlas.model import Support
from backend_atlas.model.vocabulary import Verdict

COLUMNS = 3
"""Technologies side by side in an explanation."""

LEVELS = {level.value: level for level in Support}


@dataclass(frozen=True)
class CellView:
    """What one technology has for one row, and the points for it."""

    level: Support | None
    words: str
    source: Source | None
    points: str

    @property
    def host(self) -> str:
        """The site that the source is on."""
        return urlsplit(self.source.url).hostname or "" if self.source else ""

    @property
    def read(self) -> date | None:
        """The day it was read."""
        return date.fromisoformat(self.source.checked) if self.source else None


@dataclass(frozen=True)
class RowView:
    """One line of the contribution table."""

    name: str
    address: str
    question: str
    weight: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class RankView:
    """A technology in the ranking."""

    name: str
    address: str
    score: str
    width: float
    interval: str
    share: str
    leads: bool


@dataclass(frozen=True)
class LinkedText:
    """A sentence about a technology."""

    name: str
    address: str
    text: str


@dataclass(frozen=True)
class Change:
    """An answer that would change what comes first."""

    answer: str
    outcome: str
    link: str
    """The answers with that change, after the hash in the address of the guide."""


@dataclass(frozen=True)
class ResultView:
    """One result, ready to print."""

    verdict: str
    headline: str
    holding: str
    given: tuple[tuple[str, list[str]], ...]
    ranking: tuple[RankView, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[RowView, ...]
    rounding: tuple[str, ...]
    totals: tuple[str, ...]
    against: str
    changes: tuple[Change, ...]
    rests: tuple[str, ...]
    risks: tuple[str, ...]
    excluded: tuple[LinkedText, ...]
    ways_out: tuple[str, ...]
    existing: tuple[str, ...]
    link: str


def result_view(words: Words, result: Result) -> ResultView:
    """A result in words and rows."""
    options = words.options
    shown = result.considered[:COLUMNS]
    return ResultView(
        verdict=words.verdict(result),
        headline=words.headline(result),
        holding=words.holding(result),
        given=tuple(words.given(result)),
        ranking=tuple(_ranks(options, result)),
        columns=tuple((options[item.id].name, options[item.id].address) for item in shown),
        rows=tuple(_rows(words, result, [options[item.id] for item in shown])),
        rounding=_rounding(result, shown),
        totals=tuple(points(tenths(item.score)) for item in shown),
        against=words.against(result),
        changes=tuple(_change(words, result, flip) for flip in words.notable(result)),
        rests=tuple(words.rest(rest) for rest in result.rests),
        risks=tuple(words.risk(risk) for risk in result.risks),
        excluded=tuple(
            LinkedText(options[item.id].name, options[item.id].address, words.excluded(item))
            for item in result.excluded
        ),
        ways_out=tuple(words.ways_out(result)) if result.verdict == Verdict.NONE_FITS.value else (),
        existing=tuple(words.existing(result)),
        link=fragment(words.basis, result),
    )


def _ranks(options: dict[str, Option], result: Result) -> Iterator[RankView]:
    for item in result.listed:
        low, high = points(tenths(item.low)), points(tenths(item.high))
        yield RankView(
            name=options[item.id].name,
            address=options[item.id].address,
            score=points(tenths(item.score)),
            width=tenths(item.score) / 10,
            interval=f"{low} to {high}" if low != high else "",
            share="" if result.sole else f"first in {int(item.share * 100 + 0.5)} % of the trials",
            leads=item.id in result.leaders,
        )


def _rows(words: Words, result: Result, shown: list[Option]) -> Iterator[RowView]:
    for index, (row, share) in enumerate(shares(result.asked)):
        parts = [(option, result.contributions[option.id][index]) for option in shown]
        yield RowView(
            name=words.criterion(row.criteria),
            address=words.basis.measure[row.criteria[0]].address,
            question=words.answer(row.question),
            weight=f"{points(tenths(share))} %",
            cells=tuple(_cell(words, option, part) for option, part in parts),
        )


def _cell(words: Words, option: Option, part: Contribution) -> CellView:
    criterion = part.row.criteria[0]
    measure = words.basis.measure[criterion]
    value = option.facts[measure.fact] if measure.fact else option.cells[criterion]
    level = None if measure.fact else LEVELS[option.cells[criterion].level]
    return CellView(level, words.found(option.id, part.row.criteria), value.source, points(part.shown))


def _change(words: Words, result: Result, flip: Flip) -> Change:
    address = link(words.basis, flipped(words.basis, result.answers, flip))
    return Change(words.change(flip), words.outcome(flip), address)


def _rounding(result: Result, shown: tuple[Ranked, ...]) -> tuple[str, ...]:
    """What the rounded lines lack to the rounded scores. Empty where they lack nothing."""
    found = [rounding(item.score, result.contributions[item.id]) for item in shown]
    return tuple(points(number) for number in found) if any(found) else ()
