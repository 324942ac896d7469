"""A real Chromium and a real Firefox, and the built site served on the loopback address."""

import functools
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from backend_atlas.guide.basis import basis
from backend_atlas.guide.deciding import Engine
from backend_atlas.guide.words import Words
from backend_atlas.load import load
from browser.guide import Guide, Reference, opened
from browser.install import chromium, firefox
from project import DATA_DAY, ROOT

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
expect.set_options(timeout=15_000)  # milliseconds; a busy machine needs more than the usual five seconds


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and writes no log. What is not there is answered with the site's own page, as hosts do."""

    def __init__(self, *arguments: Any, missing: str = "404.html", **settings: Any) -> None:
        self.missing = missing
        super().__init__(*arguments, **settings)

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / self.missing).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class QuietServer(ThreadingHTTPServer):
    """Says nothing of a browser that leaves before the whole answer has come."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests; each opens pages of its own."""
    found = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    yield found
    found.close()


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Firefox puts downloads. Playwright does not hear of them."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def other_browser(
    playwright: Playwright, downloads: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """One Firefox for all tests. Its home is a folder of its own, because it refuses one that is another user's."""
    path = firefox()
    if not path:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("Firefox is not installed: `apt install firefox-esr`, or name one in FIREFOX")
    found = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=path,
        env={**os.environ, "HOME": str(tmp_path_factory.mktemp("home"))},
        downloads_path=downloads,
    )
    yield found
    found.close()


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler, **settings: Any) -> Iterator[str]:
    """Serves a folder on the loopback address."""
    server = QuietServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder), **settings))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The engine in Python, on the data of which the site is built."""
    catalogue = load(ROOT / "data", DATA_DAY)
    assert catalogue.guide
    return Reference(Words(Engine(basis(catalogue, catalogue.guide, DATA_DAY))))


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def each_browser(request: pytest.FixtureRequest) -> Browser:
    """Chromium, then Firefox."""
    found = request.getfixturevalue("browser" if request.param == "chromium" else "other_browser")
    assert isinstance(found, Browser)
    return found


@pytest.fixture(params=["http", "file"])
def each_address(request: pytest.FixtureRequest, address: str, site: Path) -> str:
    """The guide as it is served, then as a file."""
    return f"{address}guide/" if request.param == "http" else (site / "guide/index.html").as_uri()


@pytest.fixture
def guide(browser: Browser, address: str) -> Iterator[Guide]:
    """The guide in Chromium."""
    with opened(browser, f"{address}guide/") as found:
        yield found


@pytest.fixture
def guide_in_each(each_browser: Browser, address: str) -> Iterator[Guide]:
    """The guide in Chromium, then in Firefox."""
    with opened(each_browser, f"{address}guide/") as found:
        yield found


@pytest.fixture
def guide_everywhere(each_browser: Browser, each_address: str) -> Iterator[Guide]:
    """The guide in both browsers, served and as a file."""
    with opened(each_browser, each_address) as found:
        yield found
