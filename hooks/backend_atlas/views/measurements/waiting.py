"""Requests that wait: the concurrency model, made visible."""

from statistics import median

from backend_atlas.model.lab.measurements import Waiting, WaitingRow
from backend_atlas.views.chart import Row, chart
from backend_atlas.views.measurements.measure import MIB, Address, Measure, figure, label, row, spread


def waiting(record: Waiting, address: Address) -> Measure:
    """Answers per second while each request waits, against the arithmetic ceiling."""

    def bar(item: WaitingRow) -> Row:
        words = f"{median(item.per_second):,.0f} of at most {item.ceiling:,.0f}"
        return row(item.subject, address, figure(item.per_second), words, item.ceiling)

    valid = [item for item in record.rows if item.per_second]
    return Measure(
        "waiting",
        f"{record.connections} requests that wait {record.wait} ms",
        record.conditions,
        chart("answers per second", map(bar, valid)),
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
