"""What was measured, as charts and tables: one `Measure` a section of the page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from statistics import median

from backend_atlas import links
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.lab.measurements import (
    Conditions,
    Cost,
    CostRow,
    Footprint,
    Interval,
    Measurements,
    Route,
    Sockets,
    SocketsRow,
    Starting,
    StartingRow,
    Subject,
    Waiting,
    WaitingRow,
)
from backend_atlas.views.chart import Chart, Figure, Row, chart

MIB = 1024
MB = 1_000_000
NONE_MEASURED = "no difference measured"

Address = Callable[[str], str]
"""The page of a technology, empty where it has none."""


@dataclass(frozen=True)
class Measure:
    """One measure: what was asked, the answer as chart and table, and what it does not tell."""

    id: str
    title: str
    conditions: Conditions
    chart: Chart
    heads: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    """Rows of texts: the first is what was measured."""
    technologies: tuple[str, ...]
    """The technology of each row of the table."""
    facts: dict[str, str] = field(default_factory=dict)
    """Figures of the protocol, for the text."""

    @property
    def kind(self) -> str:
        """The name of its texts: routes of one measure share them."""
        return self.id.partition("-")[0]


def catalogue_measures(catalogue: Catalogue) -> tuple[Measure, ...]:
    """Every measure of the catalogue's lab."""
    known = {technology.id for technology in catalogue.technologies.values()}
    found = catalogue.lab.measurements if catalogue.lab else Measurements()
    return measures(found, lambda name: links.technology(name) if name in known else "")


def pair_measures(catalogue: Catalogue, one: Technology, other: Technology) -> tuple[Measure, ...]:
    """Every measure that was taken of both."""
    return tuple(filter(None, (of(item, (one.id, other.id)) for item in catalogue_measures(catalogue))))


def measures(found: Measurements, address: Address) -> tuple[Measure, ...]:
    """Every measure that was taken, in the order of the page."""
    parts: list[Measure] = []
    if found.waiting:
        parts.append(_waiting(found.waiting, address))
    if found.sockets:
        parts.append(_sockets(found.sockets, address))
    if found.starting:
        parts += [_starting(found.starting, address), _memory(found.starting, address)]
    if found.footprint:
        parts.append(_footprint(found.footprint, address))
    if found.cost:
        parts += [_cost(found.cost, route, address) for route in found.cost.routes]
    return tuple(parts)


def of(measure: Measure, ids: Iterable[str]) -> Measure | None:
    """The rows of some technologies only, on the same axis, without second copies. None where one was not measured."""
    wanted, bars = set(ids), measure.chart.bars
    kept = [i for i, id in enumerate(measure.technologies) if id in wanted and not bars[i].twin]
    if {measure.technologies[i] for i in kept} != wanted:
        return None
    return replace(
        measure,
        chart=replace(measure.chart, bars=tuple(bars[i] for i in kept)),
        table=tuple(measure.table[i] for i in kept),
        technologies=tuple(measure.technologies[i] for i in kept),
    )


def _subject(subject: Subject) -> str:
    return f"{subject.name} {subject.release}"


def _range(values: Iterable[float], digits: int = 0) -> str:
    low, high = min(found := tuple(values)), max(found)
    return f"{low:,.{digits}f} to {high:,.{digits}f}"


def _waiting(record: Waiting, address: Address) -> Measure:
    def row(item: WaitingRow) -> Row:
        figure = Figure(median(item.per_second), min(item.per_second), max(item.per_second))
        words = f"{figure.middle:,.0f} of at most {item.ceiling:,.0f}"
        return Row(
            _subject(item.subject),
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
                _label(item.subject),
                f"{median(item.per_second):,.0f} ({_range(item.per_second)})",
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


def _sockets(record: Sockets, address: Address) -> Measure:
    def each(item: SocketsRow) -> float:
        return max(0, item.after - item.before) / max(1, item.opened)

    def row(item: SocketsRow) -> Row:
        size = each(item)
        return Row(
            _subject(item.subject),
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
                _label(item.subject),
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


def _starting(record: Starting, address: Address) -> Measure:
    def row(item: StartingRow) -> Row:
        figure = Figure(median(item.milliseconds), min(item.milliseconds), max(item.milliseconds))
        words = f"{figure.middle:,.0f} ms ({_range(item.milliseconds)})"
        return Row(_subject(item.subject), item.subject.deployed, address(item.subject.technology), figure, words)

    return Measure(
        "starting",
        "From the start of the process to the first answer",
        record.conditions,
        chart("ms", map(row, record.rows)),
        ("Median", "Fastest to slowest", "Starts"),
        tuple(
            (
                _label(item.subject),
                f"{median(item.milliseconds):,.0f} ms",
                f"{_range(item.milliseconds)} ms",
                str(len(item.milliseconds)),
            )
            for item in record.rows
        ),
        tuple(item.subject.technology for item in record.rows),
        {"starts": str(max(len(item.milliseconds) for item in record.rows))},
    )


def _memory(record: Starting, address: Address) -> Measure:
    def row(item: StartingRow) -> Row:
        used = [kib / MIB for kib in item.memory]
        figure = Figure(median(used), min(used), max(used))
        words = f"{figure.middle:,.1f} MiB ({_range(used, 1)})"
        return Row(_subject(item.subject), item.subject.deployed, address(item.subject.technology), figure, words)

    return Measure(
        "memory",
        "Memory of a server that does nothing",
        record.conditions,
        chart("MiB", map(row, record.rows)),
        ("Median", "Least to most"),
        tuple(
            (
                _label(item.subject),
                f"{median(item.memory) / MIB:,.1f} MiB",
                f"{_range((kib / MIB for kib in item.memory), 1)} MiB",
            )
            for item in record.rows
        ),
        tuple(item.subject.technology for item in record.rows),
        {"starts": str(max(len(item.memory) for item in record.rows))},
    )


def _footprint(record: Footprint, address: Address) -> Measure:
    def row(name: str, release: str, technology: str, size: int, detail: str) -> Row:
        figure = Figure(size / MB, size / MB, size / MB)
        return Row(f"{name} {release}", detail, address(technology), figure, f"{size / MB:,.1f} MB")

    rows = [
        row(item.name, item.release, item.technology, weight.bytes, f"{detail}: {weight.packages} packages")
        for item in record.rows
        for weight, detail in ((item.alone, "alone"), (item.sample, "for all tasks"))
    ]
    return Measure(
        "footprint",
        "Packages and bytes",
        record.conditions,
        chart("MB", rows),
        ("Installed", "Packages", "Size"),
        tuple(
            (f"{item.name} {item.release}", detail, str(weight.packages), f"{weight.bytes / MB:,.1f} MB")
            for item in record.rows
            for weight, detail in ((item.alone, "the technology alone"), (item.sample, "everything its sample needs"))
        ),
        tuple(item.technology for item in record.rows for _ in range(2)),
    )


def _cost(record: Cost, route: Route, address: Address) -> Measure:
    twin = next(row for row in route.rows if row.twin and row.subject.technology == route.rows[0].subject.technology)
    band = (min(1.0, twin.ratio.low), max(1.0, twin.ratio.high))
    half = max((_half(row, route) for row in route.rows if row.twin), default=0.0)

    def row(item: CostRow) -> Row:
        ratio = item.ratio
        words = _times(item, route, band)
        name = f"{_subject(item.subject)}{', second copy' if item.twin else ''}"
        figure = Figure(ratio.middle, ratio.low, ratio.high)
        return Row(name, item.subject.deployed, address(item.subject.technology), figure, words, twin=item.twin)

    return Measure(
        f"cost-{route.id}",
        f"Processor time of {route.path}",
        record.conditions,
        chart(f"times that of {route.rows[0].subject.name}", map(row, route.rows), band),
        ("Ratio", "95 % interval", "Processor time per request", "Windows that count"),
        tuple(
            (
                f"{_label(item.subject)}{', second copy' if item.twin else ''}",
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


def _label(subject: Subject) -> str:
    return f"{_subject(subject)}, {subject.deployed}"
