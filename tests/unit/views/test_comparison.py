"""What a comparison says in words."""

from dataclasses import replace

import pytest

from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.vocabulary import Concurrency
from backend_atlas.views.comparison import ComparisonView, FactPair, comparison_view, side
from backend_atlas.views.matrix import matrices
from backend_atlas.views.wording import WAYS, with_article


def compared(catalogue: Catalogue, one: str, other: str) -> ComparisonView:
    return sided(catalogue, catalogue.technologies[one], catalogue.technologies[other])


def sided(catalogue: Catalogue, one: Technology, other: Technology) -> ComparisonView:
    return comparison_view(catalogue, side(catalogue, one), side(catalogue, other))


def test_differences_are_sentences_about_rows(sample: Catalogue) -> None:
    view = compared(sample, "alder", "birch")
    assert [(item.text, [row.feature.id for row in item.rows]) for item in view.differences] == [
        ("Alder has built in what takes a package with Birch", ["orm"]),
        ("Alder has a package for what you write yourself with Birch", ["migrations"]),
        ("Not known yet for Birch", ["db-tests"]),
    ]


def test_every_row_that_differs_is_in_exactly_one_sentence(sample: Catalogue) -> None:
    for one, other in (("alder", "birch"), ("alder", "cedar"), ("birch", "cedar"), ("cedar", "alder")):
        view = compared(sample, one, other)
        told = [row.feature.id for item in view.differences for row in item.rows]
        differing = [row.feature.id for table in view.groups for row in table.rows if not row.same]
        assert sorted(told) == sorted(differing)
        assert view.different == len(differing)
        assert view.total == 5


def test_facts_that_differ_are_told(sample: Catalogue) -> None:
    assert compared(sample, "alder", "cedar").sentences == (
        "Alder is a full-stack framework, Cedar.js a runtime.",
        "Alder gives a frame that you fill; Cedar.js leaves the layout and the data layer to you.",
        "Alder runs on Python; Cedar.js runs on Node.js.",
        "In its documented default deployment Alder serves requests with a process or thread per request, "
        "Cedar.js with an event loop.",
        "The licence of Alder is BSD-3-Clause, that of Cedar.js MIT.",
        "Support of Alder 1.2: until 31 December 2027; of Cedar.js 1.2: until 30 June 2028.",
    )


def test_a_technology_does_not_differ_from_itself(sample: Catalogue) -> None:
    view = compared(sample, "alder", "alder")
    assert (view.sentences, view.differences, view.mismatch, view.different) == ((), (), None, 0)


def test_a_runtime_beside_a_framework_is_announced_with_what_to_compare_instead(sample: Catalogue) -> None:
    mismatch = compared(sample, "alder", "cedar").mismatch
    assert mismatch is not None
    assert mismatch.text == "Alder is a full-stack framework, Cedar.js is a runtime."
    assert mismatch.advice.startswith("A framework that runs on Cedar.js is the closer comparison with Alder.")
    assert mismatch.instead == ()


def test_frameworks_on_the_runtime_are_offered_instead(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    platform = alder.facts.platform.model_copy(update={"value": sample.technologies["cedar"].facts.platform.value})
    on_cedar = alder.model_copy(
        update={"id": "aspen", "name": "Aspen", "facts": alder.facts.model_copy(update={"platform": platform})}
    )
    more = Catalogue(sample.groups, {**sample.technologies, "aspen": on_cedar})
    mismatch = compared(more, "birch", "cedar").mismatch
    assert mismatch is not None
    assert [(column.name, column.address) for column in mismatch.instead] == [
        ("Birch and Aspen", "compare/aspen-vs-birch/")
    ]
    hosted = compared(more, "aspen", "cedar").mismatch
    assert hosted is not None
    assert hosted.advice == "Cedar.js is what runs Aspen: the rows below show what a framework adds to it."
    assert hosted.instead == ()


def test_two_kinds_of_frameworks_are_announced_mildly(sample: Catalogue) -> None:
    mismatch = compared(sample, "alder", "birch").mismatch
    assert mismatch is not None
    assert "leaves to packages what another decides" in mismatch.advice


def test_an_unknown_cell_counts_as_different(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    rows = {row.feature.id: row for table in matrices(sample, (birch, birch)) for row in table.rows}
    assert not rows["db-tests"].same
    assert rows["orm"].same


def test_facts_are_the_same_in_any_order_and_an_unknown_one_counts_as_different(sample: Catalogue) -> None:
    facts = {fact.key: fact for fact in compared(sample, "alder", "birch").facts}
    assert not facts["hiring-pool"].same
    assert facts["platform"].same
    assert not facts["licence"].same
    sides = facts["support"].sides
    assert FactPair("x", "X", (sides[0], replace(sides[0], values=sides[0].values[::-1]))).same
    assert not FactPair("x", "X", (sides[0], replace(sides[0], known=False))).same


def test_the_size_of_an_install_is_compared_between_frameworks_only(sample: Catalogue) -> None:
    assert "A fresh install brings 4 packages for Alder, 2 for Birch." in compared(sample, "alder", "birch").sentences
    alder = sample.technologies["alder"]
    one = alder.facts.default_packages.model_copy(update={"value": 1})
    alone = alder.model_copy(update={"facts": alder.facts.model_copy(update={"default_packages": one})})
    small = replace(sample, technologies={**sample.technologies, "alder": alone})
    assert "A fresh install brings 1 package for Alder, 2 for Birch." in compared(small, "alder", "birch").sentences
    assert not [sentence for sentence in compared(sample, "alder", "cedar").sentences if "install" in sentence]


def test_partial_answers_differ_without_differing_in_level(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    orm = birch.features["orm"].model_copy(update={"partial": True})
    view = sided(sample, birch, birch.model_copy(update={"features": birch.features | {"orm": orm}}))
    assert (view.different, view.different_in_level) == (2, 0)


def test_a_runtime_is_a_platform_of_its_own(sample: Catalogue) -> None:
    node = sample.technologies["cedar"].model_copy(update={"id": "nodejs"})
    sentences = sided(sample, sample.technologies["alder"], node).sentences
    assert "Alder runs on Python; Cedar.js is a platform of its own." in sentences


@pytest.mark.parametrize(
    ("label", "words"),
    [("Runtime", "a runtime"), ("API framework", "an API framework"), ("Event loop", "an event loop")],
)
def test_articles_fit_the_word(label: str, words: str) -> None:
    assert with_article(label) == words


def test_a_question_that_does_not_apply_is_not_called_written_by_hand(sample: Catalogue) -> None:
    told = {item.text: [row.feature.id for row in item.rows] for item in compared(sample, "alder", "cedar").differences}
    assert told["The question does not apply to Cedar.js"] == ["db-tests"]


def test_every_way_of_concurrency_has_words() -> None:
    assert set(WAYS) == set(Concurrency)
