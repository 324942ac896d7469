"""The types of single values, and the settings that every model shares."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
URL = r"^https://[^\s<>\x22\x27`]+\.[^\s<>\x22\x27`]+$"
SPDX = r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
VERSION = r"^[0-9A-Za-z][0-9A-Za-z.+_-]*$"


TODO = "TODO"
"""Stands where somebody still has to write something. No value of a finished file."""


class Record(BaseModel):
    """A mapping in the data: unknown fields are errors, types are never converted, values never change."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


def _matching(pattern: str, message: str, hint: str) -> AfterValidator:
    matches = re.compile(pattern).fullmatch

    def check(text: str) -> str:
        if not matches(text):
            raise PydanticCustomError("pattern", "{message}", {"message": message, "hint": hint})
        return text

    return AfterValidator(check)


def _written(text: str) -> str:
    if text == TODO:
        raise PydanticCustomError("unwritten", "is still to be written")
    return text


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if DAY.fullmatch(value) else _no_date(value)
        except ValueError:
            return _no_date(value)
    return value


def _no_date(value: str) -> object:
    raise PydanticCustomError(
        "date", "{message}", {"message": f'"{value}" is not a date', "hint": 'write year-month-day, as in "2026-11-22"'}
    )


Slug = Annotated[
    str,
    _matching(SLUG, "is not an id", "use lower-case letters, digits and single hyphens, as in spring-boot"),
    WithJsonSchema({"type": "string", "pattern": SLUG}),
]
"""An id that stands in addresses."""

Url = Annotated[
    str,
    _matching(URL, "is not an https address", "write the whole address, beginning with https://"),
    WithJsonSchema({"type": "string", "pattern": URL}),
]
"""An address on the web, https only."""

Version = Annotated[
    str,
    AfterValidator(_written),
    _matching(VERSION, "is not a version", 'write it as text in quotes, as in "6.1"'),
    WithJsonSchema({"type": "string", "pattern": VERSION, "not": {"const": TODO}}),
]
"""A version, quoted so that 1.10 does not become 1.1."""

Spdx = Annotated[
    str,
    AfterValidator(_written),
    _matching(SPDX, "is not an SPDX identifier", "as in MIT, BSD-3-Clause or Apache-2.0 OR MIT"),
    WithJsonSchema({"type": "string", "pattern": SPDX, "not": {"const": TODO}}),
]
"""A licence by its SPDX identifier."""

Day = Annotated[
    date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"})
]
"""A day, ISO 8601."""


def text_schema(least: int, most: int) -> WithJsonSchema:
    """The schema of text that has so many characters at least, blanks at its ends not counted."""
    pattern = r"\S" if least < 2 else rf"\S[\s\S]{{{least - 2},}}\S"
    unwritten = {"not": {"const": TODO}} if least <= len(TODO) else {}
    return WithJsonSchema({"type": "string", "minLength": least, "maxLength": most, "pattern": pattern} | unwritten)


Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(_written),
    text_schema(1, 60),
]
"""A short name. Plain text."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_written),
    text_schema(1, 200),
]
"""One line of plain text."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=400), text_schema(10, 400)]
"""One to three sentences. Inline Markdown is allowed: code, emphasis, https links."""

Count = Annotated[int, Field(ge=0)]
"""How many."""


class Source(Record):
    """Where a statement can be checked, and when somebody did."""

    url: Url
    """Address of the page, down to the section, at the release that was read where the site keeps releases."""
    where: Line
    """The heading, setting or symbol to look for on that page."""
    release: Line
    """The release it was read for: of the technology, or of the package where the page is about a package."""
    checked: Day
    """The day somebody read it."""


Sources = Annotated[tuple[Source, ...], Field(min_length=1, max_length=4)]
"""One to four sources."""


class Statement(Record):
    """A sentence with its sources."""

    text: Prose
    """The statement, in plain words."""
    sources: Sources
    """Where it can be checked."""
