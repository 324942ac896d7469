import asyncio
import hashlib

from django.core.handlers.asgi import ASGIRequest
from django.http import Http404, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from . import forms, primes, streams

LARGEST = 1_000_000_000  # Python refuses to write numbers of thousands of digits


def refuse(form):
    return JsonResponse({"errors": form.errors.get_json_data()}, status=400)


@require_safe
def hello(request, name):
    return JsonResponse({"hello": name})


@require_safe
def square(request, number):
    if number > LARGEST:
        raise Http404("The number is too large.")
    return JsonResponse(
        {
            "number": number,
            "square": number**2,
            "next": reverse("square", args=[number + 1]),
        }
    )


@csrf_exempt
@require_POST
def upload(request):
    form = forms.UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return refuse(form)
    file = form.cleaned_data["file"]
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return JsonResponse(
        {"name": file.name, "size": file.size, "sha256": digest.hexdigest()},
        status=201,
    )


@require_safe
def stream(request):
    asynchronous = isinstance(request, ASGIRequest)
    lines = streams.aslow_lines() if asynchronous else streams.slow_lines()
    return StreamingHttpResponse(lines, content_type="text/plain; charset=utf-8")


@require_safe
async def wait(request):
    form = forms.WaitForm(request.GET)
    if not form.is_valid():
        return refuse(form)
    ms = form.cleaned_data["ms"]
    await asyncio.sleep(ms / 1000)
    return JsonResponse({"waited": ms})


@require_safe
def count_primes(request):
    form = forms.PrimesForm(request.GET)
    if not form.is_valid():
        return refuse(form)
    below = form.cleaned_data["below"]
    return JsonResponse({"below": below, "count": primes.count_primes(below)})
