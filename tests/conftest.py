"""Fixtures that many tests share, and the switch that rewrites golden files."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from backend_atlas.load import load
from backend_atlas.model import Catalogue

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sample"
TODAY = date(2026, 11, 22)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, for review")


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    """A small catalogue that no edit of the real data changes."""
    return load(SAMPLE, TODAY, "sample")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the small data, to be broken."""
    return Path(copytree(SAMPLE, tmp_path / "data"))
