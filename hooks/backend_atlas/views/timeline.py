"""How long release lines are supported, as geometry: stretches of time in percent of an axis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from backend_atlas import links
from backend_atlas.model import Technology
from backend_atlas.model.project_facts import Release
from backend_atlas.views.facts import support_phrase

ROOM = timedelta(days=365)
"""Drawn after the day of the build where no end is published."""

NARROW = 6
"""Labels of years that stand beside each other on a screen of 320 px."""

WIDE = 9
"""The same on a screen of 720 px and more."""


class Phase(Enum):
    """What a stretch of time brings. The name is drawn, the value is the word for it."""

    ALL = "Bug and security fixes"
    SECURITY = "Security fixes only"
    SOME = "Supported; no end of bug fixes published"
    OPEN = "No end published"

    @property
    def css(self) -> str:
        """The end of its class."""
        return self.name.lower()


@dataclass(frozen=True)
class Stretch:
    """A part of a line, in percent of the axis."""

    phase: Phase
    start: float
    width: float

    @property
    def drawn(self) -> float:
        """The width of its box. Where there is no end, the box reaches over the edge and is cut off there."""
        return self.width + 9 if self.phase is Phase.OPEN else self.width


@dataclass(frozen=True)
class Line:
    """One release line."""

    release: Release
    stretches: tuple[Stretch, ...]
    words: str

    @property
    def name(self) -> str:
        """As in "26 LTS"."""
        return f"{self.release.name}{' LTS' if self.release.lts else ''}"


@dataclass(frozen=True)
class Lane:
    """The lines of one technology, newest first."""

    name: str
    address: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Year:
    """The first of January. Its label, if it has one, stands right of it: everywhere, or on wide screens only."""

    year: int
    x: float
    labelled: bool
    wide: bool


@dataclass(frozen=True)
class Timeline:
    """A chart: an axis in years with the day of the build, and lanes."""

    years: tuple[Year, ...]
    today: date
    x: float
    lanes: tuple[Lane, ...]

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Those that are drawn, for the key."""
        drawn = {part.phase for lane in self.lanes for line in lane.lines for part in line.stretches}
        return tuple(phase for phase in Phase if phase in drawn)

    @property
    def late(self) -> bool:
        """True where there is more room for a label left of the day than right of it."""
        return self.x > 50


@dataclass(frozen=True)
class Axis:
    """From the first of one January to the first of another."""

    first: int
    last: int

    @classmethod
    def over(cls, releases: Iterable[Release], today: date) -> "Axis":
        """Whole years that hold every date, and `today`."""
        days = [today]
        for release in releases:
            days += [day for day in (release.released, release.active_until, release.ends) if day]
            days += [] if release.ends else [today + ROOM]
        return cls(min(days).year, max(days).year + 1)

    def percent(self, day: date) -> float:
        """Where a day lies: 0 is the start, 100 the end. Rounded, so that a page has the same bytes everywhere."""
        start, end = date(self.first, 1, 1), date(self.last, 1, 1)
        return round(100 * (day - start).days / (end - start).days, 2)

    def stretch(self, phase: Phase, start: date, end: date | None) -> Stretch:
        """A part of a line. Without an end it reaches to the edge."""
        x = self.percent(start)
        return Stretch(phase, x, round((self.percent(end) if end else 100) - x, 2))

    def years(self) -> tuple[Year, ...]:
        """A tick a year. Labels keep a distance at which they do not touch."""
        span = self.last - self.first
        step = -(-span // NARROW)
        return tuple(
            Year(
                self.first + i,
                self.percent(date(self.first + i, 1, 1)),
                labelled=i % step == 0 and i + step <= span,
                wide=span <= WIDE,
            )
            for i in range(span)
        )


def timeline(technologies: Iterable[Technology], today: date) -> Timeline:
    """Every line that the data hold."""
    return _timeline([(item, item.facts.support.releases) for item in technologies], today)


def supported_timeline(technologies: Iterable[Technology], today: date) -> Timeline:
    """Only lines that have not ended by `today`."""
    return _timeline([(item, _supported(item.facts.support.releases, today)) for item in technologies], today)


def _supported(releases: tuple[Release, ...], today: date) -> tuple[Release, ...]:
    return tuple(release for release in releases if release.ends is None or release.ends >= today)


def _timeline(found: list[tuple[Technology, tuple[Release, ...]]], today: date) -> Timeline:
    axis = Axis.over((release for _, releases in found for release in releases), today)
    lanes = tuple(
        Lane(item.name, links.technology(item.id), tuple(_line(axis, release, today) for release in releases))
        for item, releases in found
    )
    return Timeline(axis.years(), today, axis.percent(today), lanes)


def _line(axis: Axis, release: Release, today: date) -> Line:
    stretches = tuple(part for part in _stretches(axis, release, today) if part.width > 0)
    return Line(release, stretches, support_phrase(release, today))


def _stretches(axis: Axis, release: Release, today: date) -> tuple[Stretch, ...]:
    """What is published is drawn as it is; what is not, as open."""
    begin, active, end = release.released, release.active_until, release.ends
    if active:
        after = Phase.SECURITY if end else Phase.OPEN
        return axis.stretch(Phase.ALL, begin, active), axis.stretch(after, active, end)
    if end:
        return (axis.stretch(Phase.SOME, begin, end),)
    now = max(begin, today)
    return axis.stretch(Phase.SOME, begin, now), axis.stretch(Phase.OPEN, now, None)
