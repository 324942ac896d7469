"""What takes the place of building everything after each change, and what shows in the browser what is wrong."""

import gc
import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any
from wsgiref.headers import Headers

from mkdocs.exceptions import BuildError
from mkdocs.plugins import get_plugin_logger

from backend_atlas import links
from backend_atlas.clock import today
from backend_atlas.memory import Memory
from backend_atlas.publishing import Publication
from backend_atlas.render import environment
from backend_atlas.rules.finding import SAMPLES
from serving.built import Built

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("atlas")

Written = tuple[int, int]
"""Of a file: when it was written last, in nanoseconds, and its bytes."""


class Preview:
    """Builds after each change, and keeps what is wrong, to be shown."""

    def __init__(self) -> None:
        self.memory = Memory(lasting=True)
        self.surroundings: Mapping[Path, Written] = {}
        """Everything that a build reads, but for the data."""
        self.build: Callable[[], None]
        self.begun: Built | None = None
        self.built: Built | None = None
        self.problem = ""

    def begin(self, config: "MkDocsConfig") -> None:
        """MkDocs builds everything. What was made before counts only if nothing changed but data and Markdown."""
        now, before = dict(_surroundings(config)), self.surroundings
        changed = {path for path in {*now, *before} if now.get(path) != before.get(path)}
        if any(path.suffix != ".md" for path in changed):
            self.memory = Memory(lasting=True)
            environment.cache_clear()  # a template may have changed
        self.surroundings = now
        config.extra["memory"] = self.memory
        self.begun = Built(config)

    def __call__(self) -> None:
        """Never fails: what is wrong is said in the terminal, and on every page of the browser, which loads anew."""
        said, failed = _Said(), ""
        logging.getLogger("mkdocs").addHandler(said)
        try:
            if not self.followed():
                self.built = None
                gc.unfreeze()
                self.build()
                self.keep()
        except BuildError as error:
            log.error("%s", error)  # noqa: TRY400 - bad data are no fault of the program
            failed = str(error)
        except Exception as error:  # whatever it is, the next save may mend it
            failed = f"{type(error).__name__}: {error}"
            self.built = None
            if not said.texts:
                log.exception("The site could not be built.")
        finally:
            logging.getLogger("mkdocs").removeHandler(said)
        strict = bool(self.begun and self.begun.config.strict)
        if said.texts and strict and not failed:
            self.built = None  # the next time every page is asked again
        self.problem = "\n".join(said.texts) or failed if failed or strict else ""

    def keep(self) -> None:
        """Everything was built. It stays: looking through it for garbage would take longer than a change."""
        self.built = self.begun
        gc.freeze()

    def followed(self) -> bool:
        """Whether a change of the data alone was followed. Raises `BuildError` where they have problems."""
        built = self.built
        if built is None or built.day != today() or dict(_surroundings(built.config)) != self.surroundings:
            return False
        before, told = built.publication, built.told()
        built.config.plugins.on_pre_build(config=built.config)
        if _frame(before) != _frame(built.publication):
            return False
        self.built = None
        built.follow(before, told)
        self.built = built
        return True

    def shown(self, app: "WSGIApplication") -> "WSGIApplication":
        """The same application, with what is wrong at the top of each page."""

        def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            started: list[Any] = []
            body = app(environ, lambda *given: started.extend(given))  # type: ignore[arg-type]
            status, headers = started[0], Headers(started[1])
            if self.problem and headers.get("Content-Type", "").startswith("text/html"):
                body = [self.with_problem(b"".join(body))]
                headers["Content-Length"] = str(len(body[0]))
            start_response(status, headers.items())
            return body

        return answer

    def with_problem(self, page: bytes) -> bytes:
        """A page with what is wrong before its content."""
        assert self.begun  # noqa: S101 - there is no server before something was built
        text = self.begun.env.get_template("partials/problem.html").render(problem=self.problem)
        head, main, rest = page.partition(b"<main")
        return head + text.encode() + main + rest


class _Said(logging.Handler):
    """Warnings and errors of one thread: the server has others, which say what they could not find."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread:
            self.texts.append(record.getMessage())


def _frame(found: Publication) -> tuple[object, ...]:
    """What stands on more pages than one, or decides which there are. Where it changes, everything is built."""
    pages = ((page.address, page.title, page.in_navigation, page.source) for page in found.pages)
    return *pages, *found.files, *found.readings, *found.pictures


def _surroundings(config: "MkDocsConfig") -> Iterator[tuple[Path, Written]]:
    """Everything that is watched but the data, and when it was written last."""
    project = Path(config.docs_dir).parent
    followed = (project / links.DATA_FILES, project / SAMPLES)
    for root in map(Path, (config.docs_dir, config.config_file_path or "", *config.watch)):
        if root in followed:
            continue
        for path in (root, *root.rglob("*")):
            with suppress(OSError):
                found = path.stat()
                if S_ISREG(found.st_mode) and "__pycache__" not in path.parts:
                    yield path, (found.st_mtime_ns, found.st_size)
