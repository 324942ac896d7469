"""Fixtures that many tests share, and the switch that rewrites golden files."""

import os
from fcntl import LOCK_EX, flock
from pathlib import Path
from shutil import copytree

import pytest

from backend_atlas.load import load
from backend_atlas.model import Catalogue
from project import LAB, ROOT, SAMPLE, TODAY, build


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly. The first worker that needs it builds it for all."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (folder / "site.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (folder / "site").exists():
            done = build(ROOT, own / "site.new")
            assert done.returncode == 0, done.stdout + done.stderr
            (own / "site.new").rename(folder / "site")
    return folder / "site"
