"""Probes of the headers: what every answer carries, and what the headers of a request may hold."""

from backend_atlas.model.lab.defaults import Owner
from harness.defaults.asking import Received, Request
from harness.defaults.subject import Finding, Subject, asked

SECURITY = (
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
)
"""Headers that tell a browser to be careful."""

NAMING = ("Server", "X-Powered-By")
FOREIGN = "attacker.example"
LONG = 100_000
"""Bytes of a header that no browser sends."""


def software(subject: Subject) -> Finding:
    """Which software an answer names."""

    def judge(received: Received) -> tuple[str, Owner | None]:
        named = [f"{name}: {value}" for name in NAMING for value in received.all(name)]
        if not named:
            return "No header names the software.", Owner.NOBODY
        owner = Owner.SERVER if received.header("Server") else subject.owner("X-Powered-By")
        return f"The answer names its software: {', '.join(named)}.", owner

    return asked(subject, Request(subject.paths.home), judge)


def security(subject: Subject) -> Finding:
    """Which headers for the security of browsers are set."""

    def judge(received: Received) -> tuple[str, Owner | None]:
        present = [name for name in SECURITY if received.all(name)]
        absent = [name for name in SECURITY if name not in present]
        sets = f"The answer sets {', '.join(present)}" if present else "The answer sets none of these headers"
        rest = f"{'; not ' if present else ': '}{', '.join(absent)}" if absent else ""
        return f"{sets}{rest}.", subject.itself if present else Owner.NOBODY

    return asked(subject, Request(subject.paths.home), judge)


def foreign_host(subject: Subject) -> Finding:
    """What becomes of a request for another host."""

    def judge(received: Received) -> tuple[str, Owner | None]:
        if received.status and received.status < 400:
            return f"A request for the host {FOREIGN} is answered {received.status}, as any other.", Owner.NOBODY
        return f"A request for the host {FOREIGN} is refused with {received.status}.", subject.itself

    return asked(subject, Request(subject.paths.home, headers={"Host": FOREIGN}, note=f"Host: {FOREIGN}"), judge)


def long_header(subject: Subject) -> Finding:
    """What becomes of a header of 100 KB."""

    def judge(received: Received) -> tuple[str, Owner | None]:
        if received.status and received.status < 400:
            return f"A header of 100 KB is taken; the answer is {received.status}.", Owner.NOBODY
        return f"A header of 100 KB is refused with {received.status}.", Owner.SERVER

    request = Request(subject.paths.home, headers={"X-Long": "x" * LONG}, note="with a header of 100 KB")
    return asked(subject, request, judge)
