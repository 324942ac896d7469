"""Where each registry is: from an option, the environment, or the configuration of its own tool."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

from backend_atlas.model.vocabulary import Registry

ADDRESS = re.compile(r"https?://[^\s,|)'\"<>]+")
TOOLS: dict[Registry, tuple[str, ...]] = {
    Registry.GO: ("go", "env", "GOPROXY"),
    Registry.NPM: ("npm", "config", "get", "registry"),
    Registry.NUGET: ("dotnet", "nuget", "list", "source", "--format", "short"),
    Registry.PACKAGIST: ("composer", "config", "--global", "--list"),
    Registry.PYPI: (sys.executable, "-m", "pip", "install", "--help"),
    Registry.RUBYGEMS: ("gem", "sources"),
}
"""What prints the address. The help of pip shows the index that its configuration chose."""
AFTER = {Registry.PYPI: "--index-url", Registry.PACKAGIST: "packagist"}
"""The address is the first one after this word."""
SECONDS = 60


class NoAddress(Exception):  # noqa: N818 - it is an answer, not an error
    """It cannot be said where a registry is. The text says why."""


def address(registry: Registry, given: Mapping[str, str], environment: Mapping[str, str] = os.environ) -> str:
    """Where a registry is, without a slash at the end. `given` are the options. Raises `NoAddress`."""
    chosen = given.get(registry.value) or environment.get(f"ATLAS_{registry.name}") or _configured(registry)
    return chosen.rstrip("/")


def _configured(registry: Registry) -> str:
    if registry is Registry.MAVEN:
        return _maven()
    command = TOOLS[registry]
    text = _output(command)
    begin = max(text.find(AFTER.get(registry, "")), 0)
    if found := ADDRESS.search(text, begin):
        return found[0]
    raise NoAddress(f"{command[0]} names no address")


def _output(command: tuple[str, ...]) -> str:
    settings = os.environ | {"COLUMNS": "999"}
    try:
        done = subprocess.run(  # noqa: S603 - the commands stand above
            command, capture_output=True, text=True, timeout=SECONDS, check=False, env=settings
        )
    except FileNotFoundError:
        raise NoAddress(f"{command[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise NoAddress(f"{command[0]} did not answer") from None
    return done.stdout


def _maven() -> str:
    """The central repository: the mirror of the settings, or what the super POM of the installed Maven says."""
    found = re.search(r"Maven home: (.+?)\s*$", _output(("mvn", "--batch-mode", "--version")), re.MULTILINE)
    if not found:
        raise NoAddress("mvn does not say where it is installed")
    home = Path(found[1])
    for settings in (Path.home() / ".m2/settings.xml", home / "conf/settings.xml"):
        if settings.is_file() and (mirror := _mirror(settings.read_text(encoding="utf-8"))):
            return mirror
    for jar in sorted((home / "lib").glob("maven-model-builder-*.jar")):
        with ZipFile(jar) as archive:
            for name in archive.namelist():
                if re.search(r"/pom-4\.[^/]*\.xml$", name):
                    return _central(archive.read(name).decode())
    raise NoAddress("the super POM of Maven was not found")


def _mirror(settings: str) -> str:
    for mirror in _elements(settings, "mirror"):
        parts = {_tag(part): (part.text or "").strip() for part in mirror}
        if set(parts.get("mirrorOf", "").split(",")) & {"*", "central", "external:*"} and "blocked" not in parts:
            return parts.get("url", "")
    return ""


def _central(pom: str) -> str:
    for repository in _elements(pom, "repository"):
        parts = {_tag(part): (part.text or "").strip() for part in repository}
        if parts.get("id") == "central":
            return parts["url"]
    raise NoAddress("the super POM of Maven names no central repository")


def _elements(text: str, name: str) -> Iterator[ET.Element]:
    root = ET.fromstring(text)  # noqa: S314 - files of the installed Maven
    return (element for element in root.iter() if _tag(element) == name)


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
