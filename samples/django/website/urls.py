from django.contrib.auth import views as auth_views
from django.urls import path

from . import views

urlpatterns = [
    path("greeting", views.greeting, name="greeting"),
    path("login", auth_views.LoginView.as_view(), name="login"),
    path("logout", auth_views.LogoutView.as_view(), name="logout"),
    path("account", views.account, name="account"),
    path("transfer", views.TransferView.as_view(), name="transfer"),
]
