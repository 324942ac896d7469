"""The pictures for previews: as large as they are cut, small to load, and the same each time."""

import io

import pytest
from PIL import Image

from backend_atlas.exports.social import SIZE, Picture, social
from backend_atlas.model import Catalogue


@pytest.fixture(scope="module")
def pictures(sample: Catalogue) -> dict[str, Picture]:
    return social(sample)


def test_there_is_one_of_the_site_and_one_a_technology(pictures: dict[str, Picture], sample: Catalogue) -> None:
    assert set(pictures) == {"", *(f"technologies/{id}/" for id in sample.technologies)}
    assert len({picture.png for picture in pictures.values()}) == len(pictures)
    for picture in pictures.values():
        assert Image.open(io.BytesIO(picture.png)).size == SIZE
        assert 3_000 < len(picture.png) < 60_000


def test_a_picture_is_drawn_the_same_each_time(pictures: dict[str, Picture], sample: Catalogue) -> None:
    assert social(sample) == pictures


def test_a_long_name_stays_inside(sample: Catalogue) -> None:
    name = "A name that is as long as the model allows for any of them"
    alder = sample.technologies["alder"].model_copy(update={"name": name})
    found = social(Catalogue(sample.groups, {"alder": alder}))["technologies/alder/"]
    image = Image.open(io.BytesIO(found.png)).convert("L")
    beside = image.crop((SIZE[0] - 70, 200, SIZE[0], 600))
    assert beside.getextrema() == (beside.getpixel((0, 0)),) * 2
