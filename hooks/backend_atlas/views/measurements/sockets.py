"""Idle WebSockets."""

from statistics import median

from backend_atlas.model.lab.measurements import Opening, Sockets, SocketsRow
from backend_atlas.views.chart import Row, chart
from backend_atlas.views.measurements.measure import MIB, Address, Measure, figure, label, row, spread


def sockets(record: Sockets, address: Address) -> Measure:
    """Memory for each open WebSocket, and whether HTTP is still answered."""

    def bar(item: SocketsRow) -> Row:
        sizes = _sizes(item)
        return row(item.subject, address, figure(sizes), _words(item, median(sizes), record.asked))

    return Measure(
        "sockets",
        f"{record.asked:,} idle WebSockets",
        record.conditions,
        chart("KiB of memory for each open WebSocket", map(bar, record.rows)),
        ("Opened", "Memory before", "Memory with them", "For each", "HTTP answers beside them"),
        tuple(
            (
                label(item.subject),
                f"{_least_opened(item):,} of {record.asked:,}",
                f"{median(opening.before for opening in item.openings) / MIB:,.1f} MiB",
                f"{median(opening.after for opening in item.openings) / MIB:,.1f} MiB",
                f"{median(_sizes(item)):,.1f} KiB ({spread(_sizes(item), 1)})",
                _answers(item),
            )
            for item in record.rows
        ),
        tuple(item.subject.technology for item in record.rows),
        {"asked": f"{record.asked:,}", "openings": str(max(len(item.openings) for item in record.rows))},
    )


def _words(row: SocketsRow, size: float, asked: int) -> str:
    """What was held comes first where it is not what was asked for."""
    opened = _least_opened(row)
    return f"{size:,.1f} KiB each" if opened == asked else f"Only {opened:,} of {asked:,} opened, {size:,.1f} KiB each"


def _size(opening: Opening) -> float:
    """KiB for each open WebSocket."""
    return max(0, opening.after - opening.before) / max(1, opening.opened)


def _sizes(row: SocketsRow) -> tuple[float, ...]:
    return tuple(map(_size, row.openings))


def _least_opened(row: SocketsRow) -> int:
    return min(opening.opened for opening in row.openings)


def _answers(row: SocketsRow) -> str:
    """The slowest answer, or that one did not come."""
    answers = [opening.answer for opening in row.openings]
    if all(answer is None for answer in answers):
        return "no answer in 2 s"
    if any(answer is None for answer in answers):
        return f"not in 2 s, {answers.count(None)} of {len(answers)} times"
    return f"in {max(answer for answer in answers if answer is not None):,.0f} ms"
