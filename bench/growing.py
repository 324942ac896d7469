"""How a cost grows with the size of what is built."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log

from bench.cases import Case, Full

WANTED = 1.05
"""The most that is wanted of each power of the pages."""


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


@dataclass(frozen=True)
class Growth:
    """How the costs of a build grow: to what power of something."""

    sizes: tuple[int, ...]
    """Technologies."""
    cpu: float
    peak: float
    bytes: float

    @property
    def powers(self) -> dict[str, float]:
        """Each power by the name of its cost."""
        return {"CPU time": self.cpu, "memory": self.peak, "bytes of the site": self.bytes}

    @classmethod
    def of(cls, found: Iterable[Case | Full], size: Callable[[Case | Full], int]) -> "Growth | None":
        """Growth with `size`. None where there are not two of them."""
        sized = [(size(build), build) for build in found]
        if len({size for size, _ in sized}) < 2:
            return None
        return cls(
            tuple(build.technologies for _, build in sized),
            exponent([(size, build.build.cpu) for size, build in sized]),
            exponent([(size, build.build.peak) for size, build in sized]),
            exponent([(size, build.site.bytes) for size, build in sized]),
        )
