"""The engine on the small data, and on the real."""

import pytest

from backend_atlas.guide.answers import read
from backend_atlas.guide.basis import basis
from backend_atlas.guide.deciding import Engine, Result
from backend_atlas.guide.words import Words
from backend_atlas.load import load
from backend_atlas.model import Catalogue
from project import DATA_DAY, ROOT


class Guide:
    """Decides on text, and says so in words."""

    def __init__(self, catalogue: Catalogue) -> None:
        assert catalogue.guide
        self.catalogue = catalogue
        self.data = catalogue.guide
        self.engine = Engine(basis(catalogue, catalogue.guide, DATA_DAY))
        self.words = Words(self.engine)

    def decide(self, text: str) -> Result:
        reading = read(text, self.engine.basis)
        assert not reading.ignored, reading.ignored
        return self.engine.decide(reading.answers)


@pytest.fixture(scope="package")
def small(sample: Catalogue) -> Guide:
    return Guide(sample)


@pytest.fixture(scope="package")
def real() -> Guide:
    return Guide(load(ROOT / "data", DATA_DAY))
