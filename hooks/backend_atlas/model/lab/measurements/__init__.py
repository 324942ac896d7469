"""What was measured: the files `data/evidence/measurements/*.json`, written by the harness, one for each measure.

Each says under which conditions it was taken, so that a figure never stands without them.
"""

from backend_atlas.model.base import Record
from backend_atlas.model.lab.measurements.cost import Cost, CostRow, Interval, Route
from backend_atlas.model.lab.measurements.footprint import Footprint, FootprintRow, Weight
from backend_atlas.model.lab.measurements.sockets import Opening, Sockets, SocketsRow
from backend_atlas.model.lab.measurements.starting import Starting, StartingRow
from backend_atlas.model.lab.measurements.subject import Conditions, Subject
from backend_atlas.model.lab.measurements.waiting import Waiting, WaitingRow

__all__ = [
    "RECORDS",
    "Conditions",
    "Cost",
    "CostRow",
    "Footprint",
    "FootprintRow",
    "Interval",
    "Measurements",
    "Opening",
    "Route",
    "Sockets",
    "SocketsRow",
    "Starting",
    "StartingRow",
    "Subject",
    "Waiting",
    "WaitingRow",
    "Weight",
]


class Measurements(Record):
    """Every record of this folder that is there."""

    footprint: Footprint | None = None
    """Packages and bytes."""
    starting: Starting | None = None
    """Cold start and idle memory."""
    waiting: Waiting | None = None
    """Handlers that wait."""
    sockets: Sockets | None = None
    """Idle WebSockets."""
    cost: Cost | None = None
    """Processor time per request."""


RECORDS: dict[str, type[Record]] = {
    "footprint": Footprint,
    "starting": Starting,
    "waiting": Waiting,
    "sockets": Sockets,
    "cost": Cost,
}
"""By the name of the file, and of the field of `Measurements`."""
