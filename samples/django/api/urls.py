from django.urls import path

from . import views

urlpatterns = [
    path("hello/<str:name>", views.hello, name="hello"),
    path("squares/<int:number>", views.square, name="square"),
    path("files", views.upload, name="upload"),
    path("stream", views.stream, name="stream"),
    path("wait", views.wait, name="wait"),
    path("primes", views.count_primes, name="primes"),
]
