"""The JSON Schema of each kind of answer, made from its model."""

import json
from typing import Any

from backend_atlas import links
from backend_atlas.exports.api.changes import ChangesAnswer
from backend_atlas.exports.api.features import FeatureAnswer, FeaturesAnswer
from backend_atlas.exports.api.index import IndexAnswer
from backend_atlas.exports.api.measurements import MeasurementsAnswer
from backend_atlas.exports.api.parts import Answer
from backend_atlas.exports.api.scenarios import ScenariosAnswer
from backend_atlas.exports.api.technologies import TechnologiesAnswer, TechnologyAnswer
from backend_atlas.exports.api.whole import WholeAnswer

KINDS: dict[str, type[Answer]] = {
    "index": IndexAnswer,
    "all": WholeAnswer,
    "technologies": TechnologiesAnswer,
    "technology": TechnologyAnswer,
    "features": FeaturesAnswer,
    "feature": FeatureAnswer,
    "scenarios": ScenariosAnswer,
    "measurements": MeasurementsAnswer,
    "changes": ChangesAnswer,
}
"""What there is, by the name of its schema."""


def answer_schemas() -> dict[str, str]:
    """Address to JSON text."""
    return {links.answer_schema(kind): _text(model) for kind, model in KINDS.items()}


def _text(model: type[Answer]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(mode="serialization")
    return json.dumps(_open(schema), indent=2, ensure_ascii=False) + "\n"


def _open(value: Any) -> Any:
    """The same, for answers that may get more fields within this version."""
    if isinstance(value, list):
        return [_open(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _open(item) for key, item in value.items() if (key, item) != ("additionalProperties", False)}
