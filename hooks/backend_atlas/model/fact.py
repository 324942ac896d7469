"""What every typed fact has in common: it is known, with its sources, or it says what was tried."""

from typing import Annotated, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backend_atlas.model.base import Prose, Record, Source

T = TypeVar("T")
Loose = Annotated[T, Field(strict=False)]
"""A word of the vocabulary, written as text."""


class Fact(Record):
    """A statement of a fixed type with its sources, or what was tried to find it."""

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
        elif missing := [name for name in self.required if getattr(self, name) in (None, ())]:
            raise _refusal(f"needs {' and '.join(missing)}", "or `unknown:` with what was tried")
        return self

    @property
    def required(self) -> tuple[str, ...]:
        """The fields without which a known fact is not complete."""
        return ("value", "sources") if "value" in type(self).model_fields else ("sources",)


def _refusal(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("fact", "{message}", {"message": message, "hint": hint})
