"""The list of all technologies, and everything on one of them."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from backend_atlas import links
from backend_atlas.exports.api.cells import AnswerCell, MachineReading, cells_of
from backend_atlas.exports.api.cells import one_level_up as cell_one_level_up
from backend_atlas.exports.api.facts import AnswerFact, facts_of
from backend_atlas.exports.api.parts import (
    Answer,
    Material,
    Part,
    Place,
    Source,
    SourcedText,
    higher,
    plain,
    sourced,
    sources,
)
from backend_atlas.model import Technology
from backend_atlas.model.cells import Published
from backend_atlas.model.technology import Claim, Point
from backend_atlas.model.vocabulary import Kind, Language, Platform, Registry
from backend_atlas.views.facts import newest


class PublishedAs(Part):
    """Where a technology is published itself."""

    registry: Registry
    """The registry."""
    name: str
    """Its exact name there."""
    machine: MachineReading | None
    """What a program read there."""


class TitledText(Part):
    """A strength or a limit."""

    title: str
    """The point in a few words."""
    text: str
    """What it means in practice, in Markdown."""
    text_plain: str
    """The same without marks."""
    sources: tuple[Source, ...]
    """Where it can be checked."""


class OftenSaid(Part):
    """Something that is often said, and what is true of it."""

    claim: str
    """What is said."""
    precise: str
    """What is true, in Markdown."""
    precise_plain: str
    """The same without marks."""
    features: tuple[str, ...]
    """The ids of the features that answer it."""
    sources: tuple[Source, ...]
    """Where it can be checked."""


class Named(Part):
    """A technology in a few fields."""

    id: str
    """Its id, as in its address. Never changes."""
    name: str
    """As the project writes it."""
    aliases: tuple[str, ...]
    """Other spellings."""
    kind: Kind | None
    """What sort of thing it is. Null where that is not known."""
    platform: Platform | None
    """What it runs on. Null where that is not known."""
    languages: tuple[Language, ...]
    """The languages that its documentation is written for, the main one first."""
    runs_on: str | None
    """The id of the technology of the atlas that executes it."""
    licence: str | None
    """Its own licence, by SPDX identifier."""
    release: str
    """The release line that everything is said of."""
    newest_release: str
    """The newest release, read by somebody or by a program."""
    newest_released: date | None
    """The day of that release."""
    homepage: str
    """The project's own site."""
    documentation: str
    """Its documentation."""
    repository: str
    """Its source code."""
    package: PublishedAs | None
    """Where it is published itself."""
    summary: SourcedText
    """What it is, in one sentence."""
    page: str
    """Its page, relative to the answer."""
    json_address: str
    """The answer with everything on it, relative to this one."""


class Described(Named):
    """Everything that is said of a technology."""

    purpose: SourcedText
    """What people build on it."""
    is_not: tuple[SourcedText, ...]
    """What it is not."""
    needs: tuple[SourcedText, ...]
    """What has to stand beside it in production."""
    facts: tuple[AnswerFact, ...]
    """The typed facts."""
    often_said: tuple[OftenSaid, ...]
    """Common claims, made precise."""
    strengths: tuple[TitledText, ...]
    """As many as the limits."""
    limits: tuple[TitledText, ...]
    """As many as the strengths."""
    cells: tuple[AnswerCell, ...]
    """Its answer to every feature."""


class TechnologiesAnswer(Answer):
    """Every technology in a few fields. Address: `/api/v1/technologies.json`."""

    technologies: tuple[Named, ...]
    """In alphabetical order of the names."""


class TechnologyAnswer(Answer):
    """Everything on one technology. Address: `/api/v1/technologies/<id>.json`."""

    technology: Described
    """The technology."""


def technologies(material: Material) -> tuple[Place, TechnologiesAnswer]:
    """The list."""
    at = Place(material, "technologies", links.TECHNOLOGIES)
    named = tuple(Named(**_named(at, it)) for it in at.catalogue.technologies.values())
    return at, TechnologiesAnswer(**at.about, technologies=named)


def technology_answers(material: Material) -> Iterator[tuple[Place, TechnologyAnswer]]:
    """One answer a technology."""
    for id in [item.id for item in material.catalogue.technologies.values()]:
        yield material.of(material.excerpts.about(id), ("technology", id), partial(_answer, id=id))


def _answer(material: Material, id: str) -> tuple[Place, TechnologyAnswer]:
    at = Place(material, "technology", links.technology(id), id)
    return at, TechnologyAnswer(**at.about, technology=described(at, material.catalogue.technologies[id]))


def one_level_up(described: Described) -> Described:
    """The same in an answer that lies one level higher."""
    seen = {"page": higher(described.page), "json_address": f"technologies/{described.json_address}"}
    return described.model_copy(update=seen | {"cells": tuple(map(cell_one_level_up, described.cells))})


def described(at: Place, item: Technology) -> Described:
    """Everything on a technology."""
    return Described(
        **_named(at, item),
        purpose=sourced(item.purpose),
        is_not=tuple(sourced(it) for it in item.is_not),
        needs=tuple(sourced(it) for it in item.needs),
        facts=facts_of(item),
        often_said=tuple(_often_said(it) for it in item.often_said),
        strengths=tuple(_point(it) for it in item.strengths),
        limits=tuple(_point(it) for it in item.limits),
        cells=cells_of(at, item),
    )


def _named(at: Place, item: Technology) -> dict[str, Any]:
    """The fields of `Named`."""
    latest = newest(item)
    same = ("id", "name", "aliases", "runs_on", "release", "homepage", "documentation", "repository")
    return {name: getattr(item, name) for name in same} | {
        "kind": item.facts.kind.value,
        "platform": item.facts.platform.value,
        "languages": item.facts.languages.value,
        "licence": item.facts.licence.value,
        "newest_release": latest.release,
        "newest_released": latest.date,
        "package": _published(item.package) if item.package else None,
        "summary": sourced(item.summary),
        "page": at.href(links.technology(item.id)),
        "json_address": at.href(links.answer("technology", item.id)),
    }


def _published(package: Published) -> PublishedAs:
    machine = MachineReading(**dict(package.machine)) if package.machine else None
    return PublishedAs(registry=package.registry, name=package.name, machine=machine)


def _point(point: Point) -> TitledText:
    return TitledText(title=point.title, text=point.text, text_plain=plain(point.text), sources=sources(point.sources))


def _often_said(claim: Claim) -> OftenSaid:
    return OftenSaid(
        claim=plain(claim.claim),
        precise=claim.precise,
        precise_plain=plain(claim.precise),
        features=claim.features,
        sources=sources(claim.sources),
    )
