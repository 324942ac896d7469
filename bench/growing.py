"""How a cost grows with the size of what is built."""

from collections.abc import Sequence
from math import log


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The `b` of cost = a * size^b that fits best: least squares over the logarithms of size and cost.

    1 where twice the size costs twice as much, 2 where it costs four times. Raises `ValueError` for fewer than two
    sizes.
    """
    sizes, costs = [log(size) for size, _ in points], [log(cost) for _, cost in points]
    if len(set(sizes)) < 2:
        raise ValueError("growth needs two sizes")
    size, cost = sum(sizes) / len(sizes), sum(costs) / len(costs)
    together = sum((x - size) * (y - cost) for x, y in zip(sizes, costs, strict=True))
    return together / sum((x - size) ** 2 for x in sizes)
