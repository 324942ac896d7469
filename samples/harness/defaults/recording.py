"""Starts a quick start in each of its modes, asks every probe, and makes the record."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress

import httpx

from backend_atlas.model.lab import DefaultsRecord, Manifest, Variant
from backend_atlas.model.lab.defaults import Answer, End, Header, Mode, ModeRecord, Observation
from backend_atlas.model.lab.manifest import Command
from contract.page import Page
from harness.defaults.probes import PROBES
from harness.defaults.subject import Finding, Probe, Subject
from harness.environment import environment, release
from harness.faults import Fault
from harness.installing import Installation
from harness.samples import Sample
from harness.servers import Running

Probes = tuple[tuple[str, str, Probe], ...]

Turn = AbstractContextManager[object]
"""Held while a server starts: all at once, they would be late."""

EXCERPT = 400
"""Characters of a body that are kept."""

VALUE = 2_000


def modes(manifest: Manifest) -> dict[Mode, Command]:
    """The command of each mode."""
    found = {Mode.DEVELOPMENT: manifest.bare.serve}
    return found | ({Mode.PRODUCTION: manifest.bare.production} if manifest.bare.production else {})


def record(sample: Sample, installation: Installation, observed: tuple[ModeRecord, ...]) -> DefaultsRecord:
    """The record of a quick start."""
    return DefaultsRecord(
        technology=sample.id,
        name=sample.manifest.name,
        release=release(installation),
        source=sample.manifest.bare.source,
        environment=environment(installation),
        modes=observed,
    )


def observe(
    installation: Installation, mode: Mode, command: Command, probes: Probes = PROBES, turn: Turn | None = None
) -> ModeRecord:
    """Starts a quick start in one mode, in its turn, and asks every probe. Raises Fault."""
    with started(installation, mode, command, turn or nullcontext()) as running:
        manifest = installation.sample.manifest
        places = (running.copy, running.folder, installation.folder, installation.runtime.parents[1])
        folders = tuple(str(path) for path in places)
        subject = Subject(running.url, manifest.bare.paths, manifest.release_of is not None, folders)
        found = [observation(subject, name, title, probe(subject)) for name, title, probe in probes]
        running.check_alive()
    return ModeRecord(mode=mode, command=" ".join(command), observations=tuple(found))


@contextmanager
def started(installation: Installation, mode: Mode, command: Command, turn: Turn) -> Iterator[Running]:
    """The quick start, prepared and started in a new folder."""
    bare = installation.sample.manifest.bare
    variant = Variant(id=mode.value, name=f"Quick start, {mode.value}", serve=command, processes=1, threads=1)
    running = Running(installation, variant, ready=bare.paths.home)
    try:
        for preparing in bare.prepare:
            done = running.run(preparing)
            if done.returncode:
                raise Fault(f"{running.name}: {' '.join(preparing)} ended with status {done.returncode}", done.stdout)
        with turn:
            running.start()
        yield running
    finally:
        with suppress(Fault):  # what a development server leaves behind is killed; it is no fault of the quick start
            running.close()


def observation(subject: Subject, name: str, title: str, finding: Finding) -> Observation:
    """A finding as it is recorded, without folders of this machine."""
    return Observation(
        probe=name,
        title=title,
        request=str(finding.request) if finding.request else None,
        answer=answer(subject, finding) if finding.request else None,
        meaning=finding.meaning,
        owner=finding.owner,
    )


def answer(subject: Subject, finding: Finding) -> Answer:
    """What came back, as it is recorded."""
    received = finding.received
    if received is None or received.status is None:
        return Answer(end=finding.end)
    headers = tuple(
        Header(name=name, value=subject.hidden(value)[:VALUE], owner=subject.owner(name))
        for name, value in received.headers
    )
    excerpt = subject.hidden(visible(received.text, received.header("content-type")))[:EXCERPT]
    return Answer(end=End.ANSWERED, status=received.status, headers=headers, excerpt=excerpt)


def visible(text: str, media_type: str) -> str:
    """The words of a body: of a page those that a reader sees."""
    if "html" not in media_type:
        return " ".join(text.split())
    page = Page(httpx.Response(200, request=httpx.Request("GET", "http://127.0.0.1/"), text=text))
    for unseen in list(page.tree.iter()):
        if unseen.tag in {"script", "style"}:
            unseen.text = ""
    return page.words
