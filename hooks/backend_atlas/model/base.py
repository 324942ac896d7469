"""The types of single values, and the settings that every model shares."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
URL = r"^https://[^\s<>\"'`]+\.[^\s<>\"'`]+$"
SPDX = r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$"
VERSION = r"^[0-9A-Za-z][0-9A-Za-z.+_-]*$"


class Record(BaseModel):
    """A mapping in the data: unknown fields are errors, types are never converted, values never change."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)


def _matching(pattern: str, message: str, hint: str) -> AfterValidator:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("pattern", "{message}", {"message": message, "hint": hint})
        return text

    return AfterValidator(check)


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else _no_date(value)
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
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
]
"""An address on the web, https only."""

Version = Annotated[
    str,
    _matching(VERSION, "is not a version", 'write it as text in quotes, as in "6.1"'),
    WithJsonSchema({"type": "string", "pattern": VERSION}),
]
"""A version, quoted so that 1.10 does not become 1.1."""

Spdx = Annotated[
    str,
    _matching(SPDX, "is not an SPDX identifier", "as in MIT, BSD-3-Clause or Apache-2.0 OR MIT"),
    WithJsonSchema({"type": "string", "pattern": SPDX}),
]
"""A licence by its SPDX identifier."""

Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, ISO 8601."""

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
"""A short name. Plain text."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""One line of plain text."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=400)]
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
