"""What the harness observed of an official quick start, as it is: the file `data/evidence/defaults/<id>.json`."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Label, Line, Prose, Record, Slug, Url, Version
from backend_atlas.model.lab.evidence import Environment
from backend_atlas.model.vocabulary import Term

Excerpt = Annotated[str, Field(max_length=400)]
"""The beginning of the visible text of an answer. Folders of the machine are left out."""

HeaderValue = Annotated[str, Field(max_length=2_000)]
"""The value of a header, as it was received."""

Status = Annotated[int, Field(ge=100, le=599)]
"""A status code of HTTP."""


class Owner(Term):
    """Whose default an observation is."""

    FRAMEWORK = ("framework", "Framework", "The technology itself does it.")
    SERVER = ("server", "Server", "The HTTP server does it, whatever runs on it.")
    ADDON = ("addon", "Add-on", "A package does it that the quick start adds.")
    APPLICATION = ("application", "Quick start", "The code of the quick start does it.")
    NOBODY = ("nobody", "Nobody", "Nothing does it by default.")


class Mode(StrEnum):
    """How the quick start was started."""

    DEVELOPMENT = "development"
    """As its own page says."""
    PRODUCTION = "production"
    """As the page on deployment says."""


class End(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    CLOSED = "closed"
    """The connection was closed without an answer."""
    SILENT = "silent"
    """Nothing came as long as the probe waited."""


class Header(Record):
    """One header of an answer."""

    name: Line
    """Its name, as it was written."""
    value: HeaderValue
    """Its value."""
    owner: Annotated[Owner, Field(strict=False)]
    """Who sets it."""


class Answer(Record):
    """What came back."""

    end: Annotated[End, Field(strict=False)]
    """How the request ended."""
    status: Status | None = None
    """The status code."""
    headers: tuple[Header, ...] = ()
    """All headers, in their order."""
    excerpt: Excerpt = ""
    """The beginning of the body as visible text."""


class Observation(Record):
    """One probe."""

    probe: Slug
    """Its id."""
    title: Label
    """What it asks, in a few words."""
    request: Line | None = None
    """What was sent. Left out where the quick start has nothing to send it to."""
    answer: Answer | None = None
    """What came back."""
    meaning: Prose
    """What it means, in one sentence."""
    owner: Annotated[Owner, Field(strict=False)] | None = None
    """Whose default it is."""


class ModeRecord(Record):
    """Every probe in one mode."""

    mode: Annotated[Mode, Field(strict=False)]
    """How it was started."""
    command: Line
    """The command, as the manifest has it."""
    observations: tuple[Observation, ...] = Field(min_length=1)
    """In a fixed order."""


class DefaultsRecord(Record):
    """What the official quick start does by default."""

    technology: Slug
    """The technology."""
    name: Label
    """As the project writes it."""
    release: Version
    """The release of the technology that was tested."""
    source: Url
    """Address of the page that the quick start follows."""
    environment: Environment
    """What was tested, and where."""
    modes: tuple[ModeRecord, ...] = Field(min_length=1)
    """Development first."""
