import os
from unittest import mock

from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client, TestCase
from django.urls import reverse

from .models import Transfer


class GreetingTests(TestCase):
    def test_markup_is_escaped(self):
        """Markup in the name is shown as text."""
        response = self.client.get(reverse("greeting"), {"name": '<b>"Ada"</b>'})
        self.assertContains(response, "Hello, &lt;b&gt;&quot;Ada&quot;&lt;/b&gt;!")
        self.assertNotContains(response, "<b>")


class LoginTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        get_user_model().objects.create_user("ada", password="analytical")

    def log_in(self, password):
        data = {"username": "ada", "password": password}
        return self.client.post(reverse("login"), data)

    def test_login(self):
        """The right password leads to the account page, which names the user."""
        self.assertRedirects(self.log_in("analytical"), reverse("account"))
        response = self.client.get(reverse("account"))
        self.assertContains(response, '<strong id="user">ada</strong>', html=True)

    def test_wrong_password(self):
        """A wrong password gives no session."""
        self.assertEqual(self.log_in("difference").status_code, 200)
        self.assertNotIn("sessionid", self.client.cookies)

    def test_visitors_are_sent_to_the_login(self):
        """The account page is closed to visitors."""
        response = self.client.get(reverse("account"))
        self.assertRedirects(response, "/login?next=/account")

    def test_logout_ends_the_session(self):
        """A cookie that was kept opens nothing after logging out."""
        self.log_in("analytical")
        kept = self.client.cookies["sessionid"].value
        self.client.post(reverse("logout"))
        self.client.cookies["sessionid"] = kept
        response = self.client.get(reverse("account"))
        self.assertRedirects(response, "/login?next=/account")


class TransferTests(TestCase):
    data = {"to": "Grace", "amount": "12.50"}

    @classmethod
    def setUpTestData(cls):
        cls.ada = get_user_model().objects.create_user("ada")

    def test_send(self):
        """A transfer is stored for its sender, and the next page says so."""
        self.client.force_login(self.ada)
        response = self.client.post(reverse("transfer"), self.data, follow=True)
        self.assertContains(response, "Sent 12.50 to Grace.")
        self.assertEqual(Transfer.objects.get().sender, self.ada)

    def test_token_is_required(self):
        """A post without the token of the form is refused."""
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.ada)
        response = client.post(reverse("transfer"), self.data)
        self.assertEqual(response.status_code, 403)
        self.assertIs(Transfer.objects.exists(), False)


class CreateEditorTests(TestCase):
    @mock.patch.dict(os.environ, {"USER_PASSWORD": "analytical"})
    def test_create(self):
        """The new user may enter the admin and edit notes, and nothing else."""
        call_command("createeditor", "ada", stdout=mock.Mock())
        ada = get_user_model().objects.get(username="ada")
        self.assertIs(ada.check_password("analytical"), True)
        self.assertIs(ada.is_staff, True)
        self.assertIs(ada.has_perm("notes.change_note"), True)
        self.assertIs(ada.has_perm("auth.change_user"), False)

    @mock.patch.dict(os.environ, {"USER_PASSWORD": "analytical"})
    def test_name_is_taken(self):
        """A user who is there already stays as she is."""
        get_user_model().objects.create_user("ada")
        with self.assertRaisesMessage(CommandError, "There is a user ada already."):
            call_command("createeditor", "ada")
        self.assertIs(get_user_model().objects.get().is_staff, False)

    @mock.patch.dict(os.environ, clear=True)
    def test_password_is_required(self):
        """Without a password no user is created."""
        message = "Set USER_PASSWORD to the user's password."
        with self.assertRaisesMessage(CommandError, message):
            call_command("createeditor", "ada")
