"""Catalogues for measuring: the pages that are measured can be made of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend_atlas.load import load
from backend_atlas.model import Catalogue
from bench.catalogues import generated
from bench.site import built, built_matrix
from project import DATA_DAY, ROOT


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return load(ROOT / "data", DATA_DAY)


@pytest.fixture(scope="module")
def made(real: Catalogue) -> Catalogue:
    return generated(real, 40)


def test_a_seed_gives_the_same_catalogue_again(real: Catalogue, made: Catalogue) -> None:
    assert len(made.technologies) == 40
    assert made == generated(real, 40)
    assert made != generated(real, 40, seed=1)


def test_every_process_makes_the_same_of_a_seed() -> None:
    """Sets of texts have another order in each."""
    program = """
from backend_atlas.load import load
from bench.catalogues import generated
from project import DATA_DAY, ROOT
print(generated(load(ROOT / "data", DATA_DAY), 3).technologies.values())
"""
    paths = os.pathsep.join(path for path in sys.path if path)
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": paths, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0]
    assert told[0] == told[1]


def test_no_technology_leans_on_one_that_is_not_there(made: Catalogue) -> None:
    assert not {item.runs_on for item in made.technologies.values()} - {None, *made.technologies}


def test_the_matrix_can_be_built_of_it(made: Catalogue, tmp_path: Path) -> None:
    text = built_matrix(made, tmp_path).read_text()
    assert [item.name for item in made.technologies.values() if item.name not in text] == []


def test_the_guide_can_be_built_of_it(made: Catalogue, tmp_path: Path) -> None:
    found = built(made, DATA_DAY, tmp_path)
    assert {option.id for option in found.basis.options} == set(made.technologies)
    assert found.path.is_file()


def test_packages_are_of_one_registry_and_some_are_shared_in_it(real: Catalogue, made: Catalogue) -> None:
    """As in the real data. Names that nobody shares would compress worse than real ones."""
    names: list[set[str]] = []
    for technology in made.technologies.values():
        packages = [package for cell in technology.features.values() for package in cell.packages]
        assert len({package.registry for package in packages}) == 1
        names.append({package.name for package in packages})
        assert len(names[-1]) < len(packages)
    others = {
        package.name
        for technology in real.technologies.values()
        for cell in technology.features.values()
        for package in cell.packages
    }
    known = [len(own & others.union(*names[:place])) for place, own in enumerate(names)]
    assert 0.2 < sum(known) / sum(map(len, names)) < 0.8
