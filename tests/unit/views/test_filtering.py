"""What technologies are filtered by."""

import json

from backend_atlas import links
from backend_atlas.model import Catalogue, Support
from backend_atlas.views.filtering import LEVELS, filter_view
from backend_atlas.views.words import searchable


def test_facets_hold_the_values_that_occur_in_the_order_of_their_labels(sample: Catalogue) -> None:
    facets = {facet.id: facet for facet in filter_view(sample, links.FEATURES).facets}
    kinds = {item.facts.kind.value for item in sample.technologies.values()}
    assert {value for value, _ in facets["kind"].values} == {kind.value for kind in kinds if kind}
    labels = [label for _, label in facets["kind"].values]
    assert labels == sorted(labels)


def test_a_fact_that_is_not_known_is_a_value_and_comes_last(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    facts = alder.facts.model_copy(update={"licence": alder.facts.licence.model_copy(update={"value": None})})
    changed = {**sample.technologies, "alder": alder.model_copy(update={"facts": facts})}
    facets = {facet.id: facet for facet in filter_view(Catalogue(sample.groups, changed, None), links.FEATURES).facets}
    assert facets["licence"].values[-1] == ("unknown", "Not known yet")


def test_answers_stand_in_the_order_of_the_features(sample: Catalogue) -> None:
    found = json.loads(filter_view(sample, links.FEATURES).json)
    for item in found["technologies"]:
        technology = sample.technologies[item["id"]]
        levels = [list(found["levels"])[int(answer)] for answer in item["answers"]]
        assert levels == [technology.features[name].support.value for name in found["features"]]


def test_every_level_may_be_asked_for_by_itself() -> None:
    assert {level.value for level in Support} <= {level.value for level in LEVELS}


def test_words_are_found_with_and_without_the_plural() -> None:
    assert (
        searchable("Background jobs", "task queue", "Jobs", "CSS", "e-mail") == "background job task queue css e mail"
    )
