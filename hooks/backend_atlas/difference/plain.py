"""Compares plain values: what changed, and where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel

SOURCES = ("sources", "maintained")
NOT_WRITTEN = frozenset({"check"})
"""Fields of records that no file holds."""
KEYS = ("id", "level", "swing", "target", "title", "claim")
"""Fields by which the same item is found again in a list. Where there is no id, what is left is paired in order."""
RELEASE = re.compile(r"(?<=[/@-])v?\d+(\.(\d+|x))+(?=[/#?-]|$)")


@dataclass(frozen=True)
class Change:
    """One value that is another now. None: it is not there."""

    field: str
    """Where, with dots. The whole record has no name."""
    before: Any
    after: Any

    @property
    def of_sources(self) -> bool:
        """Whether sources were exchanged or read again, and nothing else."""
        return self.field.rpartition(".")[2] in SOURCES

    @property
    def read_again(self) -> bool:
        """Whether the same addresses were read on another day, or for another release."""
        return self.of_sources and addresses(self.before) == addresses(self.after)

    @property
    def lost(self) -> tuple[str, ...]:
        """Addresses that are gone. The same page at another release is not gone."""
        kept = {_page(address) for address in addresses(self.after)}
        return tuple(address for address in addresses(self.before) if _page(address) not in kept)


def plain(value: object) -> Any:
    """Records as mappings, words and days as text. What is not given is left out."""
    if isinstance(value, BaseModel):
        fields = ((name, plain(getattr(value, name))) for name in type(value).model_fields if name not in NOT_WRITTEN)
        return {name: item for name, item in fields if not _nothing(item)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(name)): plain(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def changes(before: Any, after: Any, field: str = "") -> Iterator[Change]:
    """Every difference of two plain values. Sources of one place are one value."""
    if before == after:
        return
    if field.rpartition(".")[2] in SOURCES or type(before) is not type(after):
        yield Change(field, before, after)
    elif isinstance(before, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from changes(before.get(name), after.get(name), f"{field}.{name}".lstrip("."))
    elif isinstance(before, list):
        yield from _listed(before, after, field)
    else:
        yield Change(field, before, after)


def addresses(value: Any) -> tuple[str, ...]:
    """Every address of a source in a plain value, each once."""
    return tuple(dict.fromkeys(_addresses(value)))


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "url" in value:
            yield value["url"]
        for item in value.values():
            yield from _addresses(item)
    elif isinstance(value, list):
        for item in value:
            yield from _addresses(item)


def _listed(before: Sequence[Any], after: Sequence[Any], field: str) -> Iterator[Change]:
    old = [item for item in before if item not in after]
    new = [(index, item) for index, item in enumerate(after) if item not in before]
    if not old and not new:
        yield Change(field, list(before), list(after))
        return
    pairs: dict[int, Any] = {}
    for same in (_same_key, _without_id):
        for index, item in new:
            other = next((other for other in old if same(item, other)), None) if index not in pairs else None
            if other is not None:
                old.remove(other)
                pairs[index] = other
    for index, item in new:
        yield from changes(pairs.get(index), item, f"{field}[{index}]")
    for item in old:
        yield Change(f"{field}[{before.index(item)}]", item, None)


def _same_key(one: Any, other: Any) -> bool:
    return bool(_key(one)) and _key(one) == _key(other)


def _without_id(one: Any, other: Any) -> bool:
    """Whether both are of the same sort and have no id: the first that is left over is taken for the same item."""
    return type(one) is type(other) and not (isinstance(one, dict) and "id" in one)


def _key(item: Any) -> str:
    return next((str(item[name]) for name in KEYS if name in item), "") if isinstance(item, dict) else ""


def _nothing(value: Any) -> bool:
    return value is None or (isinstance(value, list | dict) and not value)


def _page(address: str) -> str:
    return RELEASE.sub("", address)
