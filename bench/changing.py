"""How long a reader of `mkdocs serve` waits for a change of the data."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

FILE = "data/technologies/django.yml"
PAGE = "technologies/django/"
NOTE = re.compile(r"(?<=^    note: )(?=[A-Z][^\n]*\n(?: {6}[^\n]*\n)?    \w)", re.MULTILINE)
"""Where a note of one or two lines begins: there is room for a mark before it."""

CELLS = "\nfeatures:\n"
"""What stands before the cells of a technology."""

BEGINNING, CHANGE = 3600.0, 600.0
"""Seconds after which nobody waits any longer for the first build, and for a change."""

PAUSE = 0.02
"""Seconds between two looks at the page."""

CHANGES = 3


def changed(project: Path, changes: int = CHANGES) -> tuple[float, ...]:
    """Seconds from saving a note until the page of its technology shows it, for one change after the other.

    The file is as before at the end. Raises `TimeoutError` where nothing comes.
    """
    path = project / FILE
    before = path.read_text(encoding="utf-8")
    with _served(project) as page:
        _until(lambda: bool(page()), BEGINNING)
        found = [_change(path, before, f"Measured {number}. ", page) for number in range(1, changes + 1)]
    path.write_text(before, encoding="utf-8")
    return tuple(found)


def _change(path: Path, text: str, mark: str, page: Callable[[], str]) -> float:
    started = time.perf_counter()
    path.write_text(marked(text, mark), encoding="utf-8")
    _until(lambda: mark in page(), CHANGE)
    return time.perf_counter() - started


def marked(text: str, mark: str) -> str:
    """The text of a technology, with a mark before the first note of a cell that has room for it."""
    facts, _, cells = text.partition(CELLS)
    return facts + CELLS + NOTE.sub(mark, cells, count=1)


def _until(met: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not met():
        if time.monotonic() > end:
            raise TimeoutError(f"nothing came within {seconds:.0f} seconds")
        time.sleep(PAUSE)


@contextmanager
def _served(project: Path) -> Iterator[Callable[[], str]]:
    """Gives the page as it is served; nothing before the server answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    kept = project / "served"
    kept.mkdir(exist_ok=True)
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(kept)}
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    opener = build_opener(ProxyHandler({}))

    def page() -> str:
        if server.poll() is not None:
            raise ChildProcessError("mkdocs serve ended")
        try:
            with opener.open(f"http://{address}/{PAGE}", timeout=CHANGE) as answer:
                return str(answer.read(), "utf-8")
        except (URLError, HTTPException, ConnectionError):
            return ""

    with (project / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=project, env=settings, stdout=log, stderr=log)
        try:
            yield page
        finally:
            server.terminate()
            server.wait()
