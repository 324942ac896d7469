"""Notes: create, read, update, delete."""

from collections.abc import Sequence

from flask import abort
from flask.views import MethodView
from flask_smorest import Blueprint
from marshmallow import Schema, ValidationError, fields, validate
from sqlalchemy import select

from ..database import db
from ..models import Note

blueprint = Blueprint("notes", __name__, url_prefix="/notes")


def unicode_text(text: str) -> None:
    """Refuse half a surrogate pair: JSON can hold it, UTF-8 and so the database cannot."""
    if not text.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValidationError("Not valid Unicode.")


class NoteSchema(Schema):
    id = fields.Integer(dump_only=True)
    title = fields.String(required=True, validate=[validate.Length(1, 100), unicode_text])
    body = fields.String(required=True, validate=[validate.Length(max=100_000), unicode_text])
    pinned = fields.Boolean(dump_only=True)


@blueprint.route("")
class Notes(MethodView):
    @blueprint.response(200, NoteSchema(many=True))
    def get(self) -> Sequence[Note]:
        return db.session.scalars(select(Note).order_by(Note.id)).all()

    @blueprint.arguments(NoteSchema)
    @blueprint.response(201, NoteSchema)
    def post(self, data: dict[str, str]) -> Note:
        note = Note(**data)
        db.session.add(note)
        db.session.commit()
        return note


@blueprint.route("/<int(max=9223372036854775807):note_id>")
class NoteById(MethodView):
    @blueprint.response(200, NoteSchema)
    def get(self, note_id: int) -> Note:
        return find(note_id)

    @blueprint.arguments(NoteSchema)
    @blueprint.response(200, NoteSchema)
    def put(self, data: dict[str, str], note_id: int) -> Note:
        note = find(note_id)
        note.title, note.body = data["title"], data["body"]
        db.session.commit()
        return note

    @blueprint.response(204)
    def delete(self, note_id: int) -> None:
        db.session.delete(find(note_id))
        db.session.commit()


def find(note_id: int) -> Note:
    """The note, or the answer 404."""
    return db.session.get(Note, note_id) or abort(404)
