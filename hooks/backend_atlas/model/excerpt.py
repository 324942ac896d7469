"""Excerpts of a catalogue: what a page reads of it.

Reading what an excerpt lacks is an error. So a page that is made from one has to be made anew only where that changed.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar, cast

from backend_atlas.memory import Memory
from backend_atlas.model.base import Record
from backend_atlas.model.catalogue import Catalogue
from backend_atlas.model.facts import Facts
from backend_atlas.model.features import Group
from backend_atlas.model.technology import Technology

R = TypeVar("R", bound=Record)

GLIMPSED = ("kind", "languages", "platform")
"""The facts by which pages about others name a technology: their values, without notes and sources."""


def parts(catalogue: Catalogue) -> tuple[object, ...]:
    """All that a catalogue or an excerpt is made of."""
    rest = (catalogue.groups, catalogue.guide, catalogue.lab, catalogue.checks, catalogue.agreement, catalogue.pairs)
    return (*rest, *catalogue.changes, *catalogue.changes.values(), *catalogue.technologies.values())


class Excerpts:
    """Of one catalogue. `memory` makes what stayed the same object again."""

    def __init__(self, catalogue: Catalogue, memory: Memory) -> None:
        self.catalogue = catalogue
        self.memory = memory
        self.glimpses: Mapping[str, Technology] = {
            stem: self._glimpse(item) for stem, item in catalogue.technologies.items()
        }

    def about(self, *ids: str) -> Catalogue:
        """These technologies whole and a glimpse of each other one, with the lab and the changes."""
        whole = {id: self.catalogue.technologies[id] for id in ids}
        technologies = MappingProxyType({**self.glimpses, **whole})
        return replace(self.catalogue, technologies=technologies, guide=None, checks=None, agreement=None)

    def deciding(self) -> Catalogue:
        """What is told about decisions besides what the engine reads: guide, second coding, and glimpses."""
        return Catalogue(
            self.catalogue.groups,
            MappingProxyType(self.glimpses),
            self.catalogue.guide,
            agreement=self.catalogue.agreement,
        )

    def within(self, group: Group) -> Catalogue:
        """The answers of each technology to the features of one group, with the lab."""
        technologies = {stem: self._within(group, item) for stem, item in self.catalogue.technologies.items()}
        return Catalogue(self.catalogue.groups, MappingProxyType(technologies), lab=self.catalogue.lab)

    def _glimpse(self, item: Technology) -> Technology:
        facts = {name: getattr(item.facts, name) for name in GLIMPSED}
        read = (item.id, item.name, *(fact.model_dump_json(include={"value"}) for fact in facts.values()))

        def make() -> Technology:
            values = {name: _only(type(fact), value=fact.value) for name, fact in facts.items()}
            return _only(Technology, id=item.id, name=item.name, facts=_only(Facts, **values))

        return self.memory(("glimpse", item.id), read, make)

    def _within(self, group: Group, item: Technology) -> Technology:
        cells = {feature.id: item.features[feature.id] for feature in group.features}
        return self.memory(
            ("within", group.id, item.id),
            (item.id, item.name, *cells, *cells.values()),
            lambda: _only(Technology, id=item.id, name=item.name, features=cells),
        )


def _only(model: type[R], **fields: object) -> R:
    """A record with these fields. It lacks all others, those with a default as well."""
    found = cast("R", model.model_construct(None, **fields))
    for name in found.__dict__.keys() - fields.keys():
        del found.__dict__[name]
    return found
