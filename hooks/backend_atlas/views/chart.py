"""Figures as geometry: rows on one axis that begins at zero, in percent of its width."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
"""Distances of ticks that people read easily, times a power of ten."""

TICKS = 3
"""At most so many distances, so that labels do not touch where the axis is short."""


@dataclass(frozen=True)
class Figure:
    """A measured value with its spread, in the unit of the chart."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Bar:
    """One row: what it is about, where it is drawn, and the same in words."""

    name: str
    detail: str
    address: str
    """The page of the technology, empty where there is none."""
    x: float
    low: float
    high: float
    words: str
    limit: float | None = None
    """Where a mark for the most that is possible stands."""
    twin: bool = False


@dataclass(frozen=True)
class Tick:
    """A value of the axis."""

    label: str
    x: float


@dataclass(frozen=True)
class Chart:
    """An axis, rows, and a band in which differences are noise."""

    unit: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    band: tuple[float, float] | None = None


@dataclass(frozen=True)
class Row:
    """What a chart needs of one row."""

    name: str
    detail: str
    address: str
    figure: Figure
    words: str
    limit: float | None = None
    twin: bool = False


def chart(unit: str, rows: Iterable[Row], band: tuple[float, float] | None = None) -> Chart:
    """A chart of at least one row. `band` is in the unit of the figures."""
    found = tuple(rows)
    most = max(max(row.figure.high, row.limit or 0.0) for row in found)
    most = max(most, band[1] if band else 0.0) or 1.0
    step = _step(most)
    end = step * math.ceil(round(most / step, 6))

    def x(value: float) -> float:
        return round(100 * value / end, 2)

    bars = tuple(
        Bar(
            name=row.name,
            detail=row.detail,
            address=row.address,
            x=x(row.figure.middle),
            low=x(row.figure.low),
            high=x(row.figure.high),
            words=row.words,
            limit=None if row.limit is None else x(row.limit),
            twin=row.twin,
        )
        for row in found
    )
    ticks = tuple(Tick(f"{step * i:,g}", x(step * i)) for i in range(round(end / step) + 1))
    return Chart(unit, ticks, bars, (x(band[0]), x(band[1])) if band else None)


def _step(most: float) -> float:
    """The distance of ticks on an axis that reaches to `most`."""
    least = most / TICKS
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in STEPS if step * power >= least)
