"""NuGet: the service index says where the pages about a package are, which hold every release."""

from collections.abc import Iterator
from typing import Any

from backend_atlas.model.packages import Dated
from backend_atlas.model.vocabulary import Registry
from backend_atlas.registries.asking import Answer, Asking, Release, Unanswered, day
from backend_atlas.registries.ordering import newest

PAGES = "RegistrationsBaseUrl/3.6.0"


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What NuGet says. Its address is that of the service index. A release that is not listed was withdrawn."""
    found = {item["version"].partition("+")[0]: item for item in _entries(asking, name)}
    listed = [version for version, item in found.items() if item.get("listed", True)]
    first = newest(Registry.NUGET, [version for version in listed if "-" not in version] or listed)
    if first is None:
        raise Unanswered("names no release")
    named = {item: _release(item, found[item]) for item in releases if item in found}
    deprecation = found[first].get("deprecation") or {}
    why = deprecation.get("message") or ", ".join(deprecation.get("reasons", ()))
    return Answer(_release(first, found[first]), named, f"deprecated: {why}" if deprecation else "")


def _entries(asking: Asking, name: str) -> Iterator[dict[str, Any]]:
    index = asking.get(asking.address, "application/json").json()
    pages = next((item["@id"] for item in index["resources"] if item["@type"] == PAGES), None)
    if pages is None:
        raise Unanswered("does not say where its packages are")
    for page in asking.get(f"{pages.rstrip('/')}/{name.lower()}/index.json", "application/json").json()["items"]:
        items = page.get("items") or asking.get(page["@id"], "application/json").json()["items"]
        yield from (item["catalogEntry"] for item in items)


def _release(version: str, item: dict[str, Any]) -> Release:
    listed = item.get("listed", True)
    published = day(item.get("published")) if listed else None
    return Release(version, published, Dated.PUBLISHED if published else None, "" if listed else "unlisted")
