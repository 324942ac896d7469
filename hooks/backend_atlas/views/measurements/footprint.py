"""What is installed."""

from backend_atlas.model.lab.measurements import Footprint
from backend_atlas.views.chart import Figure, Row, chart
from backend_atlas.views.measurements.measure import Address, Measure

MB = 1_000_000
"""Bytes."""


def footprint(record: Footprint, address: Address) -> Measure:
    """Packages and megabytes of the technology alone, and of all that its sample needs."""

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
