import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from simple_websocket import Client
from werkzeug.serving import make_server


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where a server of this test listens: the test client does not speak WebSocket."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def test_echo(address: str) -> None:
    client = Client(f"ws://{address}/ws/echo")
    for message in ("text", b"\0bytes"):
        client.send(message)
        assert client.receive(timeout=5) == message
    client.close()
