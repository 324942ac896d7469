"""What every typed fact has in common: it is known, with its sources, or it says what was tried."""

from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from backend_atlas.model.base import Prose, Record, Source

T = TypeVar("T")
Loose = Annotated[T, Field(strict=False)]
"""A word of the vocabulary, written as text."""


def _known_or_not(schema: dict[str, Any], fact: type["Fact"]) -> None:
    """What the validator below asks, in the schema."""
    content = [name for name in fact.model_fields if name not in ("unknown", "note")]
    filled = [name for name in fact.needed() if fact.model_fields[name].default == () and name not in fact.may_be_empty]
    schema["if"] = {"required": ["unknown"]}
    schema["then"] = {"properties": dict.fromkeys(content, False)}
    schema["else"] = {"required": [*fact.needed()], "properties": {name: {"minItems": 1} for name in filled}}


class Fact(Record):
    """A statement of a fixed type with its sources, or what was tried to find it."""

    model_config = ConfigDict(json_schema_extra=_known_or_not)

    may_be_empty: ClassVar[frozenset[str]] = frozenset()
    """Lists that may be empty where the fact is known."""

    unknown: Prose | None = None
    """What was tried, when the fact could not be established."""
    note: Prose | None = None
    """What a reader should know about the value."""
    sources: tuple[Source, ...] = Field(default=(), max_length=4)
    """Where the value can be checked."""

    @model_validator(mode="after")
    def _known_or_not(self) -> "Fact":
        content = self.model_fields_set - {"unknown", "note"}
        if self.unknown is not None:
            if content:
                raise _refusal("is both unknown and known", f"remove either unknown or {', '.join(sorted(content))}")
        elif missing := [name for name in self.needed() if not self._given(name)]:
            raise _refusal(f"needs {' and '.join(missing)}", "or `unknown:` with what was tried")
        return self

    def _given(self, name: str) -> bool:
        return name in self.model_fields_set and (getattr(self, name) not in (None, ()) or name in self.may_be_empty)

    @classmethod
    def needed(cls) -> tuple[str, ...]:
        """The fields without which a known fact is not complete."""
        return ("value", "sources") if "value" in cls.model_fields else ("sources",)


def _refusal(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("fact", "{message}", {"message": message, "hint": hint})
