"""Bounds for all samples at once, to tell which technologies can win one before their samples are drawn.

One large integer holds a number for every sample, 64 bits for each, because Python adds two such integers in a small
part of the time that two lists take. Numbers are rounded so that a bound is never too low.
"""

import sys
from array import array
from collections.abc import Iterable
from math import ceil
from operator import gt

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


class Best:
    """The best score in each sample, of those that were added."""

    def __init__(self, samples: int) -> None:
        self.scores = [0.0] * samples
        self.ones = lanes([1] * samples)
        self.highest = self.ones << LANE - 1
        self.missing = self.highest
        """What takes a bound to the highest bit of a number where it reaches the score."""

    def add(self, scores: list[float]) -> None:
        """The scores of one more."""
        if any(map(gt, scores, self.scores)):
            self.scores = list(map(max, self.scores, scores))
            self.missing = self.highest + self.ones - lanes(int(score * WEIGHT * VALUE) for score in self.scores)

    def reached(self, bound: int) -> bool:
        """Whether what scores at most `bound` can be the best in a sample, alone or with others."""
        return bool((bound + self.missing) & self.highest)
