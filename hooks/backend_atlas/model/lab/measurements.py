"""What was measured: the files `data/evidence/measurements/*.json`, written by the harness, one for each measure.

Each says under which conditions it was taken, so that a figure never stands without them.
"""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Count, Day, Label, Line, Record, Slug, Version
from backend_atlas.model.lab.evidence import Installed, Machine, Sha256

Positive = Annotated[float, Field(ge=0)]
"""A quantity that is not negative."""


class Conditions(Record):
    """When and where, and what else the machine did."""

    date: Day
    """The day of the run."""
    command: Line
    """The command that repeats it."""
    machine: Machine
    """Where it ran."""
    pressure: Positive
    """Percent of the ten seconds before in which some process had to wait for a processor (`/proc/pressure/cpu`)."""
    busy: bool
    """True where the machine was not quiet and the run was asked for all the same."""


class Subject(Record):
    """What was measured: one way to deploy one sample."""

    technology: Slug
    """The technology."""
    name: Label
    """As the project writes it."""
    release: Version
    """Its release."""
    runtime: Installed
    """What executed it."""
    variant: Slug
    """The id of the variant in the manifest."""
    deployed: Label
    """The variant in words: server, processes, threads."""
    processes: Count
    """Server processes that answer requests."""
    threads: Count
    """Threads that answer requests, in each process."""
    sample: Sha256
    """Digest of the sample's files."""


class Interval(Record):
    """A middle with the interval that holds it in 95 of 100 resamplings."""

    middle: Positive
    """The median."""
    low: Positive
    """The lower end."""
    high: Positive
    """The upper end."""


class Weight(Record):
    """What an installation holds."""

    packages: Count
    """Packages, the technology itself included where it is one."""
    bytes: Count
    """Bytes of their files."""


class FootprintRow(Record):
    """One technology."""

    technology: Slug
    """The technology."""
    name: Label
    """As the project writes it."""
    release: Version
    """Its release."""
    alone: Weight
    """The technology and what it depends on."""
    sample: Weight
    """Everything that the sample needs for all its tasks."""
    digest: Sha256
    """Digest of the sample's files."""


class Footprint(Record):
    """Packages and bytes, in new environments."""

    conditions: Conditions
    """When and where."""
    rows: tuple[FootprintRow, ...]
    """One a technology."""


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
