"""Charts: an axis that begins at zero, holds everything that is drawn, and has ticks that people read easily."""

import pytest

from backend_atlas.views.chart import Figure, Row, chart


def row(middle: float, low: float | None = None, high: float | None = None, limit: float | None = None) -> Row:
    figure = Figure(middle, middle if low is None else low, middle if high is None else high)
    return Row("Flask", "one process", "", figure, f"{middle}", limit)


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (1.0, ["0", "0.5", "1"]),
        (2560, ["0", "1,000", "2,000", "3,000"]),
        (81, ["0", "50", "100"]),
        (12.1, ["0", "5", "10", "15"]),
    ],
)
def test_ticks_are_easy_to_read(most: float, labels: list[str]) -> None:
    assert [tick.label for tick in chart("ms", [row(most)]).ticks] == labels


def test_the_axis_holds_spread_limit_and_band() -> None:
    found = chart("ms", [row(10, 8, 90, limit=20), row(5, limit=150)], band=(0.9, 1.1))
    drawn = [x for bar in found.bars for x in (bar.low, bar.x, bar.high, bar.limit or 0)]
    assert max(drawn) <= 100
    assert found.bars[1].limit == 100
    assert found.band == (0.6, 0.73)


def test_lengths_are_in_proportion() -> None:
    one, other = chart("ms", [row(10), row(40)]).bars
    assert other.x == 4 * one.x


def test_nothing_but_zeros_still_has_an_axis() -> None:
    assert [tick.label for tick in chart("MB", [row(0)]).ticks] == ["0", "0.5", "1"]
