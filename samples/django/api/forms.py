from django import forms
from django.conf import settings


class UploadForm(forms.Form):
    file = forms.FileField(max_length=200)

    def clean_file(self):
        """Django has no limit for files of its own: it is set here."""
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_SIZE:
            raise forms.ValidationError("The file is too large.", code="too_large")
        return file


class WaitForm(forms.Form):
    ms = forms.IntegerField(min_value=0, max_value=5000)


class PrimesForm(forms.Form):
    below = forms.IntegerField(min_value=0, max_value=5_000_000)
