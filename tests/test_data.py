"""The real data: one test a file, and what the atlas promises about all of them."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from backend_atlas.clock import today
from backend_atlas.load import load
from backend_atlas.model import Catalogue, Support
from backend_atlas.model.vocabulary import Registry
from backend_atlas.model.walk import leaves
from project import ROOT

DATA = ROOT / "data"


@pytest.fixture(scope="module")
def atlas() -> Catalogue:
    return load(DATA, today())


@pytest.mark.parametrize("path", sorted((DATA / "technologies").glob("*.yml")), ids=lambda path: path.stem)
def test_a_technology_is_complete(path: Path, atlas: Catalogue) -> None:
    technology = atlas.technologies[path.stem]
    assert list(technology.features) == [feature.id for feature in atlas.features], "in the order of the vocabulary"
    assert atlas.guide
    assert atlas.agreement
    assert atlas.agreement.second_coding
    coded_twice = {cell.technology for cell in atlas.agreement.second_coding.cells}
    covered = {witness.id for witness in atlas.guide.witnesses if witness.covered}
    if path.stem in covered - coded_twice:
        return  # a new one: most of it may be unknown yet, as data/README.md allows
    unknown = [name for name, cell in technology.features.items() if cell.support is Support.UNKNOWN]
    assert len(unknown) <= 0.03 * len(technology.features), f"unknown: {unknown}"
    assert technology.often_said, "the claims people make about it are stated precisely"


def test_the_vocabulary_has_seventy_questions(atlas: Catalogue) -> None:
    assert [len(group.features) for group in atlas.groups] == [6, 6, 8, 8, 8, 9, 4, 7, 4, 10]


def test_no_source_is_a_page_of_a_registry(atlas: Catalogue) -> None:
    registries = {"npmjs", *(item.value for item in Registry if item not in (Registry.GO, Registry.MAVEN))}
    for technology in atlas.technologies.values():
        for location, url in leaves(technology):
            if location[-1] == "url":
                labels = urlsplit(str(url)).netloc.split(".")
                assert not registries & set(labels), f"{technology.id}, {location}: {url}"


def test_community_packages_had_a_release_within_two_years(atlas: Catalogue) -> None:
    for technology in atlas.technologies.values():
        for name, cell in technology.features.items():
            for package in cell.packages:
                two_years_before = date(package.checked.year - 2, package.checked.month, package.checked.day)
                assert package.released >= two_years_before, f"{technology.id}.{name}: {package.name}"


@pytest.mark.parametrize(
    ("technology", "words"),
    [
        ("nodejs", ["V8", "event-driven", "npm", "just in time", "`ws`"]),
        ("django", ["model-template-view", "migrations", "admin", "template", "CSRF"]),
        ("flask", ["micro", "template", "database", "blueprint"]),
    ],
)
def test_the_claims_that_are_often_made_are_stated_precisely(
    technology: str, words: list[str], atlas: Catalogue
) -> None:
    said = " ".join(claim.precise for claim in atlas.technologies[technology].often_said).casefold()
    assert [word for word in words if word.casefold() not in said] == []
