"""PyPI: the simple API as JSON (PEP 691), with upload times (PEP 700) and the status of a project (PEP 792).

The licence stands in the JSON of the project.
"""

from typing import Any

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

from backend_atlas.model.packages import Dated
from backend_atlas.registries.asking import Absent, Answer, Asking, Release, Unanswered, day
from backend_atlas.registries.licences import CLASSIFIERS, spdx

JSON = "application/vnd.pypi.simple.v1+json"
ENDED = {"archived", "deprecated", "quarantined"}


def ask(asking: Asking, name: str, releases: tuple[str, ...]) -> Answer:
    """What PyPI says. A release is withdrawn where every file of it was yanked."""
    answer = asking.get(f"{canonicalize_name(name)}/", JSON)
    if "json" not in answer.headers.get("Content-Type", ""):
        raise Unanswered("does not speak JSON")
    found = answer.json()
    files: dict[Version, list[dict[str, Any]]] = {}
    for file in found["files"]:
        if version := _version(file["filename"]):
            files.setdefault(version, []).append(file)
    if not files:
        raise Unanswered("names no release")
    stable = [version for version in files if not version.is_prerelease and not _yanked(files[version])]
    newest = max(stable or files)
    named = {item: _release(item, files[Version(item)]) for item in releases if _is_in(item, files)}
    status = found.get("project-status") or {}
    state = status.get("status", "active")
    ended = ": ".join(filter(None, (state, status.get("reason")))) if state in ENDED else ""
    licence = _licence(asking, name, newest) if asking.licences else ""
    return Answer(_release(str(newest), files[newest]), named, ended, licence=licence)


def _licence(asking: Asking, name: str, newest: Version) -> str:
    """From the JSON of the project, which stands beside the simple API. Raises `Unanswered` where it is not there."""
    base = asking.address.removesuffix("/simple")
    try:
        info = asking.get(f"{base}/pypi/{canonicalize_name(name)}/json", "application/json").json()["info"]
    except Absent:
        raise Unanswered("has no JSON of the project, which names the licence") from None
    if _parsed(info["version"]) != newest:
        return ""  # of another release
    named = (CLASSIFIERS.get(item, "") for item in info.get("classifiers") or ())
    told = (spdx(info.get("license_expression")), spdx(info.get("license")), *named)
    return next(filter(None, told), "")


def _version(filename: str) -> Version | None:
    try:
        return (parse_wheel_filename if filename.endswith(".whl") else parse_sdist_filename)(filename)[1]
    except (InvalidSdistFilename, InvalidWheelFilename, InvalidVersion):
        return None


def _is_in(version: str, files: dict[Version, list[dict[str, Any]]]) -> bool:
    return _parsed(version) in files


def _parsed(version: str) -> Version | None:
    try:
        return Version(version)
    except InvalidVersion:
        return None


def _release(version: str, files: list[dict[str, Any]]) -> Release:
    published = min((moment for file in files if (moment := day(file.get("upload-time")))), default=None)
    return Release(version, published, Dated.PUBLISHED if published else None, _yanked(files))


def _yanked(files: list[dict[str, Any]]) -> str:
    """Why all files were yanked. Empty where one was not."""
    reasons = [file.get("yanked", False) for file in files]
    if not all(reasons):
        return ""
    return next((f"yanked: {reason}" for reason in reasons if isinstance(reason, str)), "yanked")
