from typing import Annotated

from ninja import ModelSchema, Router, Schema, Status
from pydantic import ConfigDict, Field

from django.shortcuts import get_object_or_404

from .models import Note

router = Router()


class NoteIn(Schema):
    model_config = ConfigDict(extra="forbid")  # refuses a bare string, too

    title: Annotated[str, Field(min_length=1, max_length=100)]
    body: Annotated[str, Field(max_length=100_000)] = ""
    pinned: bool = False


class NoteOut(ModelSchema):
    class Meta:
        model = Note
        fields = ["id", "title", "body", "pinned"]


@router.get("", response=list[NoteOut])
def list_notes(request):
    return Note.objects.all()


@router.post("", response={201: NoteOut})
def create_note(request, data: NoteIn):
    return Status(201, Note.objects.create(**data.dict()))


@router.get("{int:pk}", response=NoteOut)
def show_note(request, pk: int):
    return get_object_or_404(Note, pk=pk)


@router.put("{int:pk}", response=NoteOut)
def replace_note(request, pk: int, data: NoteIn):
    note = get_object_or_404(Note, pk=pk)
    for name, value in data.dict().items():
        setattr(note, name, value)
    note.save()
    return note


@router.delete("{int:pk}", response={204: None})
def delete_note(request, pk: int):
    get_object_or_404(Note, pk=pk).delete()
    return Status(204, None)
