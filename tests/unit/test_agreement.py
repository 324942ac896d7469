"""The statistics of agreement, against published figures."""

from itertools import chain, repeat

import pytest

from backend_atlas.agreement import Interval, Undefined, kappa, share


def pairs(table: list[list[int]]) -> list[tuple[str, str]]:
    """A square table of counts, the first coder in rows."""
    return list(
        chain.from_iterable(
            repeat((str(row), str(column)), count)
            for row, line in enumerate(table)
            for column, count in enumerate(line)
        )
    )


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        # SAS/STAT, PROC FREQ; the same table is a test of statsmodels' cohens_kappa.
        ([[0, 4, 1], [0, 8, 0], [0, 1, 5]], (0.4842, 0.2137, 0.7547)),
        # Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, table 18.1: 0.68 with 0.087.
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], (0.6765, 0.5046, 0.8484)),
    ],
)
def test_kappa_equals_published_examples(table: list[list[int]], figures: tuple[float, float, float]) -> None:
    found = kappa(pairs(table))
    assert isinstance(found, Interval)
    assert (found.value, found.low, found.high) == pytest.approx(figures, abs=0.0001)


def test_chance_alone_is_no_agreement() -> None:
    found = kappa(pairs([[9, 3], [3, 1]]))
    assert isinstance(found, Interval)
    assert found.value == pytest.approx(0)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ([[9]], "fewer than 10 cells"),
        ([[30]], "only one level occurs"),
        ([[10, 0], [0, 10]], "no cell differs, so there is nothing to estimate an interval from"),
    ],
)
def test_kappa_says_why_there_is_none(table: list[list[int]], why: str) -> None:
    assert kappa(pairs(table)) == Undefined(why)


@pytest.mark.parametrize(
    ("count", "size", "low", "high"),
    [  # Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_equals_published_examples(count: int, size: int, low: float, high: float) -> None:
    found = share(count, size)
    assert (found.value, found.low, found.high) == pytest.approx((count / size, low, high), abs=0.0001)
