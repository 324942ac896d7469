import hashlib
import json
from unittest import mock

from channels.testing import WebsocketCommunicator

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import SimpleTestCase, override_settings
from django.urls import reverse

from mysite.asgi import application

from .primes import count_primes


class RoutingTests(SimpleTestCase):
    def test_hello(self):
        """The name in the path is decoded."""
        response = self.client.get(reverse("hello", args=["Žofie"]))
        self.assertEqual(response.json(), {"hello": "Žofie"})

    def test_square(self):
        """The answer links to the next number by the name of the route."""
        response = self.client.get("/api/squares/7")
        expected = {"number": 7, "square": 49, "next": "/api/squares/8"}
        self.assertEqual(response.json(), expected)

    def test_wrong_method(self):
        """A route for reading names the methods that it takes."""
        response = self.client.post("/api/squares/7")
        self.assertEqual(response.status_code, 405)
        self.assertEqual(response["Allow"], "GET, HEAD")

    def test_number_too_large(self):
        """A number of thousands of digits is not found."""
        response = self.client.get(f"/api/squares/{'9' * 3000}")
        self.assertEqual(response.status_code, 404)


class OrderTests(SimpleTestCase):
    def order(self, **changes):
        data = {
            "customer": "Ada",
            "lines": [{"sku": "A1", "quantity": 2}, {"sku": "B2", "quantity": 3}],
        }
        data.update(changes)
        return self.client.post("/api/orders", data, content_type="application/json")

    def test_create(self):
        """The answer has the sum of the quantities."""
        response = self.order()
        self.assertEqual(response.status_code, 201)
        self.assertEqual(response.json()["total_quantity"], 5)

    def test_refused(self):
        """The answer names the field that is wrong."""
        cases = [
            ("customer", {"customer": ""}),
            ("email", {"email": "nobody"}),
            ("lines", {"lines": []}),
            ("quantity", {"lines": [{"sku": "A1", "quantity": 0}]}),
            ("quantity", {"lines": [{"sku": "A1", "quantity": "many"}]}),
            ("colour", {"colour": "red"}),
        ]
        for field, changes in cases:
            with self.subTest(field=field, changes=changes):
                response = self.order(**changes)
                self.assertEqual(response.status_code, 422)
                self.assertIn(field, response.json()["detail"][0]["loc"])


class UploadTests(SimpleTestCase):
    def upload(self, content):
        file = SimpleUploadedFile("engine.txt", content)
        return self.client.post(reverse("upload"), {"file": file})

    def test_upload(self):
        """The answer has the size and the digest of the file."""
        response = self.upload(b"cogs")
        self.assertEqual(response.status_code, 201)
        digest = hashlib.sha256(b"cogs").hexdigest()
        expected = {"name": "engine.txt", "size": 4, "sha256": digest}
        self.assertEqual(response.json(), expected)

    @override_settings(MAX_UPLOAD_SIZE=3)
    def test_too_large(self):
        """A file over the limit is refused."""
        self.assertEqual(self.upload(b"cogs").status_code, 400)


class JobTests(SimpleTestCase):
    @mock.patch("api.tasks.time.sleep")
    def test_result(self, sleep):
        """A job that is done has its result."""
        data = {"text": "engine"}
        response = self.client.post("/api/jobs", data, content_type="application/json")
        self.assertEqual(response.status_code, 202)
        job_id = response.json()["id"]
        response = self.client.get(f"/api/jobs/{job_id}")
        expected = {"id": job_id, "state": "done", "result": "ENGINE"}
        self.assertEqual(response.json(), expected)

    def test_refused(self):
        """JSON that is no object, or has no text, is refused."""
        for data in [[], None, {}, {"text": ""}, {"text": ["engine"]}]:
            with self.subTest(data=data):
                response = self.client.post(
                    "/api/jobs", json.dumps(data), content_type="application/json"
                )
                self.assertEqual(response.status_code, 422)

    def test_unknown(self):
        """A job that was never taken is not found."""
        url = "/api/jobs/00000000-0000-4000-8000-000000000000"
        self.assertEqual(self.client.get(url).status_code, 404)


@mock.patch("api.streams.PAUSE", 0)
class StreamTests(SimpleTestCase):
    expected = b"line 1\nline 2\nline 3\nline 4\nline 5\n"

    def test_wsgi(self):
        """Under WSGI the lines come from an iterator."""
        response = self.client.get(reverse("stream"))
        self.assertEqual(b"".join(response), self.expected)

    async def test_asgi(self):
        """Under ASGI the lines come from an asynchronous iterator."""
        response = await self.async_client.get(reverse("stream"))
        self.assertIs(response.is_async, True)
        self.assertEqual(b"".join([line async for line in response]), self.expected)


class WaitTests(SimpleTestCase):
    async def test_wait(self):
        """The answer says how long the view waited."""
        response = await self.async_client.get("/api/wait?ms=1")
        self.assertEqual(response.json(), {"waited": 1})

    async def test_too_long(self):
        """More than five seconds are refused."""
        response = await self.async_client.get("/api/wait?ms=5001")
        self.assertEqual(response.status_code, 400)


class PrimesTests(SimpleTestCase):
    def test_count(self):
        """Known counts of primes below a limit."""
        for below, count in [(0, 0), (2, 0), (3, 1), (100, 25), (100_000, 9592)]:
            with self.subTest(below=below):
                self.assertEqual(count_primes(below), count)


class EchoTests(SimpleTestCase):
    def connect(self, origin):
        headers = [(b"origin", origin)]
        return WebsocketCommunicator(application, "/ws/echo", headers=headers)

    async def test_echo(self):
        """Text and binary messages come back."""
        communicator = self.connect(b"http://127.0.0.1")
        self.assertIs((await communicator.connect())[0], True)
        await communicator.send_to(text_data="Hello")
        self.assertEqual(await communicator.receive_from(), "Hello")
        await communicator.send_to(bytes_data=b"\x00\x01")
        self.assertEqual(await communicator.receive_from(), b"\x00\x01")
        await communicator.disconnect()

    async def test_foreign_origin(self):
        """Pages of other sites may not connect."""
        communicator = self.connect(b"https://example.org")
        self.assertIs((await communicator.connect())[0], False)
