"""Under which conditions something was measured, and what it was."""

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
