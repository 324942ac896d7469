"""Everything that was read, validated and unchangeable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from backend_atlas.model.agreement import CodingAgreement
from backend_atlas.model.changes import Change, Changes
from backend_atlas.model.features import Feature, Group
from backend_atlas.model.guide import Guide
from backend_atlas.model.lab import Lab
from backend_atlas.model.packages import PackageChecks
from backend_atlas.model.technology import Technology


@dataclass(frozen=True)
class Catalogue:
    """The vocabulary and every technology, by file name without its ending, in alphabetical order of the names."""

    groups: tuple[Group, ...]
    technologies: Mapping[str, Technology]
    guide: Guide | None = None
    """The decision guide, where the data hold one."""
    lab: Lab | None = None
    """Samples and what was observed of them, where there are any."""
    checks: PackageChecks | None = None
    """What the registries said of the packages, where they were asked."""
    agreement: CodingAgreement | None = None
    """How well the coding can be trusted. There is one where there is a guide."""
    changes: Mapping[str, Changes] = field(default_factory=lambda: MappingProxyType({}))
    """What changed in the data, by month as in the names of the files."""
    pairs: frozenset[tuple[str, str]] | None = None
    """The pairs of ids that have a page, see `views/pairs.py`. None where all have one."""

    @property
    def features(self) -> tuple[Feature, ...]:
        """Every feature, in the order of the groups."""
        return tuple(feature for group in self.groups for feature in group.features)

    @property
    def news(self) -> tuple[Change, ...]:
        """Every change of the data, the newest first. Those of one day stand as in their file."""
        listed = [change for file in self.changes.values() for change in file.changes]
        return tuple(sorted(listed, key=lambda change: change.date, reverse=True))
