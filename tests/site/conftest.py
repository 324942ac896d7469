"""A copy of the project, to be changed and built."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from project import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files that a build reads."""
    copy = tmp_path / "project"
    copy.mkdir()
    for name in ("hooks", "docs", "data", "samples"):
        copytree(ROOT / name, copy / name, ignore=ignore_patterns("__pycache__", "*.egg-info", "node_modules"))
    (copy / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return copy
