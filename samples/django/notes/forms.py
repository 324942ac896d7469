from django import forms

from .models import Note


class NoteForm(forms.ModelForm):
    """Checks a note that came as JSON. Text is stored as it was sent."""

    title = forms.CharField(max_length=100, strip=False)
    body = forms.CharField(required=False, strip=False)

    class Meta:
        model = Note
        fields = ["title", "body", "pinned"]
