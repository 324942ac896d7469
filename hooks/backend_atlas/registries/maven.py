"""Maven Central: the list of versions of an artifact, and the POM of a release."""

import re
import xml.etree.ElementTree as ET
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from backend_atlas.model.packages import Dated
from backend_atlas.model.vocabulary import Registry
from backend_atlas.registries.asking import Absent, Answer, Asking, Release, Unanswered, by_release
from backend_atlas.registries.ordering import newest

UNSTABLE = re.compile(r"[.-](alpha|beta|a|b|m|milestone|rc|cr|ea|pre|preview|dev|snapshot)[.-]?\d*\b", re.IGNORECASE)


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What Maven Central says of `group:artifact`."""
    group, _, artifact = name.partition(":")
    folder = f"{group.replace('.', '/')}/{artifact}"
    root = ET.fromstring(asking.get(f"{folder}/maven-metadata.xml").text)  # noqa: S314 - entities are not expanded
    versions = [item.text for item in root.iter("version") if item.text]
    stable = [version for version in versions if not UNSTABLE.search(version)]
    first = newest(Registry.MAVEN, stable or versions)
    if first is None:
        raise Unanswered("names no release")
    named, silent = by_release(releases, lambda item: _release(asking, folder, artifact, item))
    found = named.get(first) or _quietly(asking, folder, artifact, first)
    if found.when is None and first == root.findtext("versioning/release"):
        found = _by(first, root.findtext("versioning/lastUpdated") or "")
    return Answer(found, {item: found if item == first else release for item, release in named.items()}, silent=silent)


def _release(asking: Asking, folder: str, artifact: str, version: str) -> Release:
    """A release with the day on which its POM was last changed, which is that of publication: releases never change."""
    answer = asking.get(f"{folder}/{version}/{artifact}-{version}.pom", method="HEAD")
    if changed := answer.headers.get("Last-Modified"):
        return Release(version, parsedate_to_datetime(changed).astimezone(UTC).date(), Dated.PUBLISHED)
    return Release(version)


def _quietly(asking: Asking, folder: str, artifact: str, version: str) -> Release:
    with suppress(Absent, Unanswered):
        return _release(asking, folder, artifact, version)
    return Release(version)


def _by(version: str, updated: str) -> Release:
    """The last release, on the day the artifact was last updated. An older line may have been updated later."""
    with suppress(ValueError):
        return Release(version, datetime.strptime(updated, "%Y%m%d%H%M%S").replace(tzinfo=UTC).date(), Dated.BY)
    return Release(version)
