"""Statistics of agreement: Cohen's kappa and the interval of a share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEAST = 10
"""With fewer pairs a kappa says nothing: one more disagreement moves it by a tenth or more."""
CONFIDENCE = 0.95
DEVIATIONS = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
"""Standard deviations on either side of the middle, of a normal distribution."""


@dataclass(frozen=True)
class Interval:
    """An estimate with the interval that holds the true value in 95 of 100 repetitions."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Undefined:
    """There is no figure. The text says why, as a clause."""

    why: str


def kappa(pairs: Sequence[tuple[str, str]]) -> Interval | Undefined:
    """Agreement of two coders beyond what chance would give: 1 is all of it, 0 is none.

    Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 37-46.
    The interval is value ± 1.96 standard errors, cut at 1, with the large-sample standard error of Fleiss, Cohen and
    Everitt (1969), "Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72, 323-327. It
    takes the pairs as independent. Each pair holds the categories that the first and the second coder chose.
    """
    if len(pairs) < LEAST:
        return Undefined(f"fewer than {LEAST} cells")
    size = len(pairs)
    cells = {pair: count / size for pair, count in Counter(pairs).items()}
    first = {name: count / size for name, count in Counter(one for one, _ in pairs).items()}
    second = {name: count / size for name, count in Counter(other for _, other in pairs).items()}
    if len(first.keys() | second.keys()) == 1:
        return Undefined("only one level occurs")
    observed = sum(share for (one, other), share in cells.items() if one == other)
    chance = sum(share * second.get(name, 0) for name, share in first.items())
    value = (observed - chance) / (1 - chance)
    if observed == 1:
        return Undefined("no cell differs, so there is nothing to estimate an interval from")
    variance = -((value - chance * (1 - value)) ** 2)
    for (one, other), share in cells.items():
        if one == other:
            variance += share * (1 - (first[one] + second[one]) * (1 - value)) ** 2
        else:
            variance += (1 - value) ** 2 * share * (second.get(one, 0) + first.get(other, 0)) ** 2
    reach = DEVIATIONS * sqrt(variance / size) / (1 - chance)
    return Interval(value, value - reach, min(1.0, value + reach))


def share(count: int, size: int) -> Interval:
    """A share of `size` independent draws with its interval; `size` is at least 1.

    The score interval of Wilson (1927), "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22, 209-212: it does not fall below 0, and has a width where
    nothing was found.
    """
    value, square = count / size, DEVIATIONS**2
    middle = (value + square / (2 * size)) / (1 + square / size)
    reach = DEVIATIONS / (1 + square / size) * sqrt(value * (1 - value) / size + square / (4 * size**2))
    return Interval(value, max(0.0, middle - reach), min(1.0, middle + reach))
