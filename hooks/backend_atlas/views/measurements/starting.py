"""Starts of a server: the time they take, and the memory afterwards."""

from statistics import median

from backend_atlas.model.lab.measurements import Starting, StartingRow
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import MIB, Address, Measure, figure, label, row, spread

BETWEEN_RUNS = 0.01
"""Share by which memory may differ from run to run. Starts of one run are closer to each other than two runs are."""


def starting(record: Starting, address: Address) -> Measure:
    """Milliseconds until the first answer."""

    def bar(item: StartingRow) -> Row:
        words = f"{median(item.milliseconds):,.0f} ms ({spread(item.milliseconds)})"
        return row(item.subject, address, figure(item.milliseconds), words)

    return Measure(
        "starting",
        "From the start of the process to the first answer",
        record.conditions,
        chart("ms", map(bar, record.rows)),
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


def memory(record: Starting, address: Address) -> Measure:
    """Memory of the server and its children, right after the first answer."""

    def bar(item: StartingRow) -> Row:
        held = _held(item)
        return row(item.subject, address, held, f"{held.middle:,.1f} MiB ({spread((held.low, held.high), 1)})")

    return Measure(
        "memory",
        "Memory of a server that does nothing",
        record.conditions,
        chart("MiB", map(bar, record.rows)),
        ("Median", "Interval"),
        tuple(
            (label(item.subject), f"{held.middle:,.1f} MiB", f"{spread((held.low, held.high), 1)} MiB")
            for item, held in ((item, _held(item)) for item in record.rows)
        ),
        tuple(item.subject.technology for item in record.rows),
        {"starts": str(max(len(item.memory) for item in record.rows))},
    )


def _held(item: StartingRow) -> Figure:
    """MiB, the two ends no closer to the median than two runs are to each other."""
    used = figure([kib / MIB for kib in item.memory])
    low, high = used.middle * (1 - BETWEEN_RUNS), used.middle * (1 + BETWEEN_RUNS)
    return Figure(used.middle, min(used.low, low), max(used.high, high))
