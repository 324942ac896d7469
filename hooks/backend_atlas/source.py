"""Reads one YAML or JSON file into plain values, and tells where each of them stands.

Only what every YAML reader understands alike is accepted. Anchors, aliases, tags, several documents, duplicate keys
and plain words that some readers turn into something else (`yes`, `010`, `1e3`, `~`) are refused with their place.

Places take three times as long as values, and only what is wrong needs them. So a file is read without them first, up
to the first thing that is refused, and again with them when somebody asks where something stands.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from yaml import AliasEvent, DocumentStartEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from backend_atlas.problems import DataError, Problem
from backend_atlas.syntax import syntax_problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 10

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Location = tuple[str | int, ...]
"""The way to a value inside a file: `("features", "orm", "sources", 0, "url")`."""

Value = str | int | float | bool | tuple["Value", ...] | dict[str, "Value"]

BOOLEAN = {"true": True, "false": False}
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|true|false|null|~|[-+]?\.(inf|nan)|<<|="
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"  # base 60
    r"|[-+]?0[0-9_]+|0[xob][0-9a-f_]+|[-+]?[0-9][0-9_]*\.?[0-9_]*(e[-+]?[0-9]+)?|[-+]?\.[0-9_]+(e[-+]?[0-9]+)?",
    re.IGNORECASE,
)
LONGEST_WORD = len("false")
"""Of those above that begin with a letter."""

PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Pages are put together with such characters in the place of parts."""


@dataclass(frozen=True)
class Mark:
    """A place in a file, counted from 1, and the text that stands there if it is a scalar."""

    line: int
    column: int
    text: str = ""


@dataclass(frozen=True)
class Document:
    """The values of one file, with the place of each value and of each key."""

    path: str
    value: Value
    content: str = field(repr=False)
    """The text of the file. It is read again for the places."""

    @property
    def values(self) -> Mapping[Location, Mark]:
        """The place of each value."""
        return self._places[0]

    @property
    def keys(self) -> Mapping[Location, Mark]:
        """The place of each key."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[Mapping[Location, Mark], Mapping[Location, Mark]]:
        reader = _Reader(self.path, places=True)
        with suppress(yaml.YAMLError, DataError):  # nearly all JSON is YAML; what is not has no places
            reader.document(self.content)
        return MappingProxyType(reader.values), MappingProxyType(reader.keys)

    def mark(self, location: Location, prefer_key: bool = False) -> Mark:
        """The place of `location`, or of the nearest thing around it: a single value itself, or the name of a field."""
        for end in range(len(location), -1, -1):
            value, key = self.values.get(location[:end]), self.keys.get(location[:end])
            single = value is not None and value.text and not prefer_key and end == len(location)
            if found := (value or key) if single else (key or value):
                return found
        return Mark(1, 1)

    def at(self, location: Location) -> Value | None:
        """The value at `location`. None where there is none."""
        found: Value | None = self.value
        for part in location:
            if isinstance(found, dict):
                found = found.get(str(part))
            elif isinstance(found, tuple) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found

    def problem(self, location: Location, message: str, hint: str = "", prefer_key: bool = False) -> Problem:
        """A problem at `location` in this file."""
        mark = self.mark(location, prefer_key)
        return Problem(self.path, mark.line, mark.column, dotted(location), message, hint)


def dotted(location: Location) -> str:
    """`("sources", 0, "url")` as `sources[0].url`."""
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read(path: Path, name: str) -> Document:
    """Reads the file at `path`; `name` is how messages call it. Raises DataError."""
    return parsed(text(path, name), name)


def parsed(content: str, name: str) -> Document:
    """Reads the text of a file that messages call `name`. Raises DataError."""
    return Document(name, values(content, name), content)


def values(content: str, name: str) -> Value:
    """The values alone."""
    with suppress(_RefusedError, yaml.YAMLError):
        return _Reader(name).document(content)
    raise DataError(_problems(content, name))


def _problems(content: str, name: str) -> list[Problem]:
    """Everything for which a text is refused."""
    reader = _Reader(name, places=True)
    try:
        reader.document(content)
    except yaml.MarkedYAMLError as error:
        return [*reader.problems, syntax_problem(name, error, content)]
    except yaml.reader.ReaderError as error:
        at = content[: error.position] if isinstance(error.position, int) else ""
        message = f"contains a character that YAML does not allow: {error.reason}"
        return [Problem(name, at.count("\n") + 1, 1, "", message)]
    return reader.problems


def json_values(content: str, name: str) -> Value:
    """The values in a file that a program wrote, and that messages call `name`. Raises DataError."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        reason = getattr(error, "msg", "it is nested too deep")
        problem = Problem(name, line, column, "", f"cannot be read as JSON: {reason}", "write it anew: make lab")
        raise DataError([problem]) from None
    return _unchangeable(value)


def _unchangeable(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(_unchangeable(item) for item in value)
    return {name: _unchangeable(item) for name, item in value.items()} if isinstance(value, dict) else value


def text(path: Path, name: str) -> str:
    """The text of the file at `path`, UTF-8 and not too long. Raises DataError."""

    def refuse(message: str, hint: str = "", line: int = 1) -> DataError:
        return DataError([Problem(name, line, 1, "", message, hint)])

    if path.is_symlink():
        raise refuse("is a symbolic link", "put the file itself here")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise refuse(f"is {size // 1024} KB long, over the limit of {MAX_BYTES // 1024} KB", "split it or shorten it")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refuse("is not UTF-8", "save the file with the encoding UTF-8", line) from None


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1, getattr(event, "value", "")) if start else Mark(1, 1)


class _RefusedError(Exception):
    """Something is refused, and what and where is not known yet."""


@dataclass
class _Reader:
    """Builds values from YAML events. With places it collects what it refuses, without it stops there."""

    name: str
    places: bool = False
    problems: list[Problem] = field(default_factory=list)
    values: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    plain: dict[str, Value] = field(default_factory=dict)
    """What plain words are, as far as they were met: few are many of them."""

    next: Callable[[], Any] = field(init=False)
    """Gives the next event. None behind the last one."""

    def refuse(self, event: Any, location: Location, message: str, hint: str = "") -> None:
        mark = _mark(event)
        self.refuse_at(mark.line, mark.column, location, message, hint)

    def refuse_at(self, line: int, column: int, location: Location, message: str, hint: str) -> None:
        if not self.places:
            raise _RefusedError
        self.problems.append(Problem(self.name, line, column, dotted(location), message, hint))

    def document(self, content: str) -> Value:
        self.next = LOADER(content).get_event
        value: Value | None = None
        for event in iter(self.next, None):
            if type(event) is not DocumentStartEvent:
                continue
            if value is not None:
                self.refuse(event, (), "holds several YAML documents", "keep one, and remove the line `---`")
                break
            value = self.node(self.next(), ())
        if value is None:
            self.refuse_at(1, 1, (), "is empty", "see data/README.md for what belongs here")
        elif not isinstance(value, dict):
            self.refuse_at(1, 1, (), "must hold fields at its top level, as in `id: django`", "")
        return "" if value is None else value

    def node(self, event: Any, location: Location) -> Value:
        if self.places:
            self.values[location] = _mark(event)
        return self.value(event, location)

    def value(self, event: Any, location: Location) -> Value:
        kind = type(event)
        if kind is AliasEvent:
            self.refuse(event, location, f"uses the alias `*{event.anchor}`", "write the value out")
            return ""
        if event.anchor:
            self.refuse(event, location, f"defines the anchor `&{event.anchor}`", "remove it, and write values out")
        if event.tag:
            hint = "remove it; text, numbers, true and false need none"
            self.refuse(event, location, f"carries the tag `{event.tag}`", hint)
        if kind is ScalarEvent:
            return self.scalar(event, location)
        if len(location) >= MAX_DEPTH:
            self.refuse(event, location, f"is nested more than {MAX_DEPTH} deep")
            raise DataError(self.problems)
        return self.sequence(location) if kind is SequenceStartEvent else self.mapping(location)

    def sequence(self, location: Location) -> Value:
        items: list[Value] = []
        while type(event := self.next()) is not SequenceEndEvent:
            items.append(self.node(event, (*location, len(items))))
        return tuple(items)

    def mapping(self, location: Location) -> Value:
        fields: dict[str, Value] = {}
        empty: tuple[Any, Location] | None = None
        misplaced = False
        while type(event := self.next()) is not MappingEndEvent:
            key = self.value(event, location)
            name = key if isinstance(key, str) else self.refused_name(key, event, location)
            here = (*location, name)
            if name in fields and empty:
                misplaced = True
            elif name in fields:
                self.refuse_twice(event, here)
            elif self.places:
                self.keys[here] = _mark(event)
            inner = self.next()
            fields[name] = self.node(inner, here)
            if type(inner) is ScalarEvent and not (inner.value or inner.style):
                empty = event, here
        if misplaced and empty:
            self.refuse_misplaced(*empty)
        return fields

    def refused_name(self, key: Value, event: Any, location: Location) -> str:
        self.refuse(event, location, "has a field name that is not text", "put the name in quotes")
        return "?" if isinstance(key, tuple | dict) else str(key)

    def refuse_twice(self, event: Any, location: Location) -> None:
        first = self.keys[location].line if self.places else 0
        self.refuse(event, location, f"stands twice, first in line {first}", "keep one of the two")

    def refuse_misplaced(self, event: Any, location: Location) -> None:
        """One problem for a name without fields, with fields behind it that repeat those before it."""
        field = dotted(location)
        self.problems[:] = [item for item in self.problems if (item.field, item.message) != (field, "is empty")]
        around = location[-2] if len(location) > 1 else "the file"
        message = f"is empty, and the fields below it stand in {around} already"
        self.refuse(event, location, message, f"move `{location[-1]}:` to the left, or its fields to the right")

    def scalar(self, event: Any, location: Location) -> Value:
        text: str = event.value
        if event.style:
            self.refuse_private(event, location)
            return text
        known = self.plain.get(text)
        if known is None:
            known = self.word(event, location)
            if not self.places:  # none of these was refused
                self.plain[text] = known
        return known

    def refuse_private(self, event: Any, location: Location) -> None:
        if not event.value.isascii() and (found := PRIVATE.search(event.value)):
            message = f"has a character of private use, U+{ord(found.group()):04X}"
            self.refuse(event, location, message, "remove it: no font has a shape for it")

    def word(self, event: Any, location: Location) -> Value:
        text: str = event.value
        self.refuse_private(event, location)
        if len(text) > LONGEST_WORD and text[0].isalpha():
            return text  # most are: nothing below begins with a letter and is as long
        if not text:
            self.refuse(event, location, "is empty", "give it a value or leave the field out")
        if text in BOOLEAN:
            return BOOLEAN[text]
        if INTEGER.fullmatch(text):
            return int(text)
        if DECIMAL.fullmatch(text):
            return float(text)
        if AMBIGUOUS.fullmatch(text):
            hint = f'write "{text}" in quotes if it is text, true or false if it is a choice'
            self.refuse(event, location, f"`{text}` means different things to different YAML readers", hint)
        return text
