"""A quick start that runs, and what a probe found out about it."""

from collections.abc import Callable
from dataclasses import dataclass

from backend_atlas.model.lab.defaults import End, Owner
from backend_atlas.model.lab.manifest import BarePaths
from harness.defaults.asking import Received, Request, ask

SERVED_BY = frozenset({"server", "date", "connection", "keep-alive", "transfer-encoding", "via"})
"""Headers that an HTTP server adds to every answer, whatever runs on it."""


@dataclass(frozen=True)
class Subject:
    """A quick start that answers at `url`."""

    url: str
    paths: BarePaths
    framework: bool
    """Whether the technology is a framework: a runtime leaves headers to the code of the quick start."""
    folders: tuple[str, ...] = ()
    """Folders of this machine, which records leave out."""

    def owner(self, header: str) -> Owner:
        """Who sets a header."""
        if header.lower() in SERVED_BY:
            return Owner.SERVER
        return Owner.FRAMEWORK if self.framework else Owner.APPLICATION

    @property
    def itself(self) -> Owner:
        """Whose default the treatment of a request is: the framework's, or that of the code on a bare runtime."""
        return self.owner("content-type")

    def hidden(self, text: str) -> str:
        """The text without folders of this machine."""
        for folder in self.folders:
            text = text.replace(folder, "...")
        return text

    def shows_folders(self, text: str) -> bool:
        """Whether a text tells where the quick start lies on this machine, or how it failed."""
        return any(folder in text for folder in self.folders) or "Traceback" in text


@dataclass(frozen=True)
class Finding:
    """What one probe found out."""

    meaning: str
    owner: Owner | None = None
    request: Request | None = None
    received: Received | None = None
    end: End = End.ANSWERED


Probe = Callable[[Subject], Finding]
"""Asks a quick start one thing."""


def asked(subject: Subject, request: Request, judge: Callable[[Received], tuple[str, Owner | None]]) -> Finding:
    """Sends a request, and judges the answer. A closed connection or silence is judged here."""
    try:
        received = ask(subject.url, request)
    except TimeoutError:
        return Finding("The request is not answered as long as the probe waits.", Owner.NOBODY, request, end=End.SILENT)
    if received.status is None:
        return Finding("The connection is closed without an answer.", Owner.SERVER, request, received, End.CLOSED)
    meaning, owner = judge(received)
    return Finding(meaning, owner, request, received)


def missing(what: str) -> Finding:
    """The quick start has nothing that could be asked."""
    return Finding(f"The quick start has none: it has no {what}.")
