"""Processor time per request."""

from backend_atlas.model.lab.measurements import Cost, CostRow, Interval, Route
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import Address, Measure, label, name

NONE_MEASURED = "no difference measured"


def cost(record: Cost, route: Route, address: Address) -> Measure:
    """Processor time for a request to one route, in multiples of the baseline, with the band of noise."""
    twin = next(row for row in route.rows if row.twin and row.subject.technology == route.rows[0].subject.technology)
    band = (min(1.0, twin.ratio.low), max(1.0, twin.ratio.high))
    half = max((_half(row, route) for row in route.rows if row.twin), default=0.0)

    def row(item: CostRow) -> Row:
        ratio = item.ratio
        words = _times(item, route, band)
        called = f"{name(item.subject)}{', second copy' if item.twin else ''}"
        figure = Figure(ratio.middle, ratio.low, ratio.high)
        return Row(called, item.subject.deployed, address(item.subject.technology), figure, words, twin=item.twin)

    return Measure(
        f"cost-{route.id}",
        f"Processor time of {route.path}",
        record.conditions,
        chart(f"times that of {route.rows[0].subject.name}", map(row, route.rows), band),
        ("Ratio", "95 % interval", "Processor time per request", "Windows that count"),
        tuple(
            (
                f"{label(item.subject)}{', second copy' if item.twin else ''}",
                f"{item.ratio.middle:,.2f}",
                f"{item.ratio.low:,.2f} to {item.ratio.high:,.2f}",
                f"{_duration(item.microseconds)}",
                f"{item.windows} of {item.windows + item.voided}",
            )
            for item in route.rows
        ),
        tuple(item.subject.technology for item in route.rows),
        {
            "baseline": route.rows[0].subject.name,
            "path": route.path,
            "connections": str(route.connections),
            "rounds": str(record.rounds),
            "seconds": f"{record.seconds:g}",
            "noise": f"{100 * half:.0f}",
            "raw": record.raw,
        },
    )


def _half(twin: CostRow, route: Route) -> float:
    """How far a twin's ratio lies from that of its original, at the far end of its interval."""
    original = next(row for row in route.rows if not row.twin and row.subject == twin.subject)
    ends = (twin.ratio.low / original.ratio.middle, twin.ratio.high / original.ratio.middle)
    return max(abs(end - 1) for end in ends)


def _times(item: CostRow, route: Route, band: tuple[float, float]) -> str:
    if item is route.rows[0]:
        return "the measure"
    interval = f"{item.ratio.middle:,.2f} times ({item.ratio.low:,.2f} to {item.ratio.high:,.2f})"
    if not item.twin and item.ratio.low <= band[1] and item.ratio.high >= band[0]:
        return f"{NONE_MEASURED}: {interval}"
    return interval


def _duration(found: Interval) -> str:
    if found.middle >= 1000:
        return f"{found.middle / 1000:,.1f} ms"
    return f"{found.middle:,.0f} µs"
