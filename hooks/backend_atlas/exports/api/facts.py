"""The typed facts of a technology: in words as the site shows them, and as data."""

from datetime import date

from pydantic import JsonValue

from backend_atlas.exports.api.parts import Part, Source, plain, sources
from backend_atlas.model import Technology
from backend_atlas.views.facts import FactRow, fact_rows

ASIDE = {"unknown", "note", "sources"}
"""What stands in fields of its own."""


class AnswerFact(Part):
    """One typed fact."""

    id: str
    """Its id, as in the anchor of its row: `default-packages`."""
    label: str
    """What the site calls it."""
    known: bool
    """False where it could not be established. The note says then what was tried."""
    values: tuple[str, ...]
    """The value in words, as the site shows it."""
    value: dict[str, JsonValue]
    """The fields of the fact as data, as `schema/technology.json` describes them. Empty where it is not known."""
    note: str | None
    """What a reader should know about it, in Markdown."""
    note_plain: str | None
    """The same without marks."""
    sources: tuple[Source, ...]
    """Where it can be checked."""
    read: date | None
    """The last day on which somebody read it. Null where it is not known, or follows from other facts."""
    inherited_from: str | None
    """The id of the runtime that says so, where the technology leaves the fact to it."""


def facts_of(technology: Technology) -> tuple[AnswerFact, ...]:
    """Every fact, in the order of the site."""
    return tuple(_fact(technology, row) for row in fact_rows(technology))


def _fact(technology: Technology, row: FactRow) -> AnswerFact:
    return AnswerFact(
        id=row.key,
        label=row.label,
        known=row.known,
        values=row.values if row.known else (),
        value=_value(technology, row),
        note=row.note or None,
        note_plain=plain(row.note) if row.note else None,
        sources=sources(row.sources),
        read=row.read,
        inherited_from=technology.runs_on if row.runtime else None,
    )


def _value(technology: Technology, row: FactRow) -> dict[str, JsonValue]:
    """The structure has no field: it follows from the others."""
    fact = getattr(technology.facts, row.key.replace("-", "_"), None)
    if fact is None or not row.known:
        return {}
    found: dict[str, JsonValue] = fact.model_dump(mode="json", exclude=ASIDE, exclude_none=True)
    return found
