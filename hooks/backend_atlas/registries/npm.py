"""npm: one document a package, with the moment of every release."""

from typing import Any
from urllib.parse import quote

from backend_atlas.model.packages import Dated
from backend_atlas.registries.asking import Answer, Asking, Release, Unanswered, day
from backend_atlas.registries.licences import spdx


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What npm says. The newest stable release is the one that the publisher tagged `latest`."""
    found: dict[str, Any] = asking.get(quote(name, safe="@"), "application/json").json()
    latest = found.get("dist-tags", {}).get("latest")
    if latest is None:
        raise Unanswered("names no latest release")
    versions = found.get("versions", {})
    named = {item: _release(found, item) for item in releases if item in versions}
    deprecated = versions.get(latest, {}).get("deprecated")
    ended = f"deprecated: {deprecated}" if deprecated else ""
    return Answer(_release(found, latest), named, ended, licence=_licence(versions.get(latest, {})))


def _licence(release: dict[str, Any]) -> str:
    """As text, or as older packages wrote it."""
    licence = release.get("license")
    return spdx(licence.get("type") if isinstance(licence, dict) else licence)


def _release(found: dict[str, Any], version: str) -> Release:
    moment = found.get("time", {}).get(version)
    deprecated = found["versions"].get(version, {}).get("deprecated")
    dated = (Dated.BY if _seen(moment) else Dated.PUBLISHED) if moment else None
    return Release(version, day(moment), dated, f"deprecated: {deprecated}" if deprecated else "")


def _seen(moment: str) -> bool:
    """The registry writes `Z`. A copy that adds a fraction and an offset says when it first saw the release."""
    return "." in moment and not moment.endswith("Z")
