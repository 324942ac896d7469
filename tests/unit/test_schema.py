"""The schema that editors use is made from the models and never drifts from them."""

import json

from backend_atlas.exports.schema import schemas
from backend_atlas.model import Technology
from backend_atlas.model.facts import Facts
from project import ROOT


def test_the_schema_in_the_repository_is_the_one_of_the_models() -> None:
    folder = ROOT / "data/schema"
    assert {path.name: path.read_text() for path in folder.iterdir()} == schemas()


def test_every_field_is_explained() -> None:
    for model in (Technology, Facts):
        for name, field in model.model_fields.items():
            assert field.description, f"{model.__name__}.{name}"


def test_fields_may_be_left_out_but_not_null() -> None:
    cell = json.loads(schemas()["technology.json"])["$defs"]["Cell"]
    assert cell["properties"]["note"]["type"] == "string"
    assert cell["required"] == ["support"]
    assert cell["additionalProperties"] is False
