"""JSON Schema of each kind of data file, made from the models, for editors and other programs."""

import json
from typing import Any

from backend_atlas.exports.conditions import add_conditions
from backend_atlas.model import Features, Technology
from backend_atlas.model.agreement import CodingAgreement
from backend_atlas.model.base import Record
from backend_atlas.model.changes import Changes
from backend_atlas.model.guide import Questions, Scenarios, Values, Witnesses
from backend_atlas.model.lab import ContractRecord, DefaultsRecord, Manifest, Tasks
from backend_atlas.model.lab.controls import Controls
from backend_atlas.model.lab.measurements import RECORDS
from backend_atlas.model.packages import PackageChecks

FILES: dict[str, type[Record]] = {
    "features.json": Features,
    "technology.json": Technology,
    "questions.json": Questions,
    "values.json": Values,
    "scenarios.json": Scenarios,
    "witnesses.json": Witnesses,
    "tasks.json": Tasks,
    "manifest.json": Manifest,
    "controls.json": Controls,
    "coding-agreement.json": CodingAgreement,
    "changes.json": Changes,
    "evidence-packages.json": PackageChecks,
    "evidence-contract.json": ContractRecord,
    "evidence-defaults.json": DefaultsRecord,
    **{f"evidence-{name}.json": model for name, model in RECORDS.items()},
}
"""People write what the first eleven describe, programs the rest."""


def schemas() -> dict[str, str]:
    """File name to JSON text."""
    return {name: _text(model) for name, model in FILES.items()}


def _text(model: type[Record]) -> str:
    found: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
    add_conditions(found)
    return json.dumps(_as_read(found), indent=2, ensure_ascii=False) + "\n"


def _as_read(value: Any) -> Any:
    """The same, for what a reader of the files accepts.

    A field that may be left out may still not be null, and a name that is no id is not one more field.
    """
    if isinstance(value, list):
        return [_as_read(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _as_read(item) for key, item in value.items() if not (key == "default" and item is None)}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if "anyOf" in kept:
        options = [option for option in kept["anyOf"] if option != {"type": "null"}]
        if len(options) == 1:
            del kept["anyOf"]
            return options[0] | kept
    return kept
