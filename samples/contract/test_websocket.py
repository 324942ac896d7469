"""Checks of the task `websocket`."""

from collections.abc import Callable

import pytest
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from harness.servers import Running

PATIENCE = 10.0
"""Seconds until a message is given up."""

FOREIGN = "http://attacker.example"
"""A site that has nothing to do with the sample."""


def opened(running: Running, origin: str | None = None) -> ClientConnection:
    """A WebSocket to the echo, as a browser page of `origin` opens it."""
    address = running.url.replace("http://", "ws://") + "/ws/echo"
    return connect(
        address, origin=Origin(origin or running.url), open_timeout=PATIENCE, close_timeout=PATIENCE, proxy=None
    )


@pytest.mark.probe
def test_text_comes_back(running: Running) -> None:
    """Text comes back as it was sent, letters outside ASCII and a long message included."""
    with opened(running) as socket:
        for text in ("hello", "Zoë 🙂", " ", "x" * 70_000):
            socket.send(text)
            assert socket.recv(PATIENCE) == text


def test_an_empty_message_does_no_harm(running: Running, observed: Callable[[str], None]) -> None:
    """The connection goes on after an empty message. Whether that comes back is only observed."""
    with opened(running) as socket:
        socket.send("")
        socket.send("after it")
        first = socket.recv(PATIENCE)
        observed("An empty message comes back." if first == "" else "An empty message is lost.")
        assert first == "after it" or socket.recv(PATIENCE) == "after it"


def test_binary_messages_come_back(running: Running) -> None:
    """Binary messages come back as binary messages with the same bytes."""
    with opened(running) as socket:
        for data in (bytes(range(256)), b"\x00", b"plain ASCII"):
            socket.send(data)
            assert socket.recv(PATIENCE) == data


def test_messages_keep_their_order(running: Running) -> None:
    """Messages sent without waiting come back in their order, text and binary mixed."""
    messages = [f"message {number}" if number % 3 else f"{number}".encode() for number in range(50)]
    with opened(running) as socket:
        for message in messages:
            socket.send(message)
        assert [socket.recv(PATIENCE) for _ in messages] == messages


def test_two_connections_are_kept_apart(running: Running) -> None:
    """Each of two connections gets only what was sent on it."""
    with opened(running) as one, opened(running) as other:
        one.send("for one")
        other.send("for the other")
        assert one.recv(PATIENCE) == "for one"
        assert other.recv(PATIENCE) == "for the other"


def test_a_ping_is_answered(running: Running) -> None:
    """A ping is answered by a pong with the same content."""
    with opened(running) as socket:
        assert socket.ping(b"are you there").wait(PATIENCE)


def test_closing_is_answered(running: Running) -> None:
    """Closing is answered with a close, not with a broken connection."""
    with opened(running) as socket:
        socket.send("last words")
        assert socket.recv(PATIENCE) == "last words"
        socket.close(1000, "done")
        received = socket.protocol.close_rcvd
    assert received is not None, "no close frame came back"
    assert received.code == 1000


def test_a_page_of_the_own_site_may_connect(running: Running, observed: Callable[[str], None]) -> None:
    """A page of the own site may connect. Whether one of another site may is only observed."""
    with opened(running) as socket:
        socket.send("own site")
        assert socket.recv(PATIENCE) == "own site"
    observed(f"A page of another site is {welcome(running)}.")


def welcome(running: Running) -> str:
    """What becomes of a connection from a page of another site."""
    try:
        with opened(running, FOREIGN) as socket:
            socket.send("hello")
            return "accepted" if socket.recv(PATIENCE) == "hello" else "answered with something else"
    except InvalidStatus as refusal:
        return f"refused with status {refusal.response.status_code}"
    except (ConnectionClosed, InvalidHandshake, ConnectionError) as refusal:
        return f"refused: {type(refusal).__name__}"
