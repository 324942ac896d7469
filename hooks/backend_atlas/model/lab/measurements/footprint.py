"""What is installed."""

from backend_atlas.model.base import Count, Label, Record, Slug, Version
from backend_atlas.model.lab.evidence import Sha256
from backend_atlas.model.lab.measurements.subject import Conditions


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
