import io
import time

import pytest
from flask import Flask
from flask.testing import FlaskClient

ORDER = {"customer": "Ada", "lines": [{"sku": "pen", "quantity": 2}, {"sku": "ink", "quantity": 3}]}


def test_hello(client: FlaskClient) -> None:
    assert client.get("/api/hello/Zoë").json == {"hello": "Zoë"}


def test_next_square_is_linked(client: FlaskClient) -> None:
    assert client.get("/api/squares/7").json == {
        "number": 7,
        "square": 49,
        "next": "/api/squares/8",
    }


def test_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    response = client.post("/api/squares/7")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_errors_of_the_api_are_json_and_those_of_pages_are_not(client: FlaskClient) -> None:
    assert client.get("/api/nothing").json["code"] == 404
    assert client.get("/nothing").mimetype == "text/html"


def test_primes(client: FlaskClient) -> None:
    assert client.get("/api/primes?below=100").json == {"below": 100, "count": 25}
    assert client.get("/api/primes?below=5000001").status_code == 400


def test_order_is_added_up(client: FlaskClient) -> None:
    response = client.post("/api/orders", json=ORDER)
    assert response.status_code == 201
    assert response.json == ORDER | {"total_quantity": 5}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"customer": ""}, "customer"),
        ({"lines": []}, "lines"),
        ({"lines": [{"sku": "pen", "quantity": 0}]}, "quantity"),
        ({"lines": [{"sku": "pen", "quantity": "two"}]}, "quantity"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_bad_order_is_refused_by_field(client: FlaskClient, change: dict, field: str) -> None:
    response = client.post("/api/orders", json=ORDER | change)
    assert response.status_code == 422
    assert field in str(response.json["errors"])


def test_note_is_stored_changed_and_removed(client: FlaskClient) -> None:
    note = client.post("/api/notes", json={"title": "'; drop table note", "body": "\0 🦉"}).json
    address = f"/api/notes/{note['id']}"
    assert client.get("/api/notes").json == [note]
    changed = client.put(address, json={"title": "New", "body": ""}).json
    assert client.get(address).json == changed
    assert changed["title"] == "New"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("title", ["", "a" * 101, "\ud83e"])
def test_note_with_a_bad_title_is_refused(client: FlaskClient, title: str) -> None:
    assert client.post("/api/notes", json={"title": title, "body": ""}).status_code == 422


def test_upload_is_measured(client: FlaskClient) -> None:
    response = client.post("/api/files", data={"file": (io.BytesIO(b"abc"), "abc.txt")})
    assert response.status_code == 201
    assert response.json["name"] == "abc.txt"
    assert response.json["size"] == 3
    assert response.json["sha256"].startswith("ba7816bf")


def test_large_upload_is_refused(client: FlaskClient) -> None:
    file = io.BytesIO(bytes(3_000_000))
    assert client.post("/api/files", data={"file": (file, "large")}).status_code == 413


def test_upload_may_be_larger_than_other_bodies(client: FlaskClient) -> None:
    file = io.BytesIO(bytes(1_500_000))
    response = client.post("/api/files", data={"file": (file, "large")})
    assert response.json["size"] == 1_500_000
    note = {"title": "Large", "body": "a" * 1_100_000}
    assert client.post("/api/notes", json=note).status_code == 413


def test_stream_comes_in_parts(client: FlaskClient) -> None:
    assert next(iter(client.get("/api/stream").iter_encoded())) == b"line 1\n"


def test_wait(client: FlaskClient) -> None:
    start = time.monotonic()
    assert client.get("/api/wait?ms=50").json == {"waited": 50}
    assert time.monotonic() - start >= 0.05
    assert client.get("/api/wait?ms=5001").status_code == 400


@pytest.mark.parametrize("job", [[], "text", None, {}, {"text": ""}, {"text": 1}])
def test_bad_job_is_refused(client: FlaskClient, job: object) -> None:
    assert client.post("/api/jobs", json=job).status_code == 422


def test_job_is_done(app: Flask, client: FlaskClient) -> None:
    app.extensions["celery"].conf.update(task_always_eager=True, task_store_eager_result=True)
    job = client.post("/api/jobs", json={"text": "loud"})
    assert job.status_code == 202
    done = client.get(f"/api/jobs/{job.json['id']}").json
    assert done == {"id": job.json["id"], "state": "done", "result": "LOUD"}
