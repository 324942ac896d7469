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


def memory(record: Starting, address: Address) -> Measure:
    """Memory of the server and its children, right after the first answer."""

    def row(item: StartingRow) -> Row:
        used = [kib / MIB for kib in item.memory]
        figure = Figure(median(used), min(used), max(used))
        words = f"{figure.middle:,.1f} MiB ({spread(used, 1)})"
        return Row(name(item.subject), item.subject.deployed, address(item.subject.technology), figure, words)

    return Measure(
        "memory",
        "Memory of a server that does nothing",
        record.conditions,
        chart("MiB", map(row, record.rows)),
        ("Median", "Least to most"),
        tuple(
            (
                label(item.subject),
                f"{median(item.memory) / MIB:,.1f} MiB",
                f"{spread((kib / MIB for kib in item.memory), 1)} MiB",
            )
            for item in record.rows
        ),
        tuple(item.subject.technology for item in record.rows),
        {"starts": str(max(len(item.memory) for item in record.rows))},
    )
