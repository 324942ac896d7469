"""Worked examples with their expected results, and answers for which each technology comes first."""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Label, Line, Prose, Record, Slug
from backend_atlas.model.fact import Loose
from backend_atlas.model.vocabulary import Kind, Platform, Verdict

AnswerText = Annotated[str, Field(max_length=400)]
"""Answers as they stand in a link: `kind=crud&lang=python~must`."""


class Match(Record):
    """Technologies, by id or by what they are. One reason is enough."""

    ids: tuple[Slug, ...] = ()
    """By id."""
    kinds: tuple[Loose[Kind], ...] = ()
    """Every technology of these kinds."""
    platforms: tuple[Loose[Platform], ...] = ()
    """Every technology on these platforms, and the platform itself."""


class Scenario(Record):
    """A project, its answers, and what has to come out. The expectation is written before the cells are."""

    id: Slug
    """Stands in the address of its page."""
    title: Label
    """The project in a few words."""
    story: Prose
    """Who decides, and about what."""
    answers: AnswerText
    """The answers. Everything else is "not sure"."""
    accept: Match
    """What may be named as a result."""
    reject: Match = Match()
    """What must not be."""
    includes: tuple[Slug, ...] = ()
    """What has to be among the results."""
    classes: Annotated[tuple[Loose[Verdict], ...], Field(min_length=1)]
    """How the result may be called."""
    alone: tuple[Loose[Verdict], ...] = ()
    """The same, as long as the atlas holds one acceptable technology only."""
    relaxes: tuple[Slug, ...] = ()
    """Where nothing fits: questions that have to be named as a way out."""
    why: Prose
    """Why this is what has to come out."""


class Scenarios(Record):
    """The file `guide/scenarios.yml`."""

    awaited: tuple[Slug, ...] = ()
    """Technologies that scenarios name and that are not in the data yet."""
    scenarios: Annotated[tuple[Scenario, ...], Field(min_length=1)]
    """The scenarios, in reading order."""


class Witness(Record):
    """Answers for which one technology is the only result, or words about what covers its cases."""

    id: Slug
    """The technology."""
    answers: AnswerText | None = None
    """The answers."""
    project: Line | None = None
    """What sort of project gives these answers."""
    covered: Prose | None = None
    """Where there are no such answers: what is chosen in its place, and why."""


class Witnesses(Record):
    """The file `guide/witnesses.yml`."""

    witnesses: tuple[Witness, ...]
    """One for each technology."""
