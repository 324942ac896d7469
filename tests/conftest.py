"""Fixtures that many tests share, and the switch that rewrites golden files."""

import os
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path
from shutil import copytree

import pytest

from backend_atlas.load import load
from backend_atlas.model import Catalogue
from project import LAB, ROOT, SAMPLE, TODAY, build, pack


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, for review")


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    """A small catalogue that no edit of the real data changes."""
    return load(SAMPLE, TODAY, "sample")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the small data and of the lab beside it, to be broken."""
    copytree(LAB, tmp_path / "samples")
    return Path(copytree(SAMPLE, tmp_path / "data"))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """What `make` puts at a path, made by the first worker that needs it, for all."""
    own = factory.getbasetemp()
    found = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with found.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not found.exists():
            make(own / f"new-{name}")
            (own / f"new-{name}").rename(found)
    return found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly."""

    def make(folder: Path) -> None:
        done = build(ROOT, folder)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "site", make)


@pytest.fixture(scope="session")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy of the real site."""

    def make(file: Path) -> None:
        done = pack(site, file)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "offline.zip", make)
