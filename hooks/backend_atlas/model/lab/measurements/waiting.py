"""Handlers that wait."""

from backend_atlas.model.base import Count, Record
from backend_atlas.model.lab.measurements.subject import Conditions, Positive, Subject


class WaitingRow(Record):
    """One subject."""

    subject: Subject
    """What was asked."""
    ceiling: Positive
    """Answers per second that are possible at most, with so many threads that wait, or so many connections that ask."""
    threads_wait: bool
    """True where a thread is held for the wait, so that threads set the ceiling; else the connections do."""
    per_second: tuple[Positive, ...]
    """Answers per second, each window."""
    median: tuple[Positive, ...]
    """Milliseconds that half of the requests took at most, each window."""
    slowest: tuple[Positive, ...]
    """Milliseconds that 95 of 100 requests took at most, each window."""
    memory: Count
    """KiB while the connections were open, as for `StartingRow`."""
    voided: Count
    """Windows that do not count, because an answer was not 200."""


class Waiting(Record):
    """Handlers that wait 100 ms, on many connections at once: shows how many one process serves while they wait."""

    conditions: Conditions
    """When and where."""
    connections: Count
    """Connections, each with one request at a time."""
    wait: Count
    """Milliseconds that each handler waits."""
    seconds: Positive
    """Length of a window."""
    rows: tuple[WaitingRow, ...]
    """One a subject."""
