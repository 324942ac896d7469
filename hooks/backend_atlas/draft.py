"""The file of a new technology: complete, with nothing claimed that nobody has read.

What has to be written by hand says TODO. What may stay open says unknown, below the definition that decides it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from textwrap import wrap
from typing import Any, get_args

from pydantic import BaseModel

from backend_atlas.editing import scalar
from backend_atlas.model import Feature, Group, Technology
from backend_atlas.model.base import TODO, Source
from backend_atlas.model.fact import Fact
from backend_atlas.model.facts import OF_THE_RUNTIME, Facts
from backend_atlas.model.technology import Point
from backend_atlas.model.vocabulary import Kind, Platform, Registry

WIDTH = 118
OPEN = "Not looked up yet."
HEAD = (
    "Write what is left open, from the top; `atlas check --watch` names it. Two things are told when all of it is "
    "written: unequal room for strengths and limits, and a missing witness in data/guide/witnesses.yml. What you "
    "cannot establish stays unknown, with what you tried. Sources are the project's own documentation at the "
    "release that you read, and `checked` is the day on which you read it. The rules stand in data/README.md."
)
LEVELS = (
    "The first level that fits: not-applicable (where there is a rule for it), built-in, official, community, "
    "do-it-yourself. A level needs sources; official and community need a package; all but built-in need a note."
)


@dataclass(frozen=True)
class Beginning:
    """What is known of a technology before anything was read about it."""

    id: str
    name: str
    kind: Kind
    platform: Platform
    registry: Registry | None = None
    """Where it is published. None where it is no package."""
    package: str = ""
    """Its exact name there."""
    runtime: str = ""
    """The technology of the atlas that it runs on, and that answers for it what a runtime decides."""


def draft(new: Beginning, groups: Iterable[Group]) -> str:
    """The text of the file."""
    return "\n".join(_lines(new, groups)) + "\n"


def _lines(new: Beginning, groups: Iterable[Group]) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../schema/technology.json"
    yield from _comment(HEAD)
    yield f"id: {scalar(new.id)}"
    yield f"name: {scalar(new.name)}"
    yield from _explained("aliases", " []")
    if new.runtime:
        yield f"runs_on: {scalar(new.runtime)}"
    for name in ("release", "homepage", "documentation", "repository"):
        yield from _explained(name, f" {TODO}")
    if new.registry:
        yield from ("package:", f"  registry: {new.registry.value}", f"  name: {scalar(new.package)}")
    for name in ("summary", "purpose"):
        yield from ("", *_explained(name), f"  text: {TODO}", *_source("  "))
    for name, count in (("is_not", 2), ("needs", 1)):
        yield from ("", *_explained(name), *([f"  - text: {TODO}", *_source("    ")] * count))
    yield from ("", "facts:", *_facts(new), "")
    for name in ("strengths", "limits"):
        point = [f"  - title: {TODO}", f"    text: {TODO}", *_source("    ")]
        yield from (*_explained(name, more=_length(Point)), *(point * 3), "")
    yield from (*_comment(LEVELS), "features:", *_features(new, groups))


def _explained(name: str, value: str = "", more: str = "") -> Iterator[str]:
    """A field of a technology below what it means."""
    yield from _comment(f"{Technology.model_fields[name].description}{more}")
    yield f"{name}:{value}"


def _length(point: type[Point]) -> str:
    field = point.model_json_schema()["properties"]["text"]
    return f" Each text has {field['minLength']} to {field['maxLength']} characters, about 200 as elsewhere."


def _source(indent: str) -> Iterator[str]:
    yield f"{indent}sources:"
    for index, name in enumerate(Source.model_fields):
        yield f"{indent}  {'  ' if index else '- '}{name}: {TODO}"


def _facts(new: Beginning) -> Iterator[str]:
    given = {"kind": new.kind, "platform": new.platform}
    for name, field in Facts.model_fields.items():
        if new.runtime and name in OF_THE_RUNTIME:
            continue
        yield from _comment(field.description or "", "  ")
        if name in given:
            yield from (f"  {name}:", f"    value: {given[name].value}", *_source("    "))
        else:
            yield from (*_comment(_once_known(field.annotation), "  "), f"  {name}:", f"    unknown: {OPEN}")
    if new.runtime:
        yield from _comment(f"Left to {new.runtime}: {', '.join(sorted(OF_THE_RUNTIME))}.", "  ")


def _once_known(fact: Any) -> str:
    """Which fields stand in place of `unknown`."""
    if not (isinstance(fact, type) and issubclass(fact, Fact)):
        raise TypeError(fact)
    needed = fact.needed()
    others = [name for name in fact.model_fields if name not in (*needed, "unknown")]
    return f"Once known: {'; '.join(_field(fact, name) for name in needed)}. Optional: {', '.join(others)}."


def _field(record: type[BaseModel], name: str) -> str:
    """A field with its words, or with the fields of each entry."""
    types = list(_types(record.model_fields[name].annotation))
    if name != "sources" and (nested := next((kind for kind in types if issubclass(kind, BaseModel)), None)):
        return f"{name}, each with {', '.join(_field(nested, inner) for inner in nested.model_fields)}"
    if bool in types:
        return f"{name} (true or false)"
    words = [item.value for kind in types if issubclass(kind, Enum) for item in kind]
    return f"{name} ({', '.join(words)})" if words else name


def _types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _types(argument)


def _features(new: Beginning, groups: Iterable[Group]) -> Iterator[str]:
    for group in groups:
        asked = [feature for feature in group.features if not (new.runtime and feature.runtime)]
        left = [feature.id for feature in group.features if feature not in asked]
        yield from ("", *_comment(f"{group.name.upper()}: {group.summary}", "  "))
        if left:
            yield from _comment(f"Left to {new.runtime}: {', '.join(left)}.", "  ")
        for feature in asked:
            yield from ("", *_feature(feature))


def _feature(feature: Feature) -> Iterator[str]:
    yield from _comment(f"{feature.name}: {feature.question}", "  ")
    for point in feature.counts:
        yield from _comment(point, "  ", "- ")
    if feature.not_applicable:
        yield from _comment(f"Not applicable: {feature.not_applicable}", "  ")
    yield from (f"  {feature.id}:", "    support: unknown", f"    note: {OPEN}")


def _comment(text: str, indent: str = "", bullet: str = "") -> Iterator[str]:
    first, rest = f"{indent}# {bullet}", f"{indent}# {' ' * len(bullet)}"
    yield from wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
