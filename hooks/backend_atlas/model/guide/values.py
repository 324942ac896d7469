"""What cells and facts are worth in the guide, how the result is varied, and when it is called what."""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Label, Prose, Record, Slug
from backend_atlas.model.fact import Loose
from backend_atlas.model.vocabulary import FactName, Language, Support, Swing

Share = Annotated[float, Field(ge=0, le=1)]
"""A part of one."""


class LevelValue(Record):
    """What a support level is worth when the feature is wanted."""

    level: Loose[Support]
    """The level."""
    value: Share
    """From 0 to 1."""
    why: Prose
    """Why that much."""


class SwingWeight(Record):
    """What a swing weighs in a mean."""

    swing: Loose[Swing]
    """The swing."""
    weight: Annotated[float, Field(ge=0, le=10)]
    """Its weight."""


class FactCriterion(Record):
    """Something that is scored and is not a feature: a typed fact, or what is derived from facts."""

    id: Slug
    """The name that questions use."""
    name: Label
    """The label of the row in explanations."""
    fact: Loose[FactName]
    """The fact that is read."""
    values: dict[str, Share]
    """The value of each term. A term that is not listed is worth 0; of several terms the best counts."""
    why: Prose
    """Why the terms are worth that."""


class Related(Record):
    """Two languages, of which a team that knows one reads the other."""

    languages: Annotated[tuple[Loose[Language], ...], Field(min_length=2, max_length=2)]
    """The two."""
    value: Share
    """What the other is worth to a team that prefers the one."""
    why: Prose
    """Why that much."""


class Existing(Record):
    """What existing code is worth."""

    same: Share
    """For the technology that already runs."""
    platform: Share
    """For others on the same platform."""
    why: Prose
    """Why that much."""


class Variation(Record):
    """How a result is shaken to see whether it holds. All draws are fixed, so that everybody gets the same."""

    samples: Annotated[int, Field(ge=50, le=2000)]
    """How many times."""
    factors: Annotated[tuple[float, ...], Field(min_length=3, max_length=50)]
    """What a weight is multiplied with: steps of equal ratio, each as likely."""


class Classes(Record):
    """When a result is called what."""

    clear_gap: Share
    """The least distance to the next for a clear result."""
    clear_share: Share
    """The least part of the samples that the leader of a clear result wins."""
    ahead_share: Share
    """The same for a leader that is ahead."""
    close_share: Share
    """The least part of the samples that each of several close results wins."""
    why: Prose
    """How the thresholds were found."""


class Values(Record):
    """The file `guide/values.yml`."""

    levels: Annotated[tuple[LevelValue, ...], Field(min_length=6, max_length=6)]
    """Every support level once, in the order of the levels."""
    lowered: Prose
    """What the marks partial and experimental do."""
    swings: Annotated[tuple[SwingWeight, ...], Field(min_length=3, max_length=3)]
    """Every swing once."""
    existing: Existing
    """What existing code is worth."""
    related: tuple[Related, ...] = ()
    """Languages that are close to one another."""
    facts: tuple[FactCriterion, ...] = ()
    """What is scored besides features, languages, hosting, ecosystems and existing code."""
    variation: Variation
    """How results are shaken."""
    classes: Classes
    """When a result is called what."""
