"""Says in a contributor's words what a model refused: place, field, what is wrong, and a way to mend it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from backend_atlas.model.base import TODO
from backend_atlas.problems import Problem, did_you_mean
from backend_atlas.source import Document, Location

KINDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false", tuple: "a list", dict: "fields"}


def problems(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """Each error of pydantic as a problem in `document`."""
    errors = error.errors(include_url=False)
    yield from _unwritten([details["loc"] for details in errors if details["input"] == TODO], document, model)
    for details in errors:
        if details["input"] == TODO:
            continue
        if details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]:
            continue  # long enough, but for entries that have problems of their own
        location: Location = details["loc"]
        message, hint = _words(details, location, document, model)
        key = details["type"] in ("extra_forbidden", "pattern") and location not in document.values
        yield document.problem(location, message, hint, prefer_key=key or details["type"] == "extra_forbidden")


def _unwritten(locations: list[Location], document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """One problem for all that is still to be written in one place."""
    for parent, fields in groupby(locations, key=lambda location: location[:-1]):
        first, *others = [str(field[-1]) for field in fields]
        message = "is still to be written" + (f", and so {_are(others)}" if others else "")
        yield document.problem((*parent, first), message, _purpose(model, parent, first))


def _purpose(model: type[BaseModel], parent: Location, field: str) -> str:
    """What belongs into a field. For a statement, what the statement is about says more."""
    named = parent[:-1] if parent and isinstance(parent[-1], int) else parent
    return (field == "text" and _meaning(model, named)) or _meaning(model, (*parent, field))


def _are(names: list[str]) -> str:
    *most, last = names
    return f"are {', '.join(most)} and {last}" if most else f"is {last}"


def _words(details: ErrorDetails, location: Location, document: Document, model: type[BaseModel]) -> tuple[str, str]:
    context: dict[str, Any] = details.get("ctx", {})
    found = details["input"]
    match details["type"]:
        case "pattern" | "date" | "fact":
            words = context["message"], context["hint"]
        case "missing":
            words = "is missing", _meaning(model, location)
        case "extra_forbidden":
            known = _fields(model, location[:-1])
            hint = did_you_mean(str(location[-1]), known) or f"known: {', '.join(known)}"
            if isinstance(found, dict) and len(location) > 1:
                hint += f"; if it belongs beside `{location[-2]}`, move it and its fields to the left"
            words = "is not a field here", hint
        case "literal_error":
            words = f"can only be {context['expected'].lower()}", "leave the field out otherwise"
        case "enum":
            known = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
            words = f'"{found}" is not one of {", ".join(known)}', did_you_mean(str(found), known)
        case "string_pattern_mismatch":
            words = f'"{found}" has characters that are not allowed here', f"allowed: {context['pattern']}"
        case "string_type" if isinstance(found, int | float):
            text = document.mark(location).text
            words = f"is the {_kind(found)} {str(found).lower()}, not text", f'write "{text}" in quotes'
        case "string_too_short" | "string_too_long":
            words = f"has {len(found)} characters, {_limit(context)}", ""
        case "too_short" | "too_long":
            words = f"has {context['actual_length']} entries, {_limit(context)}", ""
        case "greater_than_equal" | "less_than_equal":
            words = f"is {found}, outside the range", details["msg"].removeprefix("Input should be ")
        case other:
            words = f"has to be {EXPECTED.get(other, details['msg'])}, not {_kind(found)}", ""
    return words


def _limit(context: dict[str, Any]) -> str:
    if "min_length" in context:
        return f"at least {context['min_length']} are needed"
    return f"at most {context['max_length']} are allowed"


EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "fields, as in `name: value`",
    "model_type": "fields, as in `name: value`",
    "date_type": 'a date, as in "2026-11-22"',
}


def _kind(value: object) -> str:
    return next((words for kind, words in KINDS.items() if type(value) is kind), type(value).__name__).removeprefix(
        "a "
    )


def _fields(model: type[BaseModel], location: Location) -> list[str]:
    found = _model_at(model, location)
    return [field.alias or name for name, field in found.model_fields.items()] if found else []


def _meaning(model: type[BaseModel], location: Location) -> str:
    parent = _model_at(model, location[:-1])
    field = parent.model_fields.get(str(location[-1])) if parent else None
    return field.description.rstrip(".") if field and field.description else ""


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The model that describes what stands at `location` in data of the type `model`."""
    here: Any = model
    for part in location:
        nested = next(_models(here), None)
        if nested is None:
            return None
        here = nested.model_fields[part].annotation if part in nested.model_fields else here
    return next(_models(here), None)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _models(argument)
