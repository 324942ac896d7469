"""Builds of the same data give the same bytes: in other folders, time zones and locales, and with other Pythons."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from copies import ROOT
from copies.archive import digest
from copies.moment import moment
from harness.faults import NotInstalled
from harness.runtimes import python

INPUTS = ("copies", "data", "docs", "hooks", "samples", "LICENSE", "LICENSE-DATA", "mkdocs.yml", "pyproject.toml")
NOT_INPUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules", ".cache")
PYTHONS = ("3.11", "3.13")
"""The oldest that the project works with, and a newer one. The one that runs this is taken, too."""

SURROUNDINGS: tuple[dict[str, str], ...] = (
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    {"TZ": "America/St_Johns", "LC_ALL": "POSIX", "PYTHONHASHSEED": "42"},
)


@dataclass(frozen=True)
class Build:
    """One build: what was different, and what came out."""

    name: str
    site: Mapping[str, str]
    """Path to digest."""
    archive: str
    """The digest of the offline copy."""

    @property
    def digest(self) -> str:
        """One digest of the whole site: of its paths and theirs."""
        return sha256("".join(f"{self.site[path]}  {path}\n" for path in sorted(self.site)).encode()).hexdigest()


def verify(environments: Path) -> bool:
    """Builds with each Python that is found, at least twice, prints what came out, and says whether every byte agrees.

    The dependencies are installed below `environments`, and kept there for the next time.
    """
    pythons = [*_pythons(environments)]
    if len(pythons) == 1:
        pythons *= 2
    with TemporaryDirectory(prefix="atlas-") as folder:
        builds = [
            _build(python, Path(folder) / f"{at} büild", surroundings)
            for at, (python, surroundings) in enumerate(zip(pythons, SURROUNDINGS, strict=False))
        ]
    first, *others = builds
    different = [path for other in others for path in _different(first, other)]
    if different:
        print("Not the same:", *sorted(set(different))[:20], sep="\n  ")
        return False
    print(f"{len(builds)} builds, the same bytes.\n{first.digest}  the site\n{first.archive}  the offline copy")
    return True


def _different(one: Build, other: Build) -> Iterator[str]:
    yield from (path for path in one.site.keys() | other.site.keys() if one.site.get(path) != other.site.get(path))
    if one.archive != other.archive:
        yield "the offline copy"


def _build(python: str, project: Path, surroundings: dict[str, str]) -> Build:
    _copy(project)
    epoch = str(int(moment(ROOT / "data").timestamp()))
    settings = os.environ | {"SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"} | surroundings
    site, out = project / "site", project / "offline.zip"
    _run([python, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)], project, settings)
    _run([python, "-m", "copies", "offline", "--site", str(site), "--out", str(out)], project, settings)
    files = {path.relative_to(site).as_posix(): digest(path) for path in site.rglob("*") if path.is_file()}
    version = _run([python, "--version"]).strip()
    build = Build(f"{version}, {surroundings['TZ']}, {surroundings['LC_ALL']}", files, digest(out))
    print(build.name, f"{build.digest}  the site", f"{build.archive}  the offline copy", sep="\n  ", flush=True)
    return build


def _copy(project: Path) -> None:
    """Copies what a build reads, to a folder with a blank and letters that are not ASCII in its name."""
    project.mkdir()
    for source in (ROOT / name for name in INPUTS):
        if source.is_dir():
            shutil.copytree(source, project / source.name, ignore=NOT_INPUT)
        else:
            shutil.copy(source, project)


def _pythons(environments: Path) -> Iterator[str]:
    """The Python that runs this, then those of the other versions that are installed, each with what a build needs."""
    yield sys.executable
    for version in PYTHONS:
        if version != f"{sys.version_info.major}.{sys.version_info.minor}":
            try:
                yield _equipped(python(version), environments / f"python{version}")
            except NotInstalled as error:
                print(f"Not tried: {error}")


def _equipped(python: Path, folder: Path) -> str:
    """The same in an environment with the pinned dependencies."""
    inside = str(folder / "bin/python")
    ready = folder / "ready"
    wanted = (ROOT / "requirements/site.txt").read_bytes()
    if not ready.exists() or ready.read_bytes() != wanted:
        _run([str(python), "-m", "venv", "--clear", str(folder)])
        pinned = ("--quiet", "--no-deps", "--require-hashes", "--requirement", str(ROOT / "requirements/site.txt"))
        _run([inside, "-m", "pip", "install", *pinned])
        ready.write_bytes(wanted)
    return inside


def _run(command: list[str], cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} failed:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout
