"""Processor time per request."""

from backend_atlas.model.base import Count, Line, Record, Slug
from backend_atlas.model.lab.measurements.subject import Conditions, Positive, Subject


class Interval(Record):
    """A middle with the interval that holds it in 95 of 100 resamplings."""

    middle: Positive
    """The median."""
    low: Positive
    """The lower end."""
    high: Positive
    """The upper end."""


class CostRow(Record):
    """One subject."""

    subject: Subject
    """What was asked."""
    twin: bool
    """True for the second copy of a subject: what differs between the two is noise."""
    microseconds: Interval
    """Processor time per request, user and system, over all its processes."""
    ratio: Interval
    """The same divided by that of the baseline in the same round."""
    windows: Count
    """Windows that count."""
    voided: Count
    """Windows that do not count, because an answer was not 200 or there were too few."""


class Route(Record):
    """One route of the contract."""

    id: Slug
    """The task that it belongs to."""
    path: Line
    """The path that was asked for."""
    connections: Count
    """Connections, each with one request at a time."""
    rows: tuple[CostRow, ...]
    """One a subject; the first is the baseline."""


class Cost(Record):
    """Processor time per request, relative to plain `node:http`, in shuffled windows."""

    conditions: Conditions
    """When and where."""
    rounds: Count
    """Rounds; each holds one window of every subject, in a new order."""
    seconds: Positive
    """Length of a window."""
    raw: Line
    """The file beside this one that holds every window."""
    routes: tuple[Route, ...]
    """One a route."""
