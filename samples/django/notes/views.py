from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from api.requests import read_json

from .forms import NoteForm
from .models import Note


@method_decorator(csrf_exempt, name="dispatch")
class NoteListView(View):
    def get(self, request):
        notes = [note.as_dict() for note in Note.objects.all()]
        return JsonResponse(notes, safe=False)

    def post(self, request):
        form = NoteForm(read_json(request))
        if not form.is_valid():
            return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
        return JsonResponse(form.save().as_dict(), status=201)


@method_decorator(csrf_exempt, name="dispatch")
class NoteDetailView(View):
    def get(self, request, pk):
        return JsonResponse(get_object_or_404(Note, pk=pk).as_dict())

    def put(self, request, pk):
        note = get_object_or_404(Note, pk=pk)
        form = NoteForm(read_json(request), instance=note)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
        return JsonResponse(form.save().as_dict())

    def delete(self, request, pk):
        get_object_or_404(Note, pk=pk).delete()
        return HttpResponse(status=204)
