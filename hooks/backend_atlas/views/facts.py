"""The typed facts as rows of text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend_atlas.model import HostedTechnology, Technology
from backend_atlas.model.ages import Budget, fact_read, of_fact
from backend_atlas.model.base import Source
from backend_atlas.model.fact import Fact
from backend_atlas.model.project_facts import Release
from backend_atlas.model.structure import structure
from backend_atlas.model.vocabulary import Kind


@dataclass(frozen=True)
class FactRow:
    """One fact of one technology: values in words, a note, and where it can be checked."""

    key: str
    label: str
    values: tuple[str, ...]
    note: str = ""
    sources: tuple[Source, ...] = ()
    known: bool = True
    listed: bool = False
    """One value a line."""
    runtime: str = ""
    """The name of the runtime that says so, where the technology leaves the fact to it."""
    budget: Budget = Budget.FACTS
    read: date | None = None
    """The day it was read last. None where it is unknown or derived."""


def day(value: date) -> str:
    """22 November 2026."""
    return f"{value.day} {value:%B %Y}"


def megabytes(size: int) -> str:
    """Bytes as decimal megabytes."""
    return f"{size / 1_000_000:.1f} MB"


def kind_label(technology: Technology) -> str:
    """What sort of thing it is, in words."""
    kind = technology.facts.kind.value
    return kind.label if kind else "Kind not known yet"


@dataclass(frozen=True)
class Newest:
    """The newest release: as a fact says, or as a program read it in the registry since."""

    release: str
    date: date | None
    registry: str = ""
    """The registry, where a program read it there."""


def newest(technology: Technology) -> Newest:
    """What a program read counts where that release came out after the one that the fact names."""
    latest, package = technology.facts.latest, technology.package
    machine = package.machine if package else None
    if package and machine and machine.released and machine.released > (latest.date or date.min):
        return Newest(machine.release, machine.released, package.registry.label)
    return Newest(latest.value or technology.release, latest.date)


def release_line(technology: Technology) -> Release | None:
    """The supported line that the technology's release belongs to."""
    for release in technology.facts.support.releases:
        if f"{technology.release}.".startswith(f"{release.name}."):
            return release
    return None


def support_end(technology: Technology) -> str:
    """Until when the line of the release is supported, in words."""
    return support_phrase(release_line(technology))


def support_phrase(line: Release | None, read: date | None = None) -> str:
    """The end of one line's support, in words, as of the day it was read."""
    if line is None or line.ends is None:
        return "no end date published"
    return f"{'ended' if read and line.ends < read else 'until'} {day(line.ends)}"


def _packages(fact: Any) -> tuple[str, ...]:
    number = f"{fact.value} package{'' if fact.value == 1 else 's'}"
    size = (f"{megabytes(fact.installed_bytes)} installed",) if fact.installed_bytes is not None else ()
    return (number, *size)


def _labels(values: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(value.label for value in values)


def _smallest_app(fact: Any) -> tuple[str, ...]:
    return (f"{fact.files} file{'' if fact.files == 1 else 's'}, {fact.lines} lines",)


def _support(fact: Any) -> tuple[str, ...]:
    read = max(source.checked for source in fact.sources)
    return tuple(f"{line.name}{' LTS' if line.lts else ''}: {support_phrase(line, read)}" for line in fact.releases)


def _maintainers(fact: Any) -> tuple[str, ...]:
    counted = f"{fact.people} counted over {fact.commits} commits, {fact.period}" if fact.people is not None else ""
    return (fact.value.label, *([counted] if counted else []))


def _governance(fact: Any) -> tuple[str, ...]:
    return (fact.value.label, *([fact.body] if fact.body else []))


def _platform(fact: Any) -> tuple[str, ...]:
    name, version = fact.value.label, fact.version or ""
    if version.startswith(">="):
        return (f"{name} {version.removeprefix('>=')} or newer",)
    return (f"{name} {version}".strip(),)


def _dated(fact: Any) -> tuple[str, ...]:
    return (f"{fact.value}, {day(fact.date)}" if fact.date else fact.value,)


def _score(fact: Any) -> tuple[str, ...]:
    return (f"{fact.value} of 10{f', {day(fact.date)}' if fact.date else ''}",)


def _word(fact: Any) -> tuple[str, ...]:
    return (fact.value.label,)


NO_ECOSYSTEM = "None of those that are compared"

ROWS: tuple[tuple[str, str, Callable[[Any], tuple[str, ...]]], ...] = (
    ("kind", "Kind", _word),
    ("platform", "Runs on", _platform),
    ("languages", "Languages", lambda fact: _labels(fact.value)),
    ("layout_required", "Required folder layout", lambda fact: ("Yes" if fact.value else "No",)),
    ("default_packages", "Default install", _packages),
    ("smallest_app", "Smallest app in its documentation", _smallest_app),
    ("execution", "Execution", _word),
    ("concurrency", "Concurrency", _word),
    ("hosting", "Documented hosting", lambda fact: tuple(item.target.label for item in fact.items)),
    ("support", "Release lines", _support),
    ("latest", "Newest release", _dated),
    ("first_stable", "First stable release", _dated),
    ("licence", "Licence", lambda fact: (fact.value,)),
    ("governance", "Governance", _governance),
    ("maintainers", "Main contributors", _maintainers),
    ("security_process", "Security process", lambda fact: ("Yes" if fact.value else "No",)),
    ("scorecard", "OpenSSF Scorecard", _score),
    ("ecosystems", "Libraries in the same process", lambda fact: _labels(fact.value) or (NO_ECOSYSTEM,)),
    ("hiring_pool", "People to hire", _word),
    ("adoption", "Use", lambda fact: tuple(f"{item.figure} ({item.date})" for item in fact.items)),
)


LISTED = frozenset({"support", "adoption"})


def fact_rows(technology: Technology) -> tuple[FactRow, ...]:
    """Every fact in the order of the page. The structure, which is derived, stands after the kind."""
    rows = [_row(technology, *row) for row in ROWS]
    derived = structure(technology)
    rows.insert(1, FactRow("structure", "Structure", (derived.label,), f"Derived. {derived.meaning}"))
    return tuple(rows)


def _row(technology: Technology, key: str, label: str, words: Callable[[Any], tuple[str, ...]]) -> FactRow:
    fact: Fact = getattr(technology.facts, key)
    name, runtime = key.replace("_", "-"), _runtime(technology, key)
    age: dict[str, Any] = {"budget": of_fact(key), "read": fact_read(technology, key, fact)}
    if fact.unknown:
        return FactRow(name, label, ("Not known yet",), fact.unknown, known=False, runtime=runtime)
    if key == "platform" and getattr(fact, "value", None) == technology.id:
        return FactRow(name, label, ("A platform of its own",), fact.note or "", fact.sources, **age)
    values = words(fact)
    if key == "default_packages":
        is_runtime = technology.facts.kind.value is Kind.RUNTIME
        values = (*values, "runtime included" if is_runtime else "without the runtime it needs")
    items = getattr(fact, "items", ())
    sources = (*fact.sources, *(source for item in items for source in item.sources))
    return FactRow(name, label, values, _note(fact, items), sources, listed=key in LISTED, runtime=runtime, **age)


def _note(fact: Fact, items: tuple[Any, ...]) -> str:
    notes = [f"{item.target.label}: {item.note}" for item in items if getattr(item, "note", None)]
    return " ".join([*([fact.note] if fact.note else []), *notes])


def _runtime(technology: Technology, key: str) -> str:
    if isinstance(technology, HostedTechnology) and key in technology.inherited_facts:
        return technology.runtime_name
    return ""
