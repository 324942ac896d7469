"""Asks about many packages, a few at a time, and keeps what was known where a registry is silent."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import httpx

from backend_atlas.model import Catalogue
from backend_atlas.model.packages import CheckOutcome, NamedRelease, PackageCheck, PackageChecks
from backend_atlas.model.vocabulary import Registry
from backend_atlas.registries import go, maven, npm, nuget, packagist, pypi, rubygems
from backend_atlas.registries.addresses import NoAddress
from backend_atlas.registries.asking import Absent, Answer, Asking, Unanswered

AT_A_TIME = 8
LONGEST = 200
"""Characters of a registry's words that are kept."""
ASK: dict[Registry, Callable[[Asking, str, tuple[str, ...]], Answer]] = {
    Registry.GO: go.ask,
    Registry.MAVEN: maven.ask,
    Registry.NPM: npm.ask,
    Registry.NUGET: nuget.ask,
    Registry.PACKAGIST: packagist.ask,
    Registry.PYPI: pypi.ask,
    Registry.RUBYGEMS: rubygems.ask,
}


@dataclass(frozen=True)
class Named:
    """A package, and the releases of it that cells name."""

    registry: Registry
    name: str
    releases: tuple[str, ...]


def packages(catalogue: Catalogue) -> tuple[Named, ...]:
    """Every package that a cell names, by registry and name."""
    found: dict[tuple[Registry, str], set[str]] = {}
    for technology in catalogue.technologies.values():
        for cell in technology.features.values():
            for item in cell.packages:
                found.setdefault((item.registry, item.name), set()).add(item.release)
    return tuple(Named(*key, tuple(sorted(found[key]))) for key in sorted(found))


@dataclass(frozen=True)
class NoAnswer:
    """A registry that has no such package, or said nothing that could be read, and why."""

    outcome: CheckOutcome
    reason: str = ""


def check(
    http: httpx.Client, address: Callable[[Registry], str], named: Iterable[Named], today: date
) -> tuple[PackageCheck, ...]:
    """What the registries say, in the order of `named`. `address` raises `NoAddress` where a registry is not known."""
    wanted = tuple(named)
    found = zip(wanted, answers(http, address, wanted), strict=True)
    return tuple(_check(item, answer, today) for item, answer in found)


def answers(
    http: httpx.Client, address: Callable[[Registry], str], named: Iterable[Named], *, licences: bool = False
) -> tuple[Answer | NoAnswer, ...]:
    """The same as it was answered. With `licences`, an answer without the licence is none, where one can be asked."""
    wanted = tuple(named)
    places = {registry: _place(address, registry) for registry in {item.registry for item in wanted}}
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return tuple(pool.map(lambda item: _answer(http, places[item.registry], item, licences), wanted))


def _place(address: Callable[[Registry], str], registry: Registry) -> str | NoAddress:
    try:
        return address(registry)
    except NoAddress as unknown:
        return unknown


def _answer(http: httpx.Client, place: str | NoAddress, item: Named, licences: bool) -> Answer | NoAnswer:
    if isinstance(place, NoAddress):
        return NoAnswer(CheckOutcome.NOT_FETCHED, str(place))
    try:
        return ASK[item.registry](Asking(http, place, licences), item.name, item.releases)
    except Absent:
        return NoAnswer(CheckOutcome.NOT_FOUND)
    except Unanswered as silence:
        return NoAnswer(CheckOutcome.NOT_FETCHED, str(silence))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError):
        return NoAnswer(CheckOutcome.NOT_FETCHED, "answered what cannot be read")


def _check(item: Named, answer: Answer | NoAnswer, today: date) -> PackageCheck:
    if isinstance(answer, Answer):
        return _found(item, answer, today)
    reason = answer.reason[:LONGEST] or None
    return PackageCheck(registry=item.registry, name=item.name, checked=today, outcome=answer.outcome, reason=reason)


def _found(item: Named, answer: Answer, today: date) -> PackageCheck:
    return PackageCheck(
        registry=item.registry,
        name=item.name,
        checked=today,
        outcome=CheckOutcome.FOUND,
        newest=answer.newest.record,
        ended=line(answer.ended),
        named=tuple(_named(version, answer) for version in item.releases),
    )


def _named(version: str, answer: Answer) -> NamedRelease:
    release = answer.named.get(version)
    if release is None:
        silent = version in answer.silent
        return NamedRelease(version=version, outcome=CheckOutcome.NOT_FETCHED if silent else CheckOutcome.NOT_FOUND)
    return NamedRelease(
        version=version,
        date=release.when,
        dated=release.dated,
        outcome=CheckOutcome.FOUND,
        withdrawn=line(release.withdrawn),
    )


def of_a_copy(check: PackageCheck) -> PackageCheck:
    """What an incomplete copy of a registry said: that it lacks something tells nothing about the registry."""
    if check.outcome is CheckOutcome.NOT_FOUND:
        lacking = {"outcome": CheckOutcome.NOT_FETCHED, "reason": "was not in the copy that was asked"}
        return check.model_copy(update=lacking)
    named = tuple(
        item.model_copy(update={"outcome": CheckOutcome.NOT_FETCHED})
        if item.outcome is CheckOutcome.NOT_FOUND
        else item
        for item in check.named
    )
    return check.model_copy(update={"named": named})


def line(text: str) -> str | None:
    return " ".join(text.split())[:LONGEST].strip() or None


def merged(before: PackageChecks | None, now: Iterable[PackageCheck], named: Iterable[Named]) -> PackageChecks:
    """The new record: no packages but those that are named. An earlier answer stays where there was none this time."""
    kept: dict[tuple[Registry, str], PackageCheck] = {item.key: item for item in before.packages} if before else {}
    for item in now:
        old = kept.get(item.key)
        if item.outcome is not CheckOutcome.NOT_FETCHED or old is None or old.outcome is CheckOutcome.NOT_FETCHED:
            kept[item.key] = item
    known: Mapping[tuple[Registry, str], PackageCheck] = kept
    return PackageChecks(packages=tuple(known[key] for one in named if (key := (one.registry, one.name)) in known))
