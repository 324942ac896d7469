"""Two copies of the small data, one to be changed."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from project import LAB, SAMPLE

Edit = Callable[[str, str, str], None]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """As it was."""
    copytree(LAB, tmp_path / "base/samples")
    return Path(copytree(SAMPLE, tmp_path / "base/data"))


@pytest.fixture
def edit(broken: Path) -> Edit:
    """Replaces a text in a file of `broken`, which is the data of now."""

    def replace(file: str, old: str, new: str) -> None:
        text = (broken / file).read_text()
        assert old in text
        (broken / file).write_text(text.replace(old, new, 1))

    return replace
