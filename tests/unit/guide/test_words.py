"""Results in sentences, and the result as plain data."""

import json
from dataclasses import replace

import pytest

from backend_atlas.guide.basis import FactValue
from backend_atlas.guide.deciding import Engine, Flip, Rest, Risk
from backend_atlas.guide.report import report
from backend_atlas.guide.words import Words, day, points, series
from unit.guide.conftest import Guide


@pytest.mark.parametrize(
    ("answers", "headline", "holding"),
    [
        (
            "kind=site&structure=modular",
            "Alder is the closest match to your answers, mainly",
            "It stays first in",
        ),
        ("lang=javascript~must&kind=site", "Cedar.js is the only one that meets your conditions.", "Nothing was left"),
        ("lang=go~must", "None of the 3 technologies meets all your conditions.", ""),
        (
            "life=long",
            "Nothing was answered yet that tells technologies apart, so there is no ranking.",
            "Four answers",
        ),
        ("kind=service&lang=python~must", "Alder and Birch have the same score.", "Another answer has to decide"),
    ],
)
def test_every_verdict_has_its_sentence(answers: str, headline: str, holding: str, small: Guide) -> None:
    result = small.decide(answers)
    assert small.words.headline(result).startswith(headline)
    assert small.words.holding(result).startswith(holding)
    assert bool(small.words.holding(result)) == bool(holding)


def test_an_excluded_technology_says_what_it_lacks_and_has(small: Guide) -> None:
    result = small.decide("lang=javascript~must&kind=site")
    found = {item.id: small.words.excluded(item) for item in result.excluded}
    assert found == dict.fromkeys(("alder", "birch"), "JavaScript (Languages). It has: Python")


@pytest.mark.parametrize(
    ("flip", "sentence"),
    [
        (Flip("kind", "service", "", ("alder",)), "With “A small service” (Kind of project), Alder would come first."),
        (Flip("kind", "", "", (), "no answers"), "With “Kind of project” left open, there would be no ranking."),
        (Flip("need", "orm", "", (), "none fits"), "Without “SQL mapper” (Features), nothing would fit."),
        (
            Flip("need", "orm", "must", ("alder", "birch")),
            "With “SQL mapper: must” (Features), Alder and Birch would come first.",
        ),
    ],
)
def test_a_change_is_a_sentence(flip: Flip, sentence: str, small: Guide) -> None:
    assert small.words.flip(flip) == sentence


@pytest.mark.parametrize(
    ("risk", "sentence"),
    [
        (
            Risk("alder", "one package", "orm", "alder-orm"),
            "Alder: SQL mapper is a must, and one package by others provides it (alder-orm).",
        ),
        (Risk("alder", "partial", "orm"), "Alder: SQL mapper is a must, and what is there is partial or experimental."),
        (
            Risk("alder", "support ends", "", "5.2 2028-04-30"),
            "Alder: the longest published support, of 5.2, ends on 30 April 2028. Plan upgrades.",
        ),
        (Risk("alder", "not preferred", "language-go", "language-go"), "Alder does not use Go, which you prefer."),
        (Risk("alder", "no end date"), "Alder: no date for the end of support is published."),
        (Risk("alder", "one maintainer"), "Alder: only one person made 5 % or more of the commits of a year."),
    ],
)
def test_a_risk_is_a_sentence(risk: Risk, sentence: str, small: Guide) -> None:
    assert small.words.risk(risk) == sentence


def test_what_a_result_rests_on_is_a_sentence(small: Guide) -> None:
    assert small.words.rest(Rest("alder", "orm", "unknown")) == "Alder, SQL mapper: not known yet, and it counts here."


def test_an_unknown_fact_is_called_unknown(small: Guide) -> None:
    basis = small.engine.basis
    facts = dict(basis.options[0].facts) | {"languages": FactValue()}
    engine = Engine(replace(basis, options=(replace(basis.options[0], facts=facts), *basis.options[1:])))
    assert Words(engine).found("alder", ["language-go"]) == "Not known yet"


def test_existing_code_names_what_staying_and_moving_mean(small: Guide) -> None:
    sentences = small.words.existing(small.decide("have=birch&kind=site"))
    assert sentences[0].startswith("Moving to Alder means rewriting the application.")
    assert sentences[1].startswith("Staying with Birch keeps the code.")
    assert small.words.existing(small.decide("kind=site")) == []


def test_numbers_and_lists() -> None:
    assert (points(0), points(7), points(-123), points(1000)) == ("0.0", "0.7", "\N{MINUS SIGN}12.3", "100.0")
    assert (series([]), series(["A"]), series(["A", "B"]), series(["A", "B", "C"])) == (
        "",
        "A",
        "A and B",
        "A, B and C",
    )
    assert day("2026-01-09") == "9 January 2026"


def test_the_report_is_json_with_the_keys_of_the_contract(real: Guide) -> None:
    found = json.loads(json.dumps(report(real.words, real.decide("structure=full&kind=crud&lang=python~must"))))
    assert found["class"] == "clear"
    assert found["leaders"] == [{"id": "django", "score": found["ranking"][0]["score"]}]
    ranked = {item["id"] for item in found["ranking"]}
    excluded = {item["id"] for item in found["excluded"]}
    in_python = (
        item for item in real.catalogue.technologies.values() if "python" in (item.facts.languages.value or ())
    )
    assert ranked == {item.id for item in in_python} >= {"django", "fastapi", "flask"}
    assert ranked | excluded == set(real.catalogue.technologies)
    assert found["fragment"].endswith("&r=clear~django&kind=crud&lang=python~must&structure=full")
    assert set(found) >= {"ranking", "contributions", "flips", "risks"}
    total = sum(part["points"] for part in found["contributions"]["django"])
    assert total == pytest.approx(found["ranking"][0]["score"], abs=0.1 * len(found["contributions"]["django"]))
