"""
URL configuration for mysite project.

For more information please see:
https://docs.djangoproject.com/en/6.1/topics/http/urls/
"""

from django.contrib import admin
from django.urls import include, path

from .api import api

urlpatterns = [
    path("", include("website.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("api.urls")),
    path("api/", api.urls),
]
