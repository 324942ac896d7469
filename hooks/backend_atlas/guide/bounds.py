"""Bounds for all samples at once, to tell which technologies can win one before their samples are drawn.

One large integer holds a number for every sample, 64 bits for each, because Python adds two such integers in a small
part of the time that two lists take. Numbers are rounded so that a bound is never too low.
"""

import sys
from array import array
from collections.abc import Iterable
from math import ceil

WEIGHT, VALUE = 2**24, 2**10
"""A weight and a value of 1. The last place of their product is worth more than what a sum of floats can be off by."""

LANE = 64
"""Bits of a number. The highest is free, so that no sum of bounds runs into the next number."""


def lanes(numbers: Iterable[int]) -> int:
    """Numbers from 0 to 2**63 - 1, one for each sample, as one integer."""
    return int.from_bytes(array("Q", numbers).tobytes(), sys.byteorder)


def weights(column: Iterable[float]) -> int:
    """A weight for each sample."""
    return lanes(ceil(weight * WEIGHT) for weight in column)


def value(most: float) -> int:
    """A value. Times weights it is what a row adds at most."""
    return ceil(most * VALUE)


class Hurdle:
    """What has to be reached in one of the samples. `scores` are those of the best so far, one for each sample."""

    def __init__(self, scores: Iterable[float]) -> None:
        least = [int(score * WEIGHT * VALUE) for score in scores]
        ones = lanes([1] * len(least))  # of grace, for what sums of floats are off by
        self.highest = ones << LANE - 1
        self.missing = self.highest + ones - lanes(least)
        """What takes a bound to the highest bit of a number where it reaches the score."""

    def taken(self, bound: int) -> bool:
        """Whether what scores at most `bound` can be as good as the best in a sample."""
        return bool((bound + self.missing) & self.highest)
