from django.urls import path

from . import views
from .orders import api as orders

urlpatterns = [
    path("hello/<str:name>", views.hello, name="hello"),
    path("squares/<int:number>", views.square, name="square"),
    path("files", views.upload, name="upload"),
    path("stream", views.stream, name="stream"),
    path("jobs", views.create_job, name="create_job"),
    path("jobs/<uuid:job_id>", views.show_job, name="show_job"),
    path("wait", views.wait, name="wait"),
    path("primes", views.count_primes, name="primes"),
    path("", orders.urls),
]
