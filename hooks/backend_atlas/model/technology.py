"""One file in `technologies/`: everything that is said of one technology."""

from typing import Annotated

from pydantic import Field, StringConstraints

from backend_atlas.model.base import Label, Prose, Record, Slug, Sources, Statement, Url, Version, text_schema
from backend_atlas.model.cells import Cell, Published
from backend_atlas.model.facts import Facts

Argument = Annotated[str, StringConstraints(strip_whitespace=True, min_length=90, max_length=260), text_schema(90, 260)]
"""A strength or limit. All technologies get the same room."""


class Point(Record):
    """A strength or a limit: concrete, and checkable in its sources."""

    title: Label
    """The point in a few words."""
    text: Argument
    """What it means in practice."""
    sources: Sources
    """Where it can be checked."""


class Claim(Record):
    """Something that is often said, and what is true of it."""

    claim: Prose
    """What is said, in our words."""
    precise: Prose
    """What is true, precisely."""
    features: tuple[Slug, ...] = ()
    """The features that answer it."""
    sources: Sources
    """Where it can be checked."""


class Technology(Record):
    """A technology, researched for one release."""

    id: Slug
    """The same as the file's name. Stands in addresses, never changes."""
    name: Label
    """As the project writes it."""
    aliases: tuple[Label, ...] = ()
    """Other spellings that people type."""
    runs_on: Slug | None = None
    """The technology of the atlas that executes it. What is left out here and belongs to the runtime is said there."""
    release: Version
    """The newest supported release. Everything below is said of it."""
    homepage: Url
    """The project's own site."""
    documentation: Url
    """Its documentation, at that release."""
    repository: Url
    """Its source code."""
    package: Published | None = None
    """Where it is published itself. `atlas refresh` reads its newest release there."""
    summary: Statement
    """What it is, in one sentence."""
    purpose: Statement
    """What people build on it."""
    is_not: tuple[Statement, ...] = Field(min_length=2, max_length=4)
    """What it is not: frequent misunderstandings."""
    needs: tuple[Statement, ...] = Field(min_length=1, max_length=5)
    """What has to stand beside it in production."""
    facts: Facts
    """The typed facts."""
    often_said: tuple[Claim, ...] = ()
    """Common claims, made precise."""
    strengths: tuple[Point, ...] = Field(min_length=3, max_length=6)
    """Three to six, as many and as long as the limits."""
    limits: tuple[Point, ...] = Field(min_length=3, max_length=6)
    """Three to six, as many and as long as the strengths."""
    features: dict[Slug, Cell]
    """One answer to each feature of the vocabulary. With `runs_on`, those that the runtime decides may be left out."""


class HostedTechnology(Technology):
    """A technology with what it takes from the one that runs it. Never written in a file."""

    runtime_name: Label
    """How that one is called."""
    inherited_facts: frozenset[str]
    """The facts that it says."""
