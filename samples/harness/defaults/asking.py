"""Raw requests on connections of their own, and what came back, with every header in its order."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import h11

PATIENCE = 15.0
"""Seconds until an answer is given up."""

READ_AT_ONCE = 65_536
LARGEST_HEAD = 1_048_576
"""Bytes that the head of an answer may have."""


@dataclass(frozen=True)
class Request:
    """What is sent. Headers that HTTP needs are added."""

    path: str = "/"
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    note: str = ""
    """What a reader has to know besides method and path, as in `Host: attacker.example`."""

    def __str__(self) -> str:
        return f"{self.method} {self.path[:100]}{f', {self.note}' if self.note else ''}"

    def bytes(self, host: str) -> bytes:
        """The request exactly as it goes out."""
        needed = {"Host": host, "Connection": "close"}
        if self.body or self.method in {"POST", "PUT", "DELETE"}:
            needed["Content-Length"] = str(len(self.body))
        lines = [f"{self.method} {self.path} HTTP/1.1", *(f"{k}: {v}" for k, v in (needed | self.headers).items())]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


@dataclass(frozen=True)
class Received:
    """What came back."""

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for found, value in self.headers if found.lower() == name.lower()]

    def header(self, name: str) -> str:
        """The first value of a header, or an empty string."""
        return next(iter(self.all(name)), "")

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(errors="replace")


CLOSED = Received()
"""The connection was closed without an answer."""


def ask(url: str, request: Request) -> Received:
    """Sends one request on a connection of its own. Raises TimeoutError where nothing comes."""
    with connect(url) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):  # a server may answer before it has read everything
            connection.sendall(request.bytes(urlsplit(url).netloc))
        return receive(connection, request.method)


def connect(url: str, patience: float = PATIENCE) -> socket.socket:
    """A connection of its own."""
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 80), patience)


def receive(connection: socket.socket, method: str = "GET") -> Received:
    """Reads one answer. Raises TimeoutError where nothing comes."""
    parser = h11.Connection(h11.CLIENT, max_incomplete_event_size=LARGEST_HEAD)
    parser.send(h11.Request(method=method, target="/", headers=[("Host", "a")]))
    parser.send(h11.EndOfMessage())
    head, body = None, b""
    for event in events(connection, parser):
        if isinstance(event, h11.Response):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
    if head is None:
        return CLOSED
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers.raw_items())
    return Received(head.status_code, headers, body)


def events(connection: socket.socket, parser: h11.Connection) -> Iterator[object]:
    """The parts of an answer, until it is whole or the connection is closed."""
    while True:
        try:
            event = parser.next_event()
            if event is h11.NEED_DATA:
                parser.receive_data(connection.recv(READ_AT_ONCE))
                continue
        except (ConnectionResetError, h11.RemoteProtocolError):
            return
        yield event
        if event is h11.PAUSED or isinstance(event, h11.EndOfMessage | h11.ConnectionClosed):
            return
