"""Installs what a sample's lock pins, once for each lock, into the cache. Nothing else is installed there."""

import json
import re
import shutil
from dataclasses import dataclass, replace
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

PINNED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
"""The name of a package in a compiled list of requirements."""

SYSTEM = ("/usr/local/bin", "/usr/bin", "/bin")
"""Programs of the system, behind those of the sample."""


@dataclass(frozen=True)
class Installation:
    """A sample's runtime and packages. Copies of the sample run in `folder`, beside its packages."""

    sample: Sample
    source: Path
    folder: Path
    runtime: Path

    lock: Path

    @property
    def by_pip(self) -> bool:
        """True for packages of Python, False for those of npm."""
        return self.sample.manifest.installer is Installer.PIP

    @property
    def path(self) -> tuple[str, ...]:
        """Where programs are looked up: the sample's packages, its runtime, the system."""
        own = self.folder / ("environment/bin" if self.by_pip else "node_modules/.bin")
        return (str(own), str(self.runtime.parent), *SYSTEM)

    def packages(self) -> tuple[Installed, ...]:
        """What the lock brought for the application to run, by name. Raises NotInstalled where it cannot be told."""
        if not self.by_pip:
            return by_name(node_modules(self.folder / "node_modules"))
        pinned = set(PINNED.findall(self.lock.read_text(encoding="utf-8")))
        return tuple(package for package in self.everything() if package.name in pinned)

    def everything(self) -> tuple[Installed, ...]:
        """The same, with what the tests and the linter need."""
        if self.by_pip:
            return by_name(python_packages(self.folder / "environment"))
        return by_name(node_modules(self.folder / "node_modules", development=True))


def install(sample: Sample, cache: Path = CACHE) -> Installation:
    """The runtime and packages of a sample, with those of its tests. Raises NotInstalled."""
    locks = (sample.manifest.lock, sample.manifest.development)
    return installed(sample, sample.folder, [lock for lock in locks if lock], cache / sample.id, cache)


def install_bare(sample: Sample, cache: Path = CACHE) -> Installation:
    """The runtime of a sample and the packages of its quick start: its own lock, or else that of the sample."""
    source, lock = sample.folder / sample.manifest.bare.folder, sample.manifest.lock
    own = (source / lock).exists()
    found = installed(sample, source if own else sample.folder, [lock], cache / f"{sample.id}-bare", cache)
    return replace(found, source=source)


def installed(sample: Sample, source: Path, locks: list[str], folder: Path, cache: Path) -> Installation:
    """Installs what `locks` pin into `folder`, unless that was done before. Raises NotInstalled."""
    manifest = sample.manifest
    runtime = runtimes.find(manifest.runtime, cache)
    paths = [source / lock for lock in locks]
    for path in paths:
        if not path.exists():
            raise NotInstalled(f"{sample.id}: {path.name} is missing, which pins what is installed")
    pinned = b"".join(path.read_bytes() for path in paths)
    key = sha256(f"{manifest.installer} {runtime} {manifest.runtime.version}\n".encode() + pinned).hexdigest()
    found = Installation(sample, source, folder, runtime, paths[0])
    make = with_uv if found.by_pip else with_npm
    once(folder, key, lambda: make(found, paths, cache))
    return found


def with_uv(to: Installation, locks: list[Path], cache: Path) -> None:
    """A virtual environment with exactly what the locks pin, from wheels."""
    environment, settings = str(to.folder / "environment"), {"UV_CACHE_DIR": str(cache / "uv")}
    failure = f"the packages of {to.sample.id} could not be installed"
    finish([find_uv_bin(), "venv", "--quiet", "--python", str(to.runtime), environment], settings, failure)
    command = [find_uv_bin(), "pip", "install", "--quiet", "--python", environment, "--require-hashes", "--no-deps"]
    for lock in locks:
        finish([*command, "--no-build", "--requirement", str(lock)], settings, failure)


def with_npm(to: Installation, locks: list[Path], cache: Path) -> None:
    """The folder `node_modules` that the lock describes. Node.js finds it from the copies below its own folder."""
    for file in (*locks, locks[0].with_name("package.json")):
        shutil.copy(file, to.folder)
    command = ["ci", "--prefix", str(to.folder)]
    npm(to.runtime, command, cache, f"the packages of {to.sample.id} could not be installed")


def by_name(packages: list[Installed]) -> tuple[Installed, ...]:
    """Packages in the order of their names."""
    return tuple(sorted(packages, key=lambda package: (package.name, package.version)))


def python_packages(environment: Path) -> list[Installed]:
    """The packages of a virtual environment, by their normalised names."""
    command = [find_uv_bin(), "pip", "list", "--python", str(environment), "--format", "json"]
    listed = json.loads(finish(command, {}, f"the packages in {environment} could not be listed"))
    return [
        Installed(name=re.sub(r"[-_.]+", "-", package["name"]).lower(), version=package["version"])
        for package in listed
    ]


def node_modules(folder: Path, *, development: bool = False) -> list[Installed]:
    """The packages that npm put into a folder `node_modules`, with those for tests and linters or without."""
    listed = folder / ".package-lock.json"
    entries = json.loads(listed.read_text(encoding="utf-8"))["packages"] if listed.exists() else {}
    return [
        Installed(name=place.rpartition("node_modules/")[2], version=entry["version"])
        for place, entry in entries.items()
        if development or not entry.get("dev")
    ]
