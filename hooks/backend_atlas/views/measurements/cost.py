"""Processor time per request."""

from backend_atlas.model.lab.measurements import Cost, CostRow, Interval, Route
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import Address, Measure, label, name

NONE_MEASURED = "no difference measured"

TITLES = {"json": "a JSON answer", "template": "a page from a template", "compute": "a computation"}
"""What a route answers with, by its task."""


def cost(record: Cost, route: Route, address: Address) -> Measure:
    """Processor time for a request to one route, in multiples of the baseline, with the band of noise."""
    twin = next(row for row in route.rows if row.twin and row.subject.technology == route.rows[0].subject.technology)
    band = (min(1.0, twin.ratio.low), max(1.0, twin.ratio.high))
    half = max((_half(row, route) for row in route.rows if row.twin), default=0.0)
    apart = max((abs(_offset(row, route)) for row in route.rows if row.twin), default=0.0)
    ratios = {id(row): _widened(row.ratio, 0.0 if row is route.rows[0] else apart) for row in route.rows}

    def row(item: CostRow) -> Row:
        ratio = ratios[id(item)]
        words = "the measure" if item is route.rows[0] else _times(ratio, None if item.twin else band)
        called = f"{name(item.subject)}{', second copy' if item.twin else ''}"
        figure = Figure(ratio.middle, ratio.low, ratio.high)
        return Row(called, item.subject.deployed, address(item.subject.technology), figure, words, twin=item.twin)

    return Measure(
        f"cost-{route.id}",
        f"Processor time of {TITLES.get(route.id, route.path)}",
        record.conditions,
        chart(f"times that of {route.rows[0].subject.name}", map(row, route.rows), band),
        ("Ratio", "Interval", "Processor time per request", "Windows that count"),
        tuple(
            (
                f"{label(item.subject)}{', second copy' if item.twin else ''}",
                f"{item.ratio.middle:,.2f}",
                f"{ratios[id(item)].low:,.2f} to {ratios[id(item)].high:,.2f}",
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
            "apart": f"{100 * apart:.0f}",
            "raw": record.raw,
        },
    )


def _original(twin: CostRow, route: Route) -> float:
    """The ratio of what a twin is a second copy of."""
    return next(row for row in route.rows if not row.twin and row.subject == twin.subject).ratio.middle


def _half(twin: CostRow, route: Route) -> float:
    """How far a twin's ratio lies from that of its original, at the far end of its interval."""
    return max(abs(end / _original(twin, route) - 1) for end in (twin.ratio.low, twin.ratio.high))


def _offset(twin: CostRow, route: Route) -> float:
    """How far the middle of a twin lies from that of its original: what starting the same server again changes."""
    return twin.ratio.middle / _original(twin, route) - 1


def _widened(ratio: Interval, share: float) -> Interval:
    """The resamplings know one start of each server only. Another start lies as far away as a twin does."""
    return Interval(middle=ratio.middle, low=ratio.low / (1 + share), high=ratio.high * (1 + share))


def _times(ratio: Interval, band: tuple[float, float] | None) -> str:
    interval = f"{ratio.middle:,.2f} times ({ratio.low:,.2f} to {ratio.high:,.2f})"
    if band and ratio.low <= band[1] and ratio.high >= band[0]:
        return f"{NONE_MEASURED}: {interval}"
    return interval


def _duration(found: Interval) -> str:
    if found.middle >= 1000:
        return f"{found.middle / 1000:,.1f} ms"
    return f"{found.middle:,.0f} µs"
