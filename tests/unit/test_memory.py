"""What is remembered between two builds: never more than is still true."""

from datetime import date
from pathlib import Path

import pytest

from backend_atlas.guide.checks import check
from backend_atlas.guide.deciding import Engine
from backend_atlas.load import load, load_answers
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.model.excerpt import Excerpts
from backend_atlas.publishing import Publication, publish
from project import SAMPLE, TODAY


def test_what_stayed_is_not_made_again_and_what_changed_is() -> None:
    memory, list_of_one = Memory(), ["a"]
    made = memory("place", ("a", 1, list_of_one), object)
    assert memory("place", ("a", 1, list_of_one), object) is made
    assert memory("other place", ("a", 1, list_of_one), object) is not made
    for inputs in (("b", 1, list_of_one), ("a", True, list_of_one), ("a", 1, ["a"]), ("a", 1)):
        again = memory("place", ("a", 1, list_of_one), object)
        assert memory("place", inputs, object) is not again


def test_an_error_is_not_remembered() -> None:
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory("place", (), lambda: 1 // 0)
    assert memory("place", (), lambda: 1) == 1


def test_an_excerpt_lacks_what_it_does_not_show(sample: Catalogue) -> None:
    excerpts = Excerpts(sample, Memory())
    other = excerpts.about("alder").technologies["birch"]
    assert other.facts.kind.value is sample.technologies["birch"].facts.kind.value
    for lacking in (lambda: other.aliases, lambda: other.features, lambda: other.facts.kind.note):
        with pytest.raises(AttributeError):
            lacking()
    group = sample.groups[0]
    assert list(excerpts.within(group).technologies["birch"].features) == [feature.id for feature in group.features]


@pytest.mark.parametrize(
    ("old", "new", "stays"),
    [
        ("    note: The mapper", "    note: Mind this. The mapper", True),
        ("support: built-in", "support: unknown", False),
    ],
)
def test_the_engine_stays_as_long_as_what_decides_does(old: str, new: str, stays: bool, broken: Path) -> None:
    def engine() -> Engine:
        catalogue = load_answers(broken)
        guide = load(SAMPLE, TODAY).guide
        assert guide
        return Engine.of(catalogue, guide, TODAY, memory)

    memory, file = Memory(), broken / "technologies/birch.yml"
    before = engine()
    file.write_text(file.read_text().replace(old, new, 1))
    assert (engine().basis is before.basis) == stays
    assert (engine() is before) == stays


def published(data: Path, memory: Memory, today: date = TODAY) -> Publication:
    catalogue = load(data, today, "data", also=check, memory=memory)
    return publish(catalogue, today, "https://atlas.example/", memory=memory)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("technologies/birch.yml", "name: Birch", "name: Beech"),
        ("technologies/birch.yml", "  note: ", "  note: Mind this. "),
        ("technologies/birch.yml", "    note: The mapper", "    partial: true\n    note: The mapper"),
        ("features.yml", "    why: ", "    why: Mind this. "),
        ("changes/2026-11.yml", "    title: ", "    title: Mind this, "),
        ("guide/values.yml", "samples: ", "samples: 1"),
    ],
)
def test_what_is_published_with_a_memory_is_what_is_published_without(
    file: str, old: str, new: str, broken: Path
) -> None:
    memory = Memory()
    before = published(broken, memory)
    text = (broken / file).read_text()
    assert old in text, file
    (broken / file).write_text(text.replace(old, new, 1))
    after = published(broken, memory)
    assert after == published(broken, Memory())
    assert after != before
    assert {page.address for page in after.pages if page not in before.pages} < {page.address for page in after.pages}
