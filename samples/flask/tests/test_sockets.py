import threading
import time
from collections.abc import Iterator

import pytest
from flask import Flask
from simple_websocket import Client, ConnectionClosed
from werkzeug.serving import make_server
from wsproto.events import CloseConnection


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


class Early(threading.Event):
    """Wakes the handler well before whoever sets it goes on."""

    def set(self) -> None:
        super().set()
        time.sleep(0.2)


def test_closing_is_answered_before_the_handler_ends(
    app: Flask, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SOCK_SERVER_OPTIONS", {"event_class": Early})
    client = Client(f"ws://{address}/ws/echo")
    client.sock.send(client.ws.send(CloseConnection(1000)))
    with pytest.raises(ConnectionClosed) as closed:
        client.receive(timeout=5)
    assert closed.value.reason == 1000
