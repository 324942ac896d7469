"""What rules ask of a single record, in the words of JSON Schema: which field goes with which.

An editor shows these at once. A schema cannot say what concerns several values: that an id exists or stands once, the
order of dates and of labels, equal room, equal texts, what samples and registries show. Nor does it see anchors, tags
and numbers such as 010. All of that is left to `atlas check`. `tests/unit/test_schema_drift.py` holds both together.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from backend_atlas.model import Support
from backend_atlas.model.agreement import AuditOutcome
from backend_atlas.model.facts import OF_THE_RUNTIME
from backend_atlas.model.lab import By
from backend_atlas.model.packages import CheckOutcome
from backend_atlas.rules.cells import PACKAGED

Schema = dict[str, Any]

EMPTY: Schema = {"maxItems": 0}
FILLED: Schema = {"minItems": 1}


def add_conditions(schema: Schema) -> None:
    """Adds to each record in `schema` what rules ask of it."""
    for name, definition in {schema["title"]: schema, **schema.get("$defs", {})}.items():
        if found := list(CONDITIONS.get(name, ())):
            definition["allOf"] = found


def _where(field: str, words: Iterable[str], then: Schema, otherwise: Schema | None = None) -> Schema:
    """Asks for `then` where the field has one of the words, for `otherwise` where it has another."""
    found = {"if": {"properties": {field: {"enum": sorted(words)}}, "required": [field]}, "then": then}
    return found | ({"else": otherwise} if otherwise else {})


def _needs(*fields: str) -> Schema:
    return {"required": list(fields)}


def _filled(field: str) -> Schema:
    return {"required": [field], "properties": {field: FILLED}}


def _without(*fields: str) -> Schema:
    return {"properties": dict.fromkeys(fields, False)}


def _cell() -> Iterator[Schema]:
    levels = {level.value for level in Support}
    bare = {"properties": {"package": False, "alternatives": EMPTY}}
    yield _where("support", [level.value for level in PACKAGED], _needs("package"), bare)
    yield _where("support", ["unknown"], {"properties": {"sources": EMPTY}}, _filled("sources"))
    yield _where("support", levels - {"built-in"}, _needs("note"))
    yield _where("support", levels - {"community"}, _without("vendor"))
    yield {"dependentRequired": {"partial": ["note"], "experimental": ["note"]}}


def _technology() -> Iterator[Schema]:
    yield {"if": _needs("runs_on"), "else": {"properties": {"facts": _needs(*sorted(OF_THE_RUNTIME))}}}


def _witness() -> Iterator[Schema]:
    yield {"if": _needs("covered"), "then": _without("answers"), "else": _needs("answers")}


def _audit() -> Iterator[Schema]:
    listed = {"required": ["cells"], "properties": {"cells": FILLED}}
    counted = {"required": ["counts"], "properties": {"cells": EMPTY, "counts": {"minProperties": 1}}}
    yield {"if": listed, "then": {"properties": {"counts": {"maxProperties": 0}}}, "else": counted}


def _audited_cell() -> Iterator[Schema]:
    yield _where("outcome", [AuditOutcome.CONFIRMED.value], _without("found"), _needs("found"))


def _package_check() -> Iterator[Schema]:
    answered = {"properties": {"reason": False}, "required": ["newest"]}
    silent = {"properties": {"newest": False, "ended": False, "named": EMPTY}}
    yield _where("outcome", [CheckOutcome.FOUND.value], answered, silent)
    yield _where("outcome", [CheckOutcome.NOT_FETCHED.value], _needs("reason"))
    yield _where("outcome", [CheckOutcome.NOT_FOUND.value], _without("reason"))


def _question() -> Iterator[Schema]:
    yield {"if": _needs("choices_from"), "else": _filled("choices")}
    yield {"if": {"properties": {"any_of": {"const": True}}, "required": ["any_of"]}, "then": _filled("strengths")}


def _sample_task() -> Iterator[Schema]:
    yield _where("by", [By.OFFICIAL.value, By.ADDON.value], _filled("packages"), {"properties": {"packages": EMPTY}})
    yield _where("by", [By.HANDMADE.value, By.NONE.value], _needs("note"))
    yield _where("by", {by.value for by in By} - {By.NONE.value}, _filled("snippets"))


CONDITIONS: dict[str, tuple[Schema, ...]] = {
    "Cell": tuple(_cell()),
    "Technology": tuple(_technology()),
    "Witness": tuple(_witness()),
    "Audit": tuple(_audit()),
    "AuditedCell": tuple(_audited_cell()),
    "PackageCheck": tuple(_package_check()),
    "Question": tuple(_question()),
    "SampleTask": tuple(_sample_task()),
}
"""By the name of the model."""
