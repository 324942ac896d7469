"""Probes of posted JSON: small, large and malformed."""

import json

from backend_atlas.model.lab.defaults import Owner
from harness.defaults.asking import Received, Request
from harness.defaults.subject import Finding, Subject, asked, missing

KILOBYTE = 1_000
FILLER = "{filler}"
JSON = {"Content-Type": "application/json"}


def filled(subject: Subject, size: int) -> bytes:
    """The body that the manifest gives, with a text of `size` bytes in it."""
    return json.dumps(subject.paths.json_body or {"text": FILLER}).replace(FILLER, "x" * size).encode()


def posted(subject: Subject, body: bytes, what: str) -> Finding:
    """Posts a body, and says whether it is taken."""
    if subject.paths.json_route is None:
        return missing("route that takes JSON")

    def judge(received: Received) -> tuple[str, Owner | None]:
        if received.status and received.status < 400:
            return f"{what} is taken; the answer is {received.status}.", Owner.NOBODY
        return f"{what} is refused with {received.status}.", subject.itself

    note = what[0].lower() + what[1:]
    return asked(subject, Request(subject.paths.json_route, "POST", JSON, body, note), judge)


def small(subject: Subject) -> Finding:
    """What becomes of a body of 1 KB."""
    return posted(subject, filled(subject, KILOBYTE), "A JSON body of 1 KB")


def large(subject: Subject) -> Finding:
    """What becomes of a body of 5 MB."""
    return posted(subject, filled(subject, 5_000 * KILOBYTE), "A JSON body of 5 MB")


def malformed(subject: Subject) -> Finding:
    """What becomes of text that is not JSON."""
    return posted(subject, b'{"text": ', "Malformed JSON")
