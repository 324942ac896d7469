"""Go: the protocol of module proxies. A module is its path; its versions are tags."""

import re
from contextlib import suppress
from dataclasses import replace

from backend_atlas.model.packages import Dated
from backend_atlas.model.vocabulary import Registry
from backend_atlas.registries.asking import Absent, Answer, Asking, Release, Unanswered, by_release, day
from backend_atlas.registries.ordering import newest, parse

DEPRECATED = re.compile(r"^//\s*Deprecated:\s*(.+)(?:\n//.*)*\nmodule\s", re.MULTILINE)
RETRACT = re.compile(r"^retract\s+(\((?P<many>[^)]*)\)|(?P<one>.+))$", re.MULTILINE)
RANGE = re.compile(r"\[\s*(v[^\s,]+)\s*,\s*(v[^\s\]]+)\s*\]|(v\S+)")


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What the proxy says. A tag starts with v; cells write the version without it.

    The list of a proxy may lack what it has, so each named release is asked for by itself.
    """
    base = re.sub("[A-Z]", lambda capital: f"!{capital[0].lower()}", name)
    named, silent = by_release(releases, lambda item: _release(asking, base, f"v{item}"))
    versions = {*_listed(asking, base, named), *(f"v{item}" for item in named)}
    stable = [version for version in versions if "-" not in version]
    first = newest(Registry.GO, stable or versions) or asking.get(f"{base}/@latest").json()["Version"]
    module = _module(asking, base, first)
    retracted = {version for version in versions if _is_retracted(module, version)}
    first = newest(Registry.GO, {*stable} - retracted) or first
    found = named.get(first.removeprefix("v")) or _release(asking, base, first)
    named = {
        item: replace(release, withdrawn="retracted") if f"v{item}" in retracted else release
        for item, release in named.items()
    }
    deprecated = DEPRECATED.search(module)
    return Answer(found, named, f"deprecated: {deprecated[1]}" if deprecated else "", silent)


def _listed(asking: Asking, base: str, named: dict[str, Release]) -> list[str]:
    try:
        return asking.get(f"{base}/@v/list").text.split()
    except (Absent, Unanswered):
        if not named:
            raise
        return []


def _module(asking: Asking, base: str, version: str) -> str:
    """The file go.mod of a release, which holds what its authors say of all releases."""
    with suppress(Absent, Unanswered):
        return asking.get(f"{base}/@v/{version}.mod").text
    return ""


def _release(asking: Asking, base: str, version: str) -> Release:
    committed = day(asking.get(f"{base}/@v/{version}.info").json().get("Time"))
    return Release(version.removeprefix("v"), committed, Dated.COMMITTED if committed else None)


def _is_retracted(module: str, version: str) -> bool:
    own = parse(Registry.GO, version)
    for directive in RETRACT.finditer(module):
        for line in (directive["many"] or directive["one"]).splitlines():
            for low, high, one in RANGE.findall(line.partition("//")[0]):
                least, most = parse(Registry.GO, low or one), parse(Registry.GO, high or one)
                if own and least and most and least <= own <= most:
                    return True
    return False
