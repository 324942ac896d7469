"""Packages and bytes, in new environments: the technology alone, and everything that its sample needs."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from uv import find_uv_bin

from backend_atlas.digest import digest
from backend_atlas.model.lab.manifest import Installer
from backend_atlas.model.lab.measurements import FootprintRow, Weight
from harness.environment import release
from harness.installing import CACHE, Installation, node_modules, python_packages
from harness.runtimes import finish, npm

MADE_BY_TOOLS = ("__pycache__", "_virtualenv", ".package-lock.json", ".bin")
"""Parts of paths that no package brought."""


def measure(installation: Installation) -> FootprintRow:
    """One technology. Raises `NotInstalled` where something cannot be had."""
    manifest = installation.sample.manifest
    pip = manifest.installer is Installer.PIP
    alone, whole = (_pip_alone, _pip_sample) if pip else (_npm_alone, _npm_sample)
    return FootprintRow(
        technology=manifest.id,
        name=manifest.name,
        release=release(installation),
        alone=_weighed(alone, installation),
        sample=_weighed(whole, installation),
        digest=digest(installation.sample.folder),
    )


def bytes_in(folder: Path) -> int:
    """Bytes of the files below `folder` that packages brought."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    own = (path for path in paths if not any(part.startswith(MADE_BY_TOOLS) for part in path.relative_to(folder).parts))
    return sum(path.stat().st_size for path in own)


def _weighed(make: Callable[[Installation, Path], Weight], installation: Installation) -> Weight:
    folder = Path(tempfile.mkdtemp(prefix="footprint-", dir=CACHE))
    try:
        return make(installation, folder)
    finally:
        shutil.rmtree(folder)


def _pip_alone(installation: Installation, folder: Path) -> Weight:
    package = installation.sample.manifest.release_of
    if package is None:
        return Weight(packages=0, bytes=0)
    same = folder / "same.txt"
    same.write_text("".join(f"{found.name}=={found.version}\n" for found in installation.packages()), encoding="utf-8")
    return _pip(installation, folder, [package.name, "--constraint", str(same)])


def _pip_sample(installation: Installation, folder: Path) -> Weight:
    sample = installation.sample
    return _pip(installation, folder, ["--require-hashes", "--requirement", str(sample.folder / sample.manifest.lock)])


def _pip(installation: Installation, folder: Path, wanted: list[str]) -> Weight:
    environment, settings = folder / "environment", {"UV_CACHE_DIR": str(CACHE / "uv")}
    failure = f"the packages of {installation.sample.id} could not be installed"
    finish(
        [find_uv_bin(), "venv", "--quiet", "--python", str(installation.runtime), str(environment)], settings, failure
    )
    command = [find_uv_bin(), "pip", "install", "--quiet", "--no-build", "--python", str(environment), *wanted]
    finish(command, settings, failure)
    site = next(environment.glob("lib/python*/site-packages"))
    return Weight(packages=len(python_packages(environment)), bytes=bytes_in(site))


def _npm_alone(installation: Installation, folder: Path) -> Weight:
    package = installation.sample.manifest.release_of
    if package is None:
        return Weight(packages=0, bytes=0)
    return _npm(installation, folder, ["install", "--no-save", f"{package.name}@{release(installation)}"])


def _npm_sample(installation: Installation, folder: Path) -> Weight:
    lock = installation.sample.folder / installation.sample.manifest.lock
    for file in (lock, lock.with_name("package.json")):
        shutil.copy(file, folder)
    return _npm(installation, folder, ["ci", "--omit=dev"])


def _npm(installation: Installation, folder: Path, command: list[str]) -> Weight:
    failure = f"the packages of {installation.sample.id} could not be installed"
    npm(installation.runtime, [*command, "--prefix", str(folder)], CACHE, failure)
    modules = folder / "node_modules"
    return Weight(packages=len(node_modules(modules)), bytes=bytes_in(modules))
