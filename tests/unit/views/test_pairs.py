"""Which pairs have a page, and where the others are compared."""

from collections import Counter
from typing import Any

import pytest

from backend_atlas.load import load
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.problems import DataError
from backend_atlas.publishing import publish
from backend_atlas.views.pairs import comparison, has_page, nearest, pairs, with_pairs
from backend_atlas.views.related import alternatives
from bench.catalogues import generated
from project import DATA_DAY, ROOT, TODAY


def test_up_to_the_limit_every_pair_has_a_page(sample: Catalogue) -> None:
    every = [("alder", "birch"), ("alder", "cedar"), ("birch", "cedar")]
    for most in (None, 3, 4):
        assert pairs(with_pairs(sample, most, Memory())) == every
    assert comparison(sample, "cedar", "alder") == "compare/alder-vs-cedar/"


@pytest.fixture(scope="module")
def many() -> Catalogue:
    return with_pairs(generated(load(ROOT / "data", DATA_DAY), 60), 300, Memory())


def test_beyond_the_limit_each_has_pages_with_its_nearest(many: Catalogue) -> None:
    found = pairs(many)
    assert len(found) == len(set(found)) == 300
    assert found == sorted(found)
    assert all(one < other for one, other in found)
    counted = Counter(id for pair in found for id in pair)
    assert counted.keys() == many.technologies.keys()
    for item in many.technologies.values():
        assert has_page(many, item.id, nearest(many, item)[0].id)


def test_others_are_put_together_by_script(many: Catalogue) -> None:
    ids = sorted(many.technologies)
    one, other = next((a, b) for a in ids for b in ids if a < b and not has_page(many, a, b))
    assert comparison(many, other, one) == f"compare/#ids={one},{other}"
    listed = alternatives(many, many.technologies[one])
    assert many.technologies[other].name not in {item.name for item in listed}
    assert {item.address for item in listed} == {f"compare/{a}-vs-{b}/" for a, b in pairs(many) if one in (a, b)}


def test_what_is_published_leads_to_no_page_that_is_not_there(sample: Catalogue) -> None:
    found = publish(sample, TODAY, most_pairs=1)
    made = {page.address for page in found.pages if "-vs-" in page.address}
    assert len(made) == 1
    assert {target for page in found.pages for target in page.links if "-vs-" in target} == made
    assert len([address for address in found.beside if "-vs-" in address]) == 1
    assert '"paired":false' in found.not_found


@pytest.mark.parametrize("most", [-1, "many", True, 2.5])
def test_a_limit_that_is_no_number_of_pages_is_refused(most: Any, sample: Catalogue) -> None:
    with pytest.raises(DataError, match=r"extra\.pair_pages: .* is no number of pages"):
        with_pairs(sample, most, Memory())
