"""Idle WebSockets."""

from backend_atlas.model.lab.measurements import Sockets, SocketsRow
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import MIB, Address, Measure, label, name


def sockets(record: Sockets, address: Address) -> Measure:
    """Memory for each open WebSocket, and whether HTTP is still answered."""

    def each(item: SocketsRow) -> float:
        return max(0, item.after - item.before) / max(1, item.opened)

    def row(item: SocketsRow) -> Row:
        size = each(item)
        return Row(
            name(item.subject),
            item.subject.deployed,
            address(item.subject.technology),
            Figure(size, size, size),
            f"{size:,.1f} KiB each, {item.opened:,} open",
        )

    return Measure(
        "sockets",
        f"{record.asked:,} idle WebSockets",
        record.conditions,
        chart("KiB of memory for each open WebSocket", map(row, record.rows)),
        ("Opened", "Memory before", "Memory with them", "For each", "HTTP answers beside them"),
        tuple(
            (
                label(item.subject),
                f"{item.opened:,} of {record.asked:,}",
                f"{item.before / MIB:,.1f} MiB",
                f"{item.after / MIB:,.1f} MiB",
                f"{each(item):,.1f} KiB",
                f"in {item.answer:,.0f} ms" if item.answer is not None else "no answer in 2 s",
            )
            for item in record.rows
        ),
        tuple(item.subject.technology for item in record.rows),
        {"asked": f"{record.asked:,}"},
    )
