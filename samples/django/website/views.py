from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe
from django.views.generic import CreateView

from .models import Transfer


@require_safe
def greeting(request):
    name = request.GET.get("name", "stranger")
    return render(request, "website/greeting.html", {"name": name})


@login_required
@require_safe
def account(request):
    return render(request, "website/account.html")


class TransferView(LoginRequiredMixin, SuccessMessageMixin, CreateView):
    model = Transfer
    fields = ["to", "amount"]
    success_url = reverse_lazy("transfer")
    success_message = "Sent %(amount)s to %(to)s."

    def form_valid(self, form):
        form.instance.sender = self.request.user
        return super().form_valid(form)
