from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.urls import reverse

from .models import Note


class NoteApiTests(TestCase):
    def send(self, method, url, data):
        call = getattr(self.client, method)
        return call(url, data, content_type="application/json")

    def test_create(self):
        """A posted note is stored."""
        response = self.send("post", "/api/notes", {"title": "Milk"})
        self.assertEqual(response.status_code, 201)
        note = Note.objects.get()
        expected = {"id": note.pk, "title": "Milk", "body": "", "pinned": False}
        self.assertEqual(response.json(), expected)
        self.assertEqual((note.title, note.body, note.pinned), ("Milk", "", False))

    def test_text_is_kept(self):
        """Quotes, SQL, spaces and emoji are stored as they were sent."""
        text = " '\"; DROP TABLE notes_note; -- 🦀\n"
        self.send("post", "/api/notes", {"title": text, "body": text})
        note = Note.objects.get()
        self.assertEqual((note.title, note.body), (text, text))

    def test_refused(self):
        """The answer names the wrong field, and nothing is stored."""
        cases = [
            ("title", {"body": "Text"}),
            ("title", {"title": ""}),
            ("title", {"title": {"a": 1}}),
            ("title", {"title": "half a surrogate pair: \ud83e"}),
            ("body", {"title": "Milk", "body": None}),
            ("pinned", {"title": "Milk", "pinned": "perhaps"}),
        ]
        for field, data in cases:
            with self.subTest(field=field, data=data):
                response = self.send("post", "/api/notes", data)
                self.assertEqual(response.status_code, 422)
                self.assertIn(field, response.json()["detail"][0]["loc"])
        self.assertIs(Note.objects.exists(), False)

    def test_malformed_json(self):
        """A body that is no JSON object is refused."""
        cases = [("{", 400), ("\xff", 400), ("[]", 422), ("null", 422), ('"text"', 422)]
        for body, status in cases:
            with self.subTest(body=body):
                response = self.send("post", "/api/notes", body)
                self.assertEqual(response.status_code, status)

    def test_list(self):
        """All notes are listed, oldest first."""
        Note.objects.bulk_create([Note(title="One"), Note(title="Two")])
        response = self.client.get("/api/notes")
        self.assertEqual([note["title"] for note in response.json()], ["One", "Two"])

    def test_replace(self):
        """A note is replaced as a whole."""
        note = Note.objects.create(title="Milk", body="Two litres")
        response = self.send("put", f"/api/notes/{note.pk}", {"title": "Tea"})
        self.assertEqual(response.status_code, 200)
        note.refresh_from_db()
        self.assertEqual((note.title, note.body), ("Tea", ""))

    def test_delete(self):
        """A removed note is not found."""
        url = f"/api/notes/{Note.objects.create(title='Milk').pk}"
        self.assertEqual(self.client.delete(url).status_code, 204)
        self.assertEqual(self.client.get(url).status_code, 404)


class NoteAdminTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.ada = get_user_model().objects.create_user("ada", is_staff=True)
        cls.ada.user_permissions.set(
            Permission.objects.filter(content_type__app_label="notes")
        )

    def test_visitors_are_sent_to_the_login(self):
        """The admin is closed to visitors."""
        response = self.client.get(reverse("admin:index"))
        self.assertRedirects(response, "/admin/login/?next=/admin/")

    def test_editors_add_notes(self):
        """A user with the permissions on notes adds one."""
        self.client.force_login(self.ada)
        response = self.client.post(reverse("admin:notes_note_add"), {"title": "Milk"})
        self.assertRedirects(response, reverse("admin:notes_note_changelist"))
        self.assertEqual(Note.objects.get().title, "Milk")
