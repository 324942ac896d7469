"""The answers in JSON: each is what its schema says, and says what the data say."""

import json
import posixpath
from datetime import date
from typing import Any

import pytest
from jsonschema_rs import validator_for

from backend_atlas import links
from backend_atlas.exports.api import addresses, api
from backend_atlas.exports.api.schemas import KINDS, answer_schemas
from backend_atlas.model import Catalogue
from project import ROOT, TODAY

FIELDS = ROOT / "tests/cases/api-v1.txt"


@pytest.fixture(scope="module")
def found(sample: Catalogue) -> dict[str, Any]:
    """Address to answer."""
    return {address: json.loads(text) for address, text in api(sample, TODAY).items()}


def at(address: str, link: str) -> str:
    """Where a link of an answer leads."""
    path, mark, anchor = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) + mark + anchor


def test_addresses_are_known_without_making_answers(found: dict[str, Any], sample: Catalogue) -> None:
    assert sorted(addresses(sample)) == sorted(found)


def test_there_is_an_answer_for_everything_and_each_is_what_its_schema_says(found: dict[str, Any]) -> None:
    ids = [f"technologies/{name}" for name in ("alder", "birch", "cedar")] + [
        f"features/{feature['id']}" for feature in found["api/v1/features.json"]["features"]
    ]
    assert set(found) == {f"api/v1/{name}.json" for name in [*(set(KINDS) - {"technology", "feature"}), *ids]}
    schemas = {address: validator_for(json.loads(text)) for address, text in answer_schemas().items()}
    for address, answer in found.items():
        schema = schemas[at(address, answer["links"]["described_by"])]
        assert not [error.message for error in schema.iter_errors(answer)], address


def test_a_schema_refuses_what_is_no_answer(found: dict[str, Any]) -> None:
    schema = validator_for(json.loads(answer_schemas()[links.answer_schema("technology")]))
    for name in ("licence", "attribution", "technology"):
        assert not schema.is_valid(
            {key: value for key, value in found["api/v1/technologies/alder.json"].items() if key != name}
        )
    answer = found["api/v1/technologies/alder.json"]
    wrong = answer["technology"] | {"cells": [answer["technology"]["cells"][0] | {"level": "perhaps"}]}
    assert not schema.is_valid(answer | {"technology": wrong})


def test_every_answer_says_version_days_licence_and_whom_to_name(found: dict[str, Any]) -> None:
    for answer in found.values():
        assert (answer["version"], answer["licence"], answer["generated"]) == ("v1", "CC-BY-4.0", TODAY.isoformat())
        assert "CC BY 4.0" in answer["attribution"]
        assert date.fromisoformat(answer["data_date"]) <= TODAY


def test_the_list_leads_to_every_answer(found: dict[str, Any]) -> None:
    address = "api/v1/index.json"
    listed = found[address]["answers"]
    assert {at(address, item["address"]) for item in listed} == set(found) - {address}
    for item in listed:
        answer = found[at(address, item["address"])]
        assert at(address, item["described_by"]) == at(at(address, item["address"]), answer["links"]["described_by"])


def test_a_cell_is_the_same_in_every_answer(found: dict[str, Any]) -> None:
    """But for the links, which are relative to the answer."""

    def bare(cell: dict[str, Any]) -> dict[str, Any]:
        shown = cell["demonstrated"] and {**cell["demonstrated"], "page": ""}
        return {**cell, "page": "", "demonstrated": shown}

    whole = {(cell["technology"], cell["feature"]): bare(cell) for cell in cells(found)}
    for address, answer in found.items():
        own = answer.get("cells", answer.get("technology", {}).get("cells", ()))
        for cell in own:
            assert bare(cell) == whole[cell["technology"], cell["feature"]]
            assert at(address, cell["page"]) == f"technologies/{cell['technology']}#{cell['feature']}"


def test_a_shown_cell_names_the_checks_that_ran(found: dict[str, Any]) -> None:
    shown = [cell["demonstrated"] for cell in cells(found) if cell["demonstrated"]]
    assert shown
    assert all(item["checks"] and {check["outcome"] for check in item["checks"]} == {"passed"} for item in shown)


def test_the_worked_examples_hold_their_results(found: dict[str, Any]) -> None:
    for example in found["api/v1/scenarios.json"]["scenarios"]:
        assert example["verdict"] in example["expected_verdicts"]
        assert {item["technology"] for item in example["ranking"]} >= set(example["leaders"])
        assert len(example["ranking"]) + len(example["excluded"]) == 3


def test_fields_of_this_version_never_go(request: pytest.FixtureRequest) -> None:
    """What was published once stays. A new field is added with --update-golden; a removed one is a new version."""
    now = sorted(line for kind in KINDS for line in fields(kind))
    if request.config.getoption("--update-golden"):
        FIELDS.write_text(
            "\n".join(sorted({*FIELDS.read_text().splitlines(), *now} if FIELDS.exists() else now)) + "\n"
        )
    assert FIELDS.read_text().splitlines() == now


def fields(kind: str) -> set[str]:
    """Each field of each model of one kind of answer, with its type."""
    schema = json.loads(answer_schemas()[links.answer_schema(kind)])
    models = {kind: schema} | {name: model for name, model in schema["$defs"].items() if "properties" in model}
    return {
        f"{kind} {name}.{field}: {typed(of)}"
        for name, model in models.items()
        for field, of in model["properties"].items()
    }


def typed(of: dict[str, Any]) -> str:
    if options := of.get("anyOf"):
        return " or ".join(typed(option) for option in options)
    if of.get("type") == "array":
        return f"list of {typed(of.get('items', {}))}"
    return str(of.get("$ref", of.get("type", "any"))).rpartition("/")[2]


def cells(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Every cell of the whole."""
    return [cell for item in found["api/v1/all.json"]["technologies"] for cell in item["cells"]]
