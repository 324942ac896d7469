"""Idle WebSockets."""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Count, Record
from backend_atlas.model.lab.measurements.subject import Conditions, Positive, Subject


class Opening(Record):
    """WebSockets that were opened on a server that had just started."""

    opened: Count
    """WebSockets that were open at the same time."""
    before: Count
    """KiB of memory before."""
    after: Count
    """KiB of memory with all of them open."""
    answer: Positive | None = None
    """Milliseconds that `/api/hello` took while they were open; None where no answer came in two seconds."""


class SocketsRow(Record):
    """One subject."""

    subject: Subject
    """What was connected to."""
    openings: Annotated[tuple[Opening, ...], Field(min_length=1)]
    """Each on a new start of the server."""


class Sockets(Record):
    """Idle WebSockets: memory, and whether HTTP still answers."""

    conditions: Conditions
    """When and where."""
    asked: Count
    """WebSockets that were tried."""
    rows: tuple[SocketsRow, ...]
    """One a subject that provides WebSockets."""
