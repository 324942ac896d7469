"""Notices a saved file at once, where the system tells of it.

MkDocs looks at all files twice a second, which works everywhere, and goes on. Where the system says that a file was
saved, it is only made to look without waiting.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileClosedEvent, FileDeletedEvent, FileMovedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

SAVED: list[type[FileSystemEvent]] = [FileClosedEvent, FileMovedEvent, FileDeletedEvent]
"""What ends a save. While a file is still written, there is nothing to look at, and of what is read nothing is told."""


class _Looking(FileSystemEventHandler):
    """Makes another observer look."""

    def __init__(self, looking: "BaseObserver", folder: Path) -> None:
        self.looking = looking
        self.folder = str(folder)

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - that of watchdog
        """A file was saved: looks at its folder now."""
        for emitter in self.looking.emitters:
            if emitter.watch.path == self.folder:
                emitter.queue_events(0)


def notice(folder: Path, looking: "BaseObserver") -> None:
    """Lets `looking`, which watches `folder`, look there as soon as the system tells of a saved file."""
    told = Observer()
    with suppress(OSError):  # the system tells nothing, or watches as much as it can: twice a second has to do
        told.schedule(_Looking(looking, folder), str(folder), recursive=True, event_filter=SAVED)
        told.start()
