"""Toys: samples without any package, which misbehave as a test wants it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from harness import samples
from harness.installing import install
from harness.processes import left
from harness.servers import Running
from project import ROOT

TOY = ROOT / "tests/lab/toy"
SERVE = 'serve: [python, server.py, "{port}"]\n    processes'


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where toys are installed and run."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def toys(tmp_path: Path) -> Callable[..., Path]:
    """Puts a toy with faults into a folder of samples, and returns that folder."""

    def make(name: str = "toy", *faults: str, **replaced: str) -> Path:
        folder = Path(copytree(TOY, tmp_path / "samples" / name))
        manifest = (folder / "sample.yml").read_text()
        changes = {"id: toy": f"id: {name}", SERVE: SERVE.replace("]", "".join(f", {fault}" for fault in faults) + "]")}
        for old, new in (changes | replaced).items():
            assert old in manifest
            manifest = manifest.replace(old, new)
        (folder / "sample.yml").write_text(manifest)
        return folder.parent

    return make


@pytest.fixture
def toy(toys: Callable[..., Path], cache: Path) -> Iterator[Callable[..., Running]]:
    """Makes a copy of a toy with faults, neither prepared nor started. Nothing of it may be left at the end."""
    made: list[Running] = []

    def make(*faults: str, **replaced: str) -> Running:
        sample = samples.sample("toy", toys("toy", *faults, **replaced))
        running = Running(install(sample, cache), sample.variant())
        made.append(running)
        return running

    yield make
    for running in made:
        running.close()
        assert not list(left(running.folder))
        assert not running.folder.exists()
