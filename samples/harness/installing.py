"""Installs what a sample's lock pins, once for each lock, into the cache. Nothing else is installed there."""

import json
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from uv import find_uv_bin

from backend_atlas.model.lab.evidence import Installed
from backend_atlas.model.lab.manifest import Installer
from harness import runtimes
from harness.faults import NotInstalled
from harness.once import once
from harness.runtimes import finish, npm
from harness.samples import SAMPLES, Sample

CACHE = SAMPLES.parent / ".cache/lab"
"""Where everything is installed and run. Git ignores it; it can be removed at any time."""

SYSTEM = ("/usr/local/bin", "/usr/bin", "/bin")
"""Programs of the system, behind those of the sample."""


@dataclass(frozen=True)
class Installation:
    """A sample's runtime and packages. Copies of the sample run in `folder`, beside its packages."""

    sample: Sample
    folder: Path
    runtime: Path

    @property
    def path(self) -> tuple[str, ...]:
        """Where programs are looked up: the sample's packages, its runtime, the system."""
        pip = self.sample.manifest.installer is Installer.PIP
        own = self.folder / ("environment/bin" if pip else "node_modules/.bin")
        return (str(own), str(self.runtime.parent), *SYSTEM)

    def packages(self) -> tuple[Installed, ...]:
        """Everything that the lock brought, by name."""
        pip = self.sample.manifest.installer is Installer.PIP
        found = python_packages(self.folder / "environment") if pip else node_modules(self.folder / "node_modules")
        return tuple(sorted(found, key=lambda package: (package.name, package.version)))


def install(sample: Sample, cache: Path = CACHE) -> Installation:
    """The runtime and packages of a sample. Raises NotInstalled."""
    manifest, folder = sample.manifest, cache / sample.id
    runtime = runtimes.find(manifest.runtime, cache)
    lock = sample.folder / manifest.lock
    if not lock.exists():
        raise NotInstalled(f"samples/{sample.id}/{manifest.lock} is missing: it pins what is installed")
    key = sha256(
        f"{manifest.installer} {runtime} {manifest.runtime.version}\n".encode() + lock.read_bytes()
    ).hexdigest()
    found = Installation(sample, folder, runtime)
    make = with_uv if manifest.installer is Installer.PIP else with_npm
    once(folder, key, lambda: make(found, lock, cache))
    return found


def with_uv(to: Installation, lock: Path, cache: Path) -> None:
    """A virtual environment with exactly what the lock pins, from wheels."""
    environment, settings = str(to.folder / "environment"), {"UV_CACHE_DIR": str(cache / "uv")}
    failure = f"the packages of {to.sample.id} could not be installed"
    finish([find_uv_bin(), "venv", "--quiet", "--python", str(to.runtime), environment], settings, failure)
    command = [find_uv_bin(), "pip", "install", "--quiet", "--python", environment, "--require-hashes", "--no-deps"]
    finish([*command, "--no-build", "--requirement", str(lock)], settings, failure)


def with_npm(to: Installation, lock: Path, cache: Path) -> None:
    """The folder `node_modules` that the lock describes. Node.js finds it from the copies below its own folder."""
    for file in (lock, lock.with_name("package.json")):
        shutil.copy(file, to.folder)
    command = ["ci", "--prefix", str(to.folder)]
    npm(to.runtime, command, cache, f"the packages of {to.sample.id} could not be installed")


def python_packages(environment: Path) -> list[Installed]:
    """The packages of a virtual environment."""
    command = [find_uv_bin(), "pip", "list", "--python", str(environment), "--format", "json"]
    listed = json.loads(finish(command, {}, f"the packages in {environment} could not be listed"))
    return [Installed(name=package["name"], version=package["version"]) for package in listed]


def node_modules(folder: Path) -> list[Installed]:
    """The packages that npm put into a folder `node_modules`."""
    listed = folder / ".package-lock.json"
    entries = json.loads(listed.read_text(encoding="utf-8"))["packages"] if listed.exists() else {}
    return [
        Installed(name=place.rpartition("node_modules/")[2], version=entry["version"])
        for place, entry in entries.items()
    ]
