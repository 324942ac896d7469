"""What every answer has, and the small parts that many have. A field is always there; null where there is nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, base
from backend_atlas.model.base import Statement
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.render import prose

T = TypeVar("T")

ATTRIBUTION = "Backend Atlas and its contributors, https://github.com/backend-atlas/backend-atlas, CC BY 4.0"
"""What a copy has to say."""


class Part(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, defer_build=True)


class Links(Part):
    """Addresses beside the answer. Each is relative to the answer's own address, so that copies work anywhere."""

    described_by: str
    """The JSON Schema of this answer."""
    index: str
    """The list of all answers."""
    page: str | None
    """The page that shows the same to people."""
    markdown: str | None
    """That page as Markdown."""


class Answer(Part):
    """What every answer says of itself."""

    version: Literal["v1"]
    """The version of this format. Within it, fields are added and never removed."""
    data_date: date
    """The newest day in the data: on which somebody read something, ran something, or changed something."""
    generated: date
    """The day on which this file was made, in UTC."""
    licence: Literal["CC-BY-4.0"]
    """The licence of the data, by its SPDX identifier."""
    attribution: str
    """What a copy has to say."""
    links: Links
    """Addresses beside the answer."""


class Source(Part):
    """Where something can be checked, and when somebody did."""

    url: str
    """The page."""
    where: str
    """The heading, setting or symbol to look for on it."""
    release: str
    """The release that it was read for."""
    checked: date
    """The day somebody read it."""


class SourcedText(Part):
    """A sentence or two with their sources."""

    text: str
    """In Markdown: code, emphasis and links."""
    text_plain: str
    """The same without marks."""
    sources: tuple[Source, ...]
    """Where it can be checked."""


@dataclass(frozen=True)
class Material:
    """What all answers are made from."""

    catalogue: Catalogue
    today: date
    data_date: date
    """The newest day in the data."""
    memory: Memory = field(default_factory=Memory, compare=False)

    @cached_property
    def excerpts(self) -> Excerpts:
        """Of the catalogue."""
        return Excerpts(self.catalogue, self.memory)

    def of(self, excerpt: Catalogue, place: tuple[str, ...], make: "Callable[[Material], T]") -> T:
        """What `make` gives of the same with an excerpt, remembered at this place."""
        inputs = (*parts(excerpt), self.today, self.data_date)
        return self.memory(("answer", *place), inputs, lambda: make(replace(self, catalogue=excerpt)))

    @cached_property
    def group_of(self) -> dict[str, str]:
        """The group of each feature, both by id."""
        return {feature.id: group.id for group in self.catalogue.groups for feature in group.features}


@dataclass(frozen=True)
class Place:
    """Where one answer stands, and how everything else is seen from there."""

    material: Material
    kind: str
    """What sort of answer it is: the name of its schema."""
    page: str | None = None
    """The page that shows the same."""
    id: str | None = None
    """The technology or feature that it is about."""

    @property
    def address(self) -> str:
        """Of the answer."""
        return links.answer(self.kind, self.id)

    @property
    def catalogue(self) -> Catalogue:
        """What the answer is made from."""
        return self.material.catalogue

    def href(self, target: str) -> str:
        """`target` as seen from the answer."""
        return links.relative(target, f"{self.address.rpartition('/')[0]}/")

    @property
    def about(self) -> dict[str, Any]:
        """The fields of `Answer`."""
        beside = Links(
            described_by=self.href(links.answer_schema(self.kind)),
            index=self.href(links.answer("index")),
            page=None if self.page is None else self.href(self.page),
            markdown=None if self.page is None else self.href(links.source_file(self.page)),
        )
        return {
            "version": links.API_VERSION,
            "data_date": self.material.data_date,
            "generated": self.material.today,
            "licence": "CC-BY-4.0",
            "attribution": ATTRIBUTION,
            "links": beside,
        }


def higher(target: str) -> str:
    """A link to another part of the site, as seen from an answer that lies one level higher."""
    return target.removeprefix("../")


def plain(text: str) -> str:
    """Markdown without its marks."""
    return prose(text).striptags()


def sources(found: tuple[base.Source, ...]) -> tuple[Source, ...]:
    """The sources of a record."""
    return tuple(Source(url=it.url, where=it.where, release=it.release, checked=it.checked) for it in found)


def sourced(statement: Statement) -> SourcedText:
    """A statement of a file."""
    return SourcedText(text=statement.text, text_plain=plain(statement.text), sources=sources(statement.sources))
