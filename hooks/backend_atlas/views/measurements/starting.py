"""Starts of a server: the time they take, and the memory afterwards."""

from statistics import median

from backend_atlas.model.lab.measurements import Starting, StartingRow
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import MIB, Address, Measure, label, name, spread


def starting(record: Starting, address: Address) -> Measure:
    """Milliseconds until the first answer."""

    def row(item: StartingRow) -> Row:
        figure = Figure(median(item.milliseconds), min(item.milliseconds), max(item.milliseconds))
        words = f"{figure.middle:,.0f} ms ({spread(item.milliseconds)})"
        return Row(name(item.subject), item.subject.deployed, address(item.subject.technology), figure, words)

    return Measure(
        "starting",
        "From the start of the process to the first answer",
        record.conditions,
        chart("ms", map(row, record.rows)),
        ("Median", "Fastest to slowest", "Starts"),
        tuple(
            (
                label(item.subject),
                f"{median(item.milliseconds):,.0f} ms",
                f"{spread(item.milliseconds)} ms",
                str(len(item.milliseconds)),
            )
            for item in record.rows
        ),
        tuple(item.subject.technology for item in record.rows),
        {"starts": str(max(len(item.milliseconds) for item in record.rows))},
    )


BETWEEN_RUNS = 0.01
"""Share by which memory may differ from run to run. Starts of one run are closer to each other than two runs are."""


def memory(record: Starting, address: Address) -> Measure:
    """Memory of the server and its children, right after the first answer."""

    def row(item: StartingRow) -> Row:
        low, middle, high = _held(item)
        words = f"{middle:,.1f} MiB ({spread((low, high), 1)})"
        figure = Figure(middle, low, high)
        return Row(name(item.subject), item.subject.deployed, address(item.subject.technology), figure, words)

    return Measure(
        "memory",
        "Memory of a server that does nothing",
        record.conditions,
        chart("MiB", map(row, record.rows)),
        ("Median", "Interval"),
        tuple(
            (label(item.subject), f"{middle:,.1f} MiB", f"{spread((low, high), 1)} MiB")
            for item in record.rows
            for low, middle, high in (_held(item),)
        ),
        tuple(item.subject.technology for item in record.rows),
        {"starts": str(max(len(item.memory) for item in record.rows))},
    )


def _held(row: StartingRow) -> tuple[float, float, float]:
    """Least, median and most MiB, the two ends no closer to the median than two runs are to each other."""
    used = [kib / MIB for kib in row.memory]
    middle = median(used)
    return min(*used, middle * (1 - BETWEEN_RUNS)), middle, max(*used, middle * (1 + BETWEEN_RUNS))
