"""JSON Schema of each kind of data file, made from the models, for editors and other programs."""

import json
from typing import Any

from backend_atlas.model import Features, Technology
from backend_atlas.model.agreement import CodingAgreement
from backend_atlas.model.base import Record
from backend_atlas.model.changes import Changes
from backend_atlas.model.guide import Questions, Scenarios, Values, Witnesses
from backend_atlas.model.lab import Manifest, Tasks

FILES: dict[str, type[Record]] = {
    "features.json": Features,
    "technology.json": Technology,
    "questions.json": Questions,
    "values.json": Values,
    "scenarios.json": Scenarios,
    "witnesses.json": Witnesses,
    "tasks.json": Tasks,
    "manifest.json": Manifest,
    "coding-agreement.json": CodingAgreement,
    "changes.json": Changes,
}


def schemas() -> dict[str, str]:
    """File name to JSON text."""
    return {name: _text(model) for name, model in FILES.items()}


def _text(model: type[Record]) -> str:
    found: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
    return json.dumps(_without_null(found), indent=2, ensure_ascii=False) + "\n"


def _without_null(value: Any) -> Any:
    """A field that may be left out may still not be null: YAML's null is refused when a file is read."""
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_null(item) for key, item in value.items() if not (key == "default" and item is None)}
    if "anyOf" in kept:
        options = [option for option in kept["anyOf"] if option != {"type": "null"}]
        if len(options) == 1:
            del kept["anyOf"]
            return options[0] | kept
    return kept
