"""What a link checker could not open, for an issue: tables in Markdown that say where each address is named."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from backend_atlas.exports.issue import code, plain, table
from backend_atlas.load.cited import Citation

GONE = (404, 410)
"""Answers that say that a page is not there. Every other failure says nothing about the page."""
PLACES = 3
"""Places named in a row."""


class NotAReportError(Exception):
    """The file is not what lychee writes. The text says so in one line."""


@dataclass(frozen=True)
class Unopened:
    """One address that could not be opened, and why."""

    address: str
    code: int | None
    reason: str
    places: tuple[str, ...]

    @property
    def gone(self) -> bool:
        """Whether its server says that there is no such page."""
        return self.code in GONE


@dataclass(frozen=True)
class Told:
    """What one run of the link checker said."""

    asked: int
    opened: int
    unopened: tuple[Unopened, ...]

    @property
    def gone(self) -> tuple[Unopened, ...]:
        """What is not there any more."""
        return tuple(item for item in self.unopened if item.gone)

    @property
    def silent(self) -> tuple[Unopened, ...]:
        """What could not be opened and may well be there."""
        return tuple(item for item in self.unopened if not item.gone)

    @property
    def reached_nothing(self) -> bool:
        """Whether no server answered anything that says something about a page."""
        return bool(self.silent) and not self.opened and not self.gone


def told(report: Path, cited: Mapping[str, Sequence[Citation]]) -> Told:
    """Reads the JSON that `lychee --format json` wrote. Raises `NotAReportError`."""
    try:
        found = json.loads(report.read_text(encoding="utf-8"))
        failures = {
            item["url"]: (item["status"].get("code"), item["status"]["text"], input)
            for kind in ("error_map", "timeout_map")
            for input, items in found[kind].items()
            for item in items
        }
        asked, opened = int(found["unique"]), int(found["successful"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotAReportError(f"{report} is not a report of lychee: write one with --format json") from None
    unopened = (
        Unopened(address, code, _reason(reason), _places(cited.get(address, ()), input))
        for address, (code, reason, input) in sorted(failures.items())
    )
    return Told(asked, opened, tuple(unopened))


def markdown(found: Told) -> str:
    """A sentence, and tables of what is gone and of what could not be opened, unless nothing could be opened at all."""
    lines = [summary(found)]
    if found.reached_nothing:
        return f"{lines[0]}\n"
    lines += _table("Not there any more", found.gone)
    lines += _table("Could not be opened this time", found.silent)
    return "\n".join(lines) + "\n"


def summary(found: Told) -> str:
    """The result in a sentence."""
    if found.reached_nothing:
        return f"This run could not fetch: none of {found.asked} addresses could be opened. It says nothing about them."
    silent = f"; {len(found.silent)} could not be opened, which says nothing about them" if found.silent else ""
    return f"{found.asked} addresses, {len(found.gone)} not there any more{silent}."


def _table(title: str, items: Sequence[Unopened]) -> Iterable[str]:
    if not items:
        return
    yield from ("", f"### {title}")
    yield from table(("Address", "Answer", "Named in"), [_row(item) for item in items])


def _row(item: Unopened) -> tuple[str, ...]:
    rest = f" and {len(item.places) - PLACES} more" if len(item.places) > PLACES else ""
    return f"<{item.address}>", plain(item.reason), ", ".join(map(code, item.places[:PLACES])) + rest


def _places(cited: Sequence[Citation], input: str) -> tuple[str, ...]:
    return tuple(str(place) for place in sorted(cited)) or (Path(input).as_posix(),)


def _reason(text: str) -> str:
    """Without the address in it."""
    return text.partition(" (error sending")[0]
