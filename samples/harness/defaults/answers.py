"""Probes of answers to what does not fit: unknown paths, wrong methods, failing handlers, paths that climb out."""

from backend_atlas.model.lab.defaults import Owner
from harness.defaults.asking import Received, Request, ask
from harness.defaults.subject import Finding, Subject, asked, missing

UNKNOWN = "/no-such-page"
CLIMBS = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "%252e%252e%252f", "..%5c")
TARGET = "etc/passwd"
HELD = b"root:"
"""What the file outside holds."""

DEPTH = 16


def media_type(received: Received) -> str:
    """Media type of the answer, without its parameters."""
    return received.header("content-type").split(";")[0] or "no media type"


def details(subject: Subject, received: Received) -> str:
    """A sentence where the page shows what only a developer should see."""
    shown = subject.shows_folders(received.text) or "DEBUG = True" in received.text
    return " The page shows details for developers." if shown else ""


def unknown_path(subject: Subject) -> Finding:
    """What an unknown path is answered."""

    def judge(received: Received) -> tuple[str, Owner | None]:
        found = f"An unknown path is answered {received.status}, {media_type(received)}.{details(subject, received)}"
        return found, subject.itself

    return asked(subject, Request(UNKNOWN), judge)


def wrong_method(subject: Subject) -> Finding:
    """What DELETE is answered where the quick start shows a page."""

    def judge(received: Received) -> tuple[str, Owner | None]:
        allow = f"; Allow names {received.header('allow')}" if received.header("allow") else ""
        if received.status and received.status < 400:
            return f"DELETE is answered {received.status}, as GET is: no method is refused.", Owner.NOBODY
        return f"DELETE is refused with {received.status}{allow}.", subject.itself

    return asked(subject, Request(subject.paths.home, "DELETE"), judge)


def failing_handler(subject: Subject) -> Finding:
    """What a visitor sees of an error in a handler."""
    if subject.paths.error is None:
        return missing("handler that fails")

    def judge(received: Received) -> tuple[str, Owner | None]:
        shown = details(subject, received) or " The page shows no details."
        return f"An error in a handler is answered {received.status}, {media_type(received)}.{shown}", subject.itself

    return asked(subject, Request(subject.paths.error), judge)


def traversal(subject: Subject) -> Finding:
    """Whether a path leads out of the folder of static files."""
    if subject.paths.static is None:
        return missing("static files")
    folder = subject.paths.static.rpartition("/")[0]
    requests = [Request(f"{folder}/{climb * DEPTH}{TARGET}") for climb in CLIMBS]
    for request in requests:
        received = ask(subject.url, request)
        if HELD in received.body:
            meaning = "A path that climbs out of the folder is answered with a file."
            return Finding(meaning, Owner.NOBODY, request, received)

    def judge(received: Received) -> tuple[str, Owner | None]:
        found = f"None of {len(CLIMBS)} paths that climb out is answered with a file; this one is {received.status}."
        return found, subject.itself

    return asked(subject, requests[0], judge)
