"""RubyGems: every release of a gem with its moment. Yanked releases are not in the list."""

from typing import Any

from backend_atlas.model.packages import Dated
from backend_atlas.model.vocabulary import Registry
from backend_atlas.registries.asking import Answer, Asking, Release, Unanswered, day
from backend_atlas.registries.ordering import newest


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What RubyGems says."""
    found: list[dict[str, Any]] = asking.get(f"api/v1/versions/{name}.json", "application/json").json()
    moments = {item["number"]: item.get("created_at") for item in found}
    first = newest(Registry.RUBYGEMS, [item["number"] for item in found if not item.get("prerelease")] or moments)
    if first is None:
        raise Unanswered("names no release")
    named = {item: _release(item, moments[item]) for item in releases if item in moments}
    return Answer(_release(first, moments[first]), named)


def _release(version: str, moment: str | None) -> Release:
    return Release(version, day(moment), Dated.PUBLISHED if moment else None)
