"""Cold start and idle memory."""

from backend_atlas.model.base import Count, Record
from backend_atlas.model.lab.measurements.subject import Conditions, Positive, Subject


class StartingRow(Record):
    """One subject."""

    subject: Subject
    """What was started."""
    milliseconds: tuple[Positive, ...]
    """From the start of the process to the first answer 200, each start."""
    memory: tuple[Count, ...]
    """KiB of memory a second later, without a request: proportional set size over all its processes."""


class Starting(Record):
    """Cold start and idle memory: starts of all subjects in turn."""

    conditions: Conditions
    """When and where."""
    rows: tuple[StartingRow, ...]
    """One a subject."""
