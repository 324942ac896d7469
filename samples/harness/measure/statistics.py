"""The middle of noisy figures, and how sure it is."""

from collections.abc import Sequence
from random import Random
from statistics import median

from backend_atlas.model.lab.measurements import Interval

RESAMPLINGS = 2000
SEED = 20261125
CONFIDENCE = 0.95


def interval(values: Sequence[float], digits: int = 4) -> Interval:
    """The median of at least one value with its percentile bootstrap interval (Efron and Tibshirani 1993, chapter 13).

    The seed is fixed: the same values give the same interval.
    """
    random = Random(SEED)  # noqa: S311 - nothing here has to be hard to guess
    medians = sorted(median(random.choices(values, k=len(values))) for _ in range(RESAMPLINGS))
    tail = round((1 - CONFIDENCE) / 2 * RESAMPLINGS)
    return Interval(
        middle=round(median(values), digits),
        low=round(medians[tail], digits),
        high=round(medians[-tail - 1], digits),
    )
