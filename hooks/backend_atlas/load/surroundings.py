"""What a new technology would stand beside. Reads what can be read: another file may be half done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from backend_atlas import source
from backend_atlas.load.reading import Reading
from backend_atlas.model import Features, Group
from backend_atlas.problems import DataError
from backend_atlas.rules.finding import TECHNOLOGIES, VOCABULARY
from backend_atlas.source import Value


@dataclass(frozen=True)
class Surroundings:
    """The vocabulary, and what the technologies that are there have taken."""

    groups: tuple[Group, ...]
    ids: tuple[str, ...]
    names: Mapping[str, str]
    """Each name and alias, in small letters, with the id of the technology."""
    runtimes: Mapping[str, str]
    """Platform to the technology of the atlas that is its runtime, where there is one."""


def surroundings(folder: Path) -> Surroundings:
    """What stands in the data folder. Raises DataError where the vocabulary cannot be read."""
    reading = Reading(folder.as_posix())
    if not (folder / VOCABULARY).exists():
        reading.refuse(VOCABULARY, "is missing", "name the data folder with --data")
        raise DataError(reading.problems)
    vocabulary = reading.record(folder / VOCABULARY, VOCABULARY, Features)
    if vocabulary is None:
        raise DataError(reading.problems)
    paths = sorted((folder / TECHNOLOGIES).glob("*.yml"))
    found = {path.stem: fields for path in paths if isinstance(fields := _read(path), dict)}
    names = {name.casefold(): stem for stem, fields in found.items() for name in _names(fields)}
    runtimes = {
        platform: stem
        for stem, fields in found.items()
        if _fact(fields, "kind") == "runtime"
        if (platform := _fact(fields, "platform"))
    }
    return Surroundings(vocabulary.groups, tuple(path.stem for path in paths), names, runtimes)


def _read(path: Path) -> Value:
    try:
        return source.read(path, path.name).value
    except DataError:
        return ""


def _names(fields: dict[str, Value]) -> Iterator[str]:
    aliases = fields.get("aliases", ())
    for name in (fields.get("name"), *(aliases if isinstance(aliases, tuple) else ())):
        if isinstance(name, str):
            yield name


def _fact(fields: dict[str, Value], name: str) -> str:
    """The value of a fact that is one word."""
    facts = fields.get("facts")
    fact = facts.get(name) if isinstance(facts, dict) else None
    value = fact.get("value") if isinstance(fact, dict) else None
    return value if isinstance(value, str) else ""
