"""Copies of the project, to be changed and built."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from project import LAB, ROOT, SAMPLE


def copied(folder: Path, data: Path, samples: Path) -> Path:
    """The files that a build reads, in a new folder below `folder`, with these data and samples."""
    copy = folder / "project"
    copy.mkdir()
    for name, source in (("hooks", ROOT / "hooks"), ("docs", ROOT / "docs"), ("data", data), ("samples", samples)):
        copytree(source, copy / name, ignore=ignore_patterns("__pycache__", "*.egg-info", "node_modules"))
    (copy / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return copy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with the small data. It builds fast, but not strictly: pages link to groups that it does not have."""
    return copied(tmp_path, SAMPLE, LAB)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The project as it is."""
    return copied(tmp_path, ROOT / "data", ROOT / "samples")
