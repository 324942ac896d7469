"""Packagist: the metadata of Composer 2, in which a release repeats only what differs from the one before it."""

import re
from typing import Any

from backend_atlas.model.packages import Dated
from backend_atlas.model.vocabulary import Registry
from backend_atlas.registries.asking import Answer, Asking, Release, Unanswered, day
from backend_atlas.registries.ordering import newest

UNSTABLE = re.compile(r"dev|alpha|beta|rc|[.-][ab]\d", re.IGNORECASE)


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What Packagist says. Tags may start with v; cells write the version without it."""
    found: list[dict[str, Any]] = asking.get(f"p2/{name}.json", "application/json").json()["packages"][name]
    moments = {item["version"].removeprefix("v"): item.get("time") for item in found}
    first = newest(Registry.PACKAGIST, [item for item in moments if not UNSTABLE.search(item)] or moments)
    if first is None:
        raise Unanswered("names no release")
    named = {item: _release(item, moments[item]) for item in releases if item in moments}
    return Answer(_release(first, moments[first]), named, _abandoned(found[0].get("abandoned")))


def _abandoned(value: object) -> str:
    if not value:
        return ""
    return f"abandoned: use {value}" if isinstance(value, str) else "abandoned"


def _release(version: str, moment: str | None) -> Release:
    return Release(version, day(moment), Dated.PUBLISHED if moment else None)
