"""The vocabulary: which questions are asked of every technology, and what counts as an answer."""

from typing import Literal

from pydantic import Field

from backend_atlas.model.base import Label, Prose, Record, Slug


class Feature(Record):
    """One question. Two careful people who follow it must give the same answer."""

    id: Slug
    """Stands in addresses and in every technology file. Never changes."""
    name: Label
    """The label of the row in tables."""
    question: Prose
    """What is asked."""
    counts: tuple[Prose, ...] = Field(min_length=1)
    """What has to be true, all of it."""
    not_applicable: Prose | None = None
    """When the question does not apply. Without this rule the level `not-applicable` is not allowed."""
    runtime: Literal[True] | None = None
    """Set where the runtime decides it: what runs on a technology of the atlas has that one's answer."""
    why: Prose
    """Why it matters to somebody who has to choose."""
    also: tuple[Label, ...] = ()
    """Everyday words for the same thing, for the search."""
    related: tuple[Slug, ...] = ()
    """Features to read next. A link is said once, at either end, and shown at both."""


class Group(Record):
    """Features that are read together: one table, one page."""

    id: Slug
    """Stands in the address of the page."""
    name: Label
    """The heading."""
    summary: Prose
    """What the group is about, in one sentence."""
    features: tuple[Feature, ...] = Field(min_length=1)
    """The features, in the order of the table."""


class Features(Record):
    """The file `features.yml`."""

    groups: tuple[Group, ...] = Field(min_length=1)
    """The groups, in the order of the site."""
