import time

import pytest
from fastapi.testclient import TestClient

from app.worker import celery

ORDER = {"customer": "Ada", "lines": [{"sku": "pen", "quantity": 2}, {"sku": "ink", "quantity": 3}]}


def test_hello(client: TestClient) -> None:
    assert client.get("/api/hello/Zoë").json() == {"hello": "Zoë"}


def test_next_square_is_linked(client: TestClient) -> None:
    answer = {"number": 7, "square": 49, "next": "/api/squares/8"}
    assert client.get("/api/squares/7").json() == answer


def test_primes(client: TestClient) -> None:
    assert client.get("/api/primes?below=100").json() == {"below": 100, "count": 25}
    assert client.get("/api/primes?below=5000001").status_code == 422


def test_order_is_added_up(client: TestClient) -> None:
    response = client.post("/api/orders", json=ORDER)
    assert response.status_code == 201
    assert response.json() == ORDER | {"email": None, "total_quantity": 5}


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
def test_bad_order_is_refused_by_field(client: TestClient, change: dict, field: str) -> None:
    response = client.post("/api/orders", json=ORDER | change)
    assert response.status_code == 422
    assert field in response.json()["detail"][0]["loc"]


def test_note_is_stored_changed_and_removed(client: TestClient) -> None:
    note = client.post("/api/notes", json={"title": "'; drop table note", "body": "\0 🦉"}).json()
    address = f"/api/notes/{note['id']}"
    assert client.get("/api/notes").json() == [note]
    changed = client.put(address, json={"title": "New", "body": ""}).json()
    assert client.get(address).json() == changed
    assert changed["title"] == "New"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("title", ["", "a" * 101, r"\ud83e"])
def test_note_with_a_bad_title_is_refused(client: TestClient, title: str) -> None:
    body = f'{{"title": "{title}", "body": ""}}'
    response = client.post("/api/notes", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["body", "title"]


def test_upload_is_measured(client: TestClient) -> None:
    response = client.post("/api/files", files={"file": ("abc.txt", b"abc")})
    assert response.status_code == 201
    assert response.json()["size"] == 3
    assert response.json()["sha256"].startswith("ba7816bf")


def test_large_upload_is_refused(client: TestClient) -> None:
    response = client.post("/api/files", files={"file": ("large", bytes(3_000_000))})
    assert response.status_code == 413


def test_stream(client: TestClient) -> None:
    assert client.get("/api/stream").text.splitlines()[-1] == "line 5"


def test_wait(client: TestClient) -> None:
    start = time.monotonic()
    assert client.get("/api/wait?ms=50").json() == {"waited": 50}
    assert time.monotonic() - start >= 0.05
    assert client.get("/api/wait?ms=5001").status_code == 422


def test_large_body_is_refused(client: TestClient) -> None:
    response = client.post("/api/notes", json={"title": "Large", "body": "a" * 1_100_000})
    assert response.status_code == 413


def test_upload_may_be_larger_than_other_bodies(client: TestClient) -> None:
    response = client.post("/api/files", files={"file": ("large", bytes(1_500_000))})
    assert response.json()["size"] == 1_500_000


def test_job_is_done(client: TestClient) -> None:
    celery.conf.update(task_always_eager=True, task_store_eager_result=True)
    job = client.post("/api/jobs", json={"text": "loud"})
    assert job.status_code == 202
    done = {"id": job.json()["id"], "state": "done", "result": "LOUD"}
    assert client.get(f"/api/jobs/{done['id']}").json() == done


def test_echo(client: TestClient) -> None:
    with client.websocket_connect("/ws/echo") as socket:
        socket.send_text("text")
        assert socket.receive_text() == "text"
        socket.send_bytes(b"\0bytes")
        assert socket.receive_bytes() == b"\0bytes"
