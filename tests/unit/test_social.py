"""The pictures for previews: as large as they are cut, small to load, and the same each time."""

import io

import pytest
from PIL import Image

from backend_atlas import links
from backend_atlas.exports.social import SIZE, Pictures, images, social
from backend_atlas.model import Catalogue


@pytest.fixture(scope="module")
def pictures(sample: Catalogue) -> Pictures:
    return social(sample)


def test_there_is_one_of_the_site_and_one_a_technology(pictures: Pictures, sample: Catalogue) -> None:
    of_pages = images(sample)
    assert set(of_pages) == {"", *(f"technologies/{id}/" for id in sample.technologies)}
    assert set(pictures) == set(of_pages.values())
    assert len(set(pictures.values())) == len(pictures) == len(of_pages)
    for png in pictures.values():
        assert Image.open(io.BytesIO(png)).size == SIZE
        assert 3_000 < len(png) < 60_000


def test_a_picture_is_drawn_the_same_each_time(pictures: Pictures, sample: Catalogue) -> None:
    assert dict(social(sample)) == dict(pictures)


def test_a_long_name_stays_inside(sample: Catalogue) -> None:
    name = "A name that is as long as the model allows for any of them"
    alder = sample.technologies["alder"].model_copy(update={"name": name})
    found = social(Catalogue(sample.groups, {"alder": alder}))[links.picture("alder")]
    image = Image.open(io.BytesIO(found)).convert("L")
    beside = image.crop((SIZE[0] - 70, 200, SIZE[0], 600))
    assert beside.getextrema() == (beside.getpixel((0, 0)),) * 2
