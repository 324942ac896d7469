"""Requests that wait: the concurrency model, made visible."""

from statistics import median

from backend_atlas.model.lab.measurements import Waiting, WaitingRow
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import MIB, Address, Measure, label, name, spread


def waiting(record: Waiting, address: Address) -> Measure:
    """Answers per second while each request waits, against the arithmetic ceiling."""

    def row(item: WaitingRow) -> Row:
        figure = Figure(median(item.per_second), min(item.per_second), max(item.per_second))
        words = f"{figure.middle:,.0f} of at most {item.ceiling:,.0f}"
        return Row(
            name(item.subject),
            item.subject.deployed,
            address(item.subject.technology),
            figure,
            words,
            limit=item.ceiling,
        )

    valid = [item for item in record.rows if item.per_second]
    return Measure(
        "waiting",
        f"{record.connections} requests that wait {record.wait} ms",
        record.conditions,
        chart("answers per second", map(row, valid)),
        ("Answers per second", "At most", "What sets the limit", "Half took at most", "95 % took at most", "Memory"),
        tuple(
            (
                label(item.subject),
                f"{median(item.per_second):,.0f} ({spread(item.per_second)})",
                f"{item.ceiling:,.0f}",
                f"{item.subject.processes * item.subject.threads} threads" if item.threads_wait else "connections",
                f"{median(item.median):,.0f} ms",
                f"{median(item.slowest):,.0f} ms",
                f"{item.memory / MIB:,.0f} MiB",
            )
            for item in valid
        ),
        tuple(item.subject.technology for item in valid),
        {
            "connections": str(record.connections),
            "wait": str(record.wait),
            "seconds": f"{record.seconds:g}",
            "windows": str(max(len(item.per_second) + item.voided for item in record.rows)),
        },
    )
