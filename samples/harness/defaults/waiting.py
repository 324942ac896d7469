"""The probe of a request that never ends: how long the server waits for it, and who waits meanwhile."""

import time
from urllib.parse import urlsplit

from backend_atlas.model.lab.defaults import End, Owner
from harness.defaults.asking import Received, Request, ask, connect, receive
from harness.defaults.subject import Finding, Subject

LIMIT = 95.0
"""Seconds that the probe waits. The longest default that is known here looks at its connections after 60 and 90."""


def unfinished(subject: Subject, limit: float = LIMIT) -> Finding:
    """What becomes of a request whose head is never finished."""
    request = Request(subject.paths.home, note="the last line of the head never comes")
    head = request.bytes(urlsplit(subject.url).netloc).removesuffix(b"\r\n")
    with connect(subject.url, limit) as connection:
        start = time.monotonic()
        connection.sendall(head)
        held = held_up(subject)
        try:
            received = receive(connection)
        except TimeoutError:
            meaning = f"A request that never ends is still open after {limit:g} s.{held}"
            return Finding(meaning, Owner.NOBODY, request, end=End.SILENT)
    return ended(request, received, time.monotonic() - start, held)


def ended(request: Request, received: Received, seconds: float, held: str) -> Finding:
    """The server gave the request up."""
    how = f"answered {received.status}" if received.status else "closed"
    meaning = f"A request that never ends is {how} after about {round(seconds, -1 if seconds > 5 else 0):g} s.{held}"
    return Finding(meaning, Owner.SERVER, request, received, End.ANSWERED if received.status else End.CLOSED)


def held_up(subject: Subject) -> str:
    """A sentence on what becomes of another request meanwhile."""
    try:
        answered = ask(subject.url, Request(subject.paths.home)).status is not None
    except TimeoutError:
        answered = False
    return " Meanwhile others are answered." if answered else " Meanwhile no other request is answered."
