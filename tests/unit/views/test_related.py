"""What to read next: links between features at both ends, and technologies in the order of their likeness."""

from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.vocabulary import Kind, Language
from backend_atlas.pages import pages
from backend_atlas.views.related import alternatives, related_features
from project import TODAY


def like(model: Technology, id: str, kind: Kind | None, *languages: Language) -> Technology:
    facts = model.facts
    return model.model_copy(
        update={
            "id": id,
            "name": id.capitalize(),
            "facts": facts.model_copy(
                update={
                    "kind": facts.kind.model_copy(update={"value": kind}),
                    "languages": facts.languages.model_copy(update={"value": languages or None}),
                }
            ),
        }
    )


def reasons(sample: Catalogue, *others: Technology) -> list[tuple[str, str]]:
    own = like(sample.technologies["birch"], "own", Kind.MICRO, Language.PYTHON)
    catalogue = Catalogue(sample.groups, {item.id: item for item in (own, *others)}, sample.guide)
    return [(item.name, item.why) for item in alternatives(catalogue, own)]


def test_the_same_kind_comes_first_then_the_same_language_then_the_rest(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    found = reasons(
        sample,
        like(birch, "a", Kind.RUNTIME, Language.GO),
        like(birch, "b", Kind.API, Language.PYTHON, Language.RUBY),
        like(birch, "c", Kind.MICRO, Language.JAVASCRIPT, Language.TYPESCRIPT),
        like(birch, "d", Kind.MICRO, Language.PYTHON),
        like(birch, "e", Kind.FULL_STACK, Language.RUBY),
    )
    assert found == [
        ("D", "Also a micro-framework, also in Python"),
        ("C", "Also a micro-framework, in JavaScript and TypeScript"),
        ("B", "An API framework, also in Python"),
        ("A", "A runtime, in Go"),
        ("E", "A full-stack framework, in Ruby"),
    ]


def test_what_is_not_known_makes_nothing_alike(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    found = reasons(sample, like(birch, "a", None), like(birch, "b", Kind.API), like(birch, "c", None, Language.PYTHON))
    assert found == [("C", "Also in Python"), ("A", ""), ("B", "An API framework")]


def test_an_alternative_leads_to_the_page_of_the_pair(sample: Catalogue) -> None:
    found = [item.address for item in alternatives(sample, sample.technologies["birch"])]
    assert found == ["compare/alder-vs-birch/", "compare/birch-vs-cedar/"]


def test_a_link_between_features_is_shown_at_both_ends(sample: Catalogue) -> None:
    found = {
        feature.id: [(item.feature.id, item.address) for item in related_features(sample, feature)]
        for feature in sample.features
    }
    migrations, orm = ("migrations", "features/data/#migrations"), ("orm", "features/data/#orm")
    assert found["orm"] == [migrations, ("db-tests", "features/data/#db-tests")]
    assert found["migrations"] == found["db-tests"] == [orm]
    assert found["routing"] == []


def test_the_page_of_a_group_links_related_features(sample: Catalogue) -> None:
    (page,) = (page for page in pages(sample, TODAY) if page.address == "features/data/")
    assert {"features/data/#orm", "features/data/#migrations"} <= page.links
    assert page.html.count("Related:") == 3
    (page,) = (page for page in pages(sample, TODAY) if page.address == "features/http/")
    assert "Related:" not in page.html
