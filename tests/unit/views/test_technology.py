"""What the page of a technology shows."""

from datetime import date

import pytest

from backend_atlas.model import Catalogue, Cell, Support, Technology
from backend_atlas.model.structure import structure
from backend_atlas.model.technical_facts import EcosystemsFact
from backend_atlas.views.facts import fact_rows, megabytes, support_end
from backend_atlas.views.freshness import freshness
from backend_atlas.views.technology import technology_view
from project import TODAY


def test_the_overview_answers_the_first_questions(sample: Catalogue) -> None:
    view = technology_view(sample, sample.technologies["alder"], TODAY)
    assert [(item.label, item.value, item.detail) for item in view.glance][:5] == [
        ("Newest release", "1.2.3", "released 20 October 2026"),
        ("Supported", "until 31 December 2027", ""),
        ("Facts read", "2 November 2026", "for 1.2.3, from 36 sources, 20 days before this page was built"),
        ("Licence", "BSD-3-Clause", ""),
        ("Runs on", "Python 3.11 or newer", "Python"),
    ]


def test_a_line_without_an_end_says_so(sample: Catalogue) -> None:
    assert support_end(sample.technologies["birch"]) == "no end date published"
    other = sample.technologies["birch"].model_copy(update={"release": "9.0"})
    assert support_end(other) == "no end date published"


def test_a_release_belongs_to_its_own_line_only(sample: Catalogue) -> None:
    technology = sample.technologies["alder"].model_copy(update={"release": "1.20.1"})
    assert support_end(technology) == "no end date published"


def test_structure_is_derived(sample: Catalogue) -> None:
    found = {name: structure(technology).value for name, technology in sample.technologies.items()}
    assert found == {"alder": "modular", "birch": "minimal", "cedar": "minimal"}


def with_levels(technology: Technology, **levels: Support) -> Technology:
    """The technology, where features that are named have another level, or a cell at all."""
    cells = {
        name: Cell.model_construct(support=level, sources=technology.features["routing"].sources)
        for name, level in levels.items()
    }
    return technology.model_copy(update={"features": technology.features | cells})


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({"generator": Support.BUILT_IN, "di": Support.OFFICIAL}, "minimal"),
        ({"generator": Support.BUILT_IN, "di": Support.BUILT_IN}, "modular"),
        ({"generator": Support.OFFICIAL, "orm": Support.OFFICIAL, "migrations": Support.COMMUNITY}, "minimal"),
        ({"generator": Support.OFFICIAL, "orm": Support.OFFICIAL, "migrations": Support.OFFICIAL}, "modular"),
        ({"generator": Support.COMMUNITY, "orm": Support.BUILT_IN}, "modular"),
    ],
)
def test_a_frame_is_more_than_minimal(sample: Catalogue, levels: dict[str, Support], expected: str) -> None:
    none = dict.fromkeys(("templates", "accounts", "generator", "di", "orm", "migrations"), Support.DO_IT_YOURSELF)
    assert structure(with_levels(sample.technologies["birch"], **none | levels)).value == expected


def test_no_ecosystem_is_an_answer(sample: Catalogue) -> None:
    technology = sample.technologies["birch"]
    none = EcosystemsFact.model_validate({"value": (), "sources": technology.facts.ecosystems.sources})
    facts = technology.facts.model_copy(update={"ecosystems": none})
    (row,) = (row for row in fact_rows(technology.model_copy(update={"facts": facts})) if row.key == "ecosystems")
    assert (row.values, row.known) == (("None of those that are compared",), True)


def test_facts_are_rows_of_words(sample: Catalogue) -> None:
    rows = {row.key: row for row in fact_rows(sample.technologies["cedar"])}
    assert rows["structure"].note.startswith("Derived.")
    assert rows["default-packages"].values == ("0 packages", "149.7 MB installed", "runtime included")
    assert rows["support"].values == ("1.2: until 30 June 2028", "1.1 LTS: ended 1 September 2026")
    assert rows["maintainers"].values == ("2 to 4 people", "3 counted over 120 commits, 2025-11-01 to 2026-10-31")
    assert rows["hiring-pool"].values == ("Not known yet",)
    assert not rows["hiring-pool"].known
    assert rows["adoption"].values == ("Used by 12 tests of Cedar.js. (2026-11)",)
    assert rows["hosting"].sources[0].where == "Cedar-hosting"


def test_the_age_is_that_of_the_sources(sample: Catalogue) -> None:
    age = freshness([sample.technologies["alder"]])
    assert (age.oldest, age.newest) == (date(2026, 11, 2), date(2026, 11, 2))
    assert age.sources == 36


def test_facts_read_on_several_days_show_the_first_and_the_last(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    source = alder.summary.sources[0].model_copy(update={"checked": date(2026, 9, 1)})
    earlier = alder.model_copy(update={"summary": alder.summary.model_copy(update={"sources": (source,)})})
    read = technology_view(sample, earlier, TODAY).glance[2]
    assert read.value == "1 September 2026 to 2 November 2026"


def test_levels_are_counted_and_not_scored(sample: Catalogue) -> None:
    view = technology_view(sample, sample.technologies["cedar"], TODAY)
    assert [(item.support.value, item.count) for item in view.levels] == [("community", 4), ("not-applicable", 1)]


def test_other_technologies_are_offered_for_comparison(sample: Catalogue) -> None:
    view = technology_view(sample, sample.technologies["birch"], TODAY)
    found = [(item.name, item.address) for item in view.alternatives]
    assert found == [("Alder", "compare/alder-vs-birch/"), ("Cedar.js", "compare/birch-vs-cedar/")]


def test_sizes_are_decimal_megabytes() -> None:
    assert megabytes(1_500_000) == "1.5 MB"
