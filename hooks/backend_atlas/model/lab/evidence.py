"""What the harness writes into `data/evidence/`: one record a technology, never edited by hand."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Count, Day, Label, Line, Record, Slug, Version

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in hexadecimal."""


class Outcome(StrEnum):
    """How a task or a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_PROVIDED = "not-provided"
    """The manifest says so, and the probe found that it is so."""


class Machine(Record):
    """Where it ran."""

    system: Line
    """Kernel and architecture."""
    processor: Line
    """The model that the system names."""
    cores: Count
    """Logical processors."""
    memory: Count
    """MiB."""


class Installed(Record):
    """A package of the sample's environment."""

    name: Line
    """Its name in the registry."""
    version: Version
    """The installed version."""


class CheckRecord(Record):
    """One check."""

    id: Slug
    """The name of the test function without `test_`, with hyphens."""
    outcome: Annotated[Outcome, Field(strict=False)]
    """How it ended."""
    observed: Line | None = None
    """What was seen, where the contract only asks to report it."""


class TaskRecord(Record):
    """One task in one variant."""

    outcome: Annotated[Outcome, Field(strict=False)]
    """Passed when every check passed."""
    checks: tuple[CheckRecord, ...] = Field(min_length=1)
    """The checks, in the order of the file."""


class VariantRecord(Record):
    """Every task in one variant."""

    id: Slug
    """The id in the manifest."""
    tasks: dict[Slug, TaskRecord]
    """By the id of the task."""


class Environment(Record):
    """What was tested, and where."""

    date: Day
    """The day of the run."""
    sample: Sha256
    """Digest of the sample's files, see `digest`."""
    runtime: Installed
    """The runtime, with its exact version."""
    packages: tuple[Installed, ...]
    """Everything that the lock brought, by name."""
    machine: Machine
    """Where it ran."""


class ContractRecord(Record):
    """The file `data/evidence/contract/<id>.json`. Written when every task ended as the manifest says."""

    technology: Slug
    """The technology."""
    name: Label
    """As the project writes it."""
    release: Version
    """The release of the technology that was tested."""
    environment: Environment
    """What was tested, and where."""
    contract: Sha256
    """Digest of the checks, see `digest`."""
    variants: tuple[VariantRecord, ...] = Field(min_length=1)
    """In the order of the manifest."""
