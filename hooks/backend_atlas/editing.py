"""Changes fields of a YAML file in its text: comments, order, quotes and line breaks stay as somebody wrote them.

A block here is a mapping of single values that a program owns, such as `machine:` below a package.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from backend_atlas import source
from backend_atlas.problems import DataError, Problem
from backend_atlas.source import AMBIGUOUS, LOADER, Location, Value

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9.+_/-]*( [A-Za-z0-9.+_/-]+)*")
Fields = Mapping[str, str]
"""The fields of a block in their order. All are text; what is not here is taken out of the block."""


@dataclass(frozen=True)
class Change:
    """Replaces the text from one character to another."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Draft:
    """A whole new file beside the one that it will replace."""

    path: Path
    new: Path

    @classmethod
    def of(cls, path: Path, text: str) -> "Draft":
        """Writes `text` beside the file at `path`, with the same permissions where there is one."""
        new = path.with_name(f".{path.name}.new")
        with new.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        if path.exists():
            shutil.copymode(path, new)
        return cls(path, new)

    def replace(self) -> None:
        """Puts it in the place of the file, in one step."""
        os.replace(self.new, self.path)  # noqa: PTH105 - in one step

    def discard(self) -> None:
        """Removes it, if it is still there."""
        self.new.unlink(missing_ok=True)


def write_all(texts: Mapping[Path, str]) -> None:
    """Writes every file whole, or, where one of them cannot be written beside its old one, none."""
    drafts: list[Draft] = []
    try:
        for path, text in texts.items():
            drafts.append(Draft.of(path, text))
        for draft in drafts:
            draft.replace()
    finally:
        for draft in drafts:
            draft.discard()


def with_blocks(path: Path, name: str, blocks: Mapping[Location, Fields]) -> str:
    """The text of the file at `path`, where each block has these fields. `name` is how messages call the file.

    A block that is not there yet is added at the end of the mapping around it. Raises `DataError` where the file cannot
    be read, or where the new text would say anything else than that.
    """
    before = source.text(path, name)
    old = source.parsed(before, name)
    root = yaml.compose(before, Loader=LOADER)
    changes = [change for place, fields in blocks.items() for change in _changes(before, root, place, fields)]
    after = before
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        after = after[: change.start] + change.text + after[change.end :]
    wanted = old.value
    for place, fields in blocks.items():
        wanted = _with(wanted, place, dict(fields))
    if source.parsed(after, name).value != wanted:
        raise DataError(
            [Problem(name, 1, 1, "", "cannot be changed by a program", "write packages with a field a line")]
        )
    return after


def _changes(text: str, root: yaml.Node | None, place: Location, fields: Fields) -> Iterator[Change]:
    around = _node(root, place[:-1])
    if not isinstance(around, yaml.MappingNode):
        raise KeyError(source.dotted(place))
    block = _node(around, place[-1:])
    if block is None:
        yield _added(text, around, str(place[-1]), fields)
    elif not isinstance(block, yaml.MappingNode) or (block.flow_style and set(_pairs(block)) != set(fields)):
        yield Change(block.start_mark.index, block.end_mark.index, _flow(fields))
    else:
        yield from _changed(text, block, fields)


def _changed(text: str, block: yaml.MappingNode, fields: Fields) -> Iterator[Change]:
    """Field by field, so that comments in the block stay."""
    pairs = _pairs(block)
    names = list(fields)
    for name, (key, value) in pairs.items():
        if name not in fields:
            yield Change(_line_start(text, key.start_mark.index), _line_end(text, _end(value)), "")
        elif value.value != fields[name]:
            yield Change(value.start_mark.index, value.end_mark.index, scalar(fields[name]))
    for index, name in enumerate(names):
        if name not in pairs:
            following = next((pairs[other][0] for other in names[index + 1 :] if other in pairs), None)
            at = _line_start(text, following.start_mark.index) if following else _line_end(text, _end(block))
            yield Change(at, at, _lines(text, {name: fields[name]}, block.start_mark.column))


def _added(text: str, around: yaml.MappingNode, name: str, fields: Fields) -> Change:
    if around.flow_style:
        at = around.end_mark.index - 1
        return Change(at, at, f", {name}: {_flow(fields)}")
    at, indent = _line_end(text, _end(around)), around.start_mark.column
    start = "" if text[:at].endswith("\n") else _newline(text)
    return Change(at, at, f"{start}{' ' * indent}{name}:{_newline(text)}{_lines(text, fields, indent + 2)}")


def _lines(text: str, fields: Fields, indent: int) -> str:
    return "".join(f"{' ' * indent}{name}: {scalar(value)}{_newline(text)}" for name, value in fields.items())


def _flow(fields: Fields) -> str:
    return f"{{{', '.join(f'{name}: {scalar(value)}' for name, value in fields.items())}}}"


def scalar(value: str) -> str:
    """In quotes, which are understood by every reader alike, unless it is plain words."""
    plain = PLAIN.fullmatch(value) and not AMBIGUOUS.fullmatch(value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """Behind the line break: where the next line begins. A block of text ends there already."""
    if index and text[index - 1] == "\n":
        return index
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _end(node: yaml.Node) -> int:
    """Where the last value in a node ends. The end of a block is told as where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _pairs(node: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {key.value: (key, value) for key, value in node.value}


def _node(node: yaml.Node | None, place: Iterable[str | int]) -> yaml.Node | None:
    for part in place:
        if isinstance(node, yaml.MappingNode):
            node = _pairs(node).get(str(part), (None, None))[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            return None
    return node


def _with(value: Value, place: Location, block: Value) -> Value:
    """The same value with another one at `place`."""
    if not place:
        return block
    if isinstance(value, tuple):
        return tuple(_with(item, place[1:], block) if index == place[0] else item for index, item in enumerate(value))
    inner = value if isinstance(value, dict) else {}
    name = str(place[0])
    return {**inner, name: _with(inner.get(name, {}), place[1:], block)}
