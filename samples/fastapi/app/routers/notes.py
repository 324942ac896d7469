"""Notes: create, read, update, delete."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, status
from sqlmodel import select

from ..database import Database
from ..models import Note, NoteRead, NoteWrite

router = APIRouter(prefix="/notes", tags=["notes"])


def find_note(note_id: Annotated[int, Path(le=2**63 - 1)], database: Database) -> Note:
    """The note, or the answer 404."""
    note = database.get(Note, note_id)
    if note is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    return note


FoundNote = Annotated[Note, Depends(find_note)]


@router.get("", response_model=list[NoteRead])
def list_notes(database: Database) -> Sequence[Note]:
    return database.exec(select(Note).order_by(Note.id)).all()


@router.post("", response_model=NoteRead, status_code=status.HTTP_201_CREATED)
def create_note(data: NoteWrite, database: Database) -> Note:
    note = Note.model_validate(data)
    database.add(note)
    database.commit()
    return note


@router.get("/{note_id}", response_model=NoteRead)
def read_note(note: FoundNote) -> Note:
    return note


@router.put("/{note_id}", response_model=NoteRead)
def replace_note(data: NoteWrite, note: FoundNote, database: Database) -> Note:
    note.sqlmodel_update(data)
    database.commit()
    return note


@router.delete("/{note_id}", status_code=status.HTTP_204_NO_CONTENT)
def delete_note(note: FoundNote, database: Database) -> None:
    database.delete(note)
    database.commit()
