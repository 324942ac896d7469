"""What is measured: samples in their own environments, deployed as the manifests say."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from backend_atlas.digest import digest
from backend_atlas.model.lab.measurements import Subject
from harness.environment import release, runtime
from harness.installing import Installation
from harness.measure.processes import pinned
from harness.servers import Running

CORE = 0
"""The logical processor that servers run on. Requests come from another."""

HOLDS_THREADS = "concurrency"
"""A variant that cannot do this task holds a thread for each request that waits."""


@dataclass(frozen=True)
class Measured:
    """One way to deploy one sample, running."""

    subject: Subject
    running: Running
    threads_wait: bool
    twin: bool = False

    @property
    def key(self) -> tuple[str, str, bool]:
        """Tells it from every other."""
        return (self.subject.technology, self.subject.variant, self.twin)


@dataclass(frozen=True)
class Wanted:
    """What is to be measured."""

    installation: Installation
    variant: int = 0
    twin: bool = False


def subject(installation: Installation, variant: int) -> Subject:
    """The sample and its deployment, for the record."""
    manifest = installation.sample.manifest
    deployed = manifest.variants[variant]
    return Subject(
        technology=manifest.id,
        name=manifest.name,
        release=release(installation),
        runtime=runtime(installation),
        variant=deployed.id,
        deployed=deployed.name,
        processes=deployed.processes,
        threads=deployed.threads,
        sample=digest(installation.sample.folder),
    )


def every_variant(installations: Sequence[Installation]) -> list[Wanted]:
    """All variants of all samples."""
    return [
        Wanted(installation, index)
        for installation in installations
        for index in range(len(installation.sample.manifest.variants))
    ]


@contextmanager
def prepared(wanted: Sequence[Wanted], *, started: bool) -> Iterator[list[Measured]]:
    """Copies that are ready to be started, or run. Everything that is started runs on the processor for servers."""
    with ExitStack() as stack, pinned(CORE):
        found = []
        for item in wanted:
            variant = item.installation.sample.manifest.variants[item.variant]
            running = Running(item.installation, variant)
            stack.callback(running.close)
            running.prepare()
            if started:
                running.start_server()
            subject_ = subject(item.installation, item.variant)
            found.append(Measured(subject_, running, HOLDS_THREADS in variant.cannot, item.twin))
        yield found
