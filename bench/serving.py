"""Serves a built site on the loopback address as a plain static host does: text with gzip, kept for ten minutes."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")
"""What is sent compressed."""

TYPES = {".js": "text/javascript", ".json": "application/json", ".woff2": "font/woff2"}
"""What `mimetypes` knows only on some machines."""

KEPT = "max-age=600"


class Handler(BaseHTTPRequestHandler):
    """Sends files of one folder, and keeps connections open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Sends a file; for what there is not, the page that says so."""
        path = self.wanted()
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        path = path or self.folder / "404.html"
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        text = kind.startswith(TEXT)
        body = packed(path) if text else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def wanted(self) -> Path | None:
        """The file that was asked for, if there is one in the folder."""
        path = (self.folder / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_relative_to(self.folder.resolve()) and path.is_file() else None

    def log_message(self, format: str, *arguments: object) -> None:
        """Writes no log."""


@cache
def packed(path: Path) -> bytes:
    """A file after gzip, at the level that hosts use."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder, as long as it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, folder))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
