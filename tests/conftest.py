"""Fixtures that many tests share, and the switch that rewrites golden files."""

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
    """The real site, built strictly."""
    out = tmp_path_factory.mktemp("site")
    done = build(ROOT, out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out
