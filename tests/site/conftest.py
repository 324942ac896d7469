"""Copies of the project, to be changed and built."""

from pathlib import Path

import pytest

from project import LAB, ROOT, SAMPLE, copied


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with the small data. It builds fast, but not strictly: pages link to groups that it does not have."""
    return copied(tmp_path, SAMPLE, LAB)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The project as it is."""
    return copied(tmp_path, ROOT / "data", ROOT / "samples")
