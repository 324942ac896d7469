"""Two small servers that a probe of defaults can tell apart: one takes everything, the other is careful."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from backend_atlas.model.lab.manifest import BarePaths
from harness.defaults.subject import Subject

PATHS = BarePaths(
    error="/error",
    template="/hello?name={text}",
    form="/form",
    session="/form",
    static="/static/site.css",
    json="/items",
    json_body={"name": "{filler}"},
)
FORM = '<form method="post"><input type="hidden" name="token" value="right"><input name="to"></form>'
FOLDER = "/srv/only-here"


class Careless(BaseHTTPRequestHandler):
    """Takes every method, host, body, form and path, and tells everything."""

    cookie = "id=1"
    protected: dict[str, str] = {}  # noqa: RUF012 - never changed

    def answer(self, status: int, text: str, media_type: str = "text/html", **headers: str) -> None:
        content = text.encode()
        self.send_response(status)
        for name, value in (self.protected | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/error":
            return self.answer(500, f"Traceback: {FOLDER}/app.py")
        if address.path == "/form":
            return self.answer(200, FORM, Set_Cookie=self.cookie)
        if address.path.startswith("/static/"):
            return self.static(unquote(address.path.removeprefix("/static/")))
        return self.answer(200, f"Hello, {parse_qs(address.query).get('name', ['World'])[0]}!")

    def do_DELETE(self) -> None:
        self.answer(200, "Hello, World!")

    def do_POST(self) -> None:
        self.body()
        self.answer(200, "taken")

    def static(self, name: str) -> None:
        path = Path(__file__).parent / name
        self.answer(200, path.read_text()) if path.exists() else self.answer(404, "none")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Careful(Careless):
    """Refuses what it did not expect, and tells nothing."""

    cookie = "id=1; HttpOnly; Secure; SameSite=Lax"
    protected = {"X-Frame-Options": "DENY", "X-Powered-By": "Care"}  # noqa: RUF012 - never changed

    def version_string(self) -> str:
        return "careful"

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        if not self.headers["Host"].startswith("127.0.0.1") or len(self.headers.get("X-Long", "")) > 8_000:
            self.answer(400, "Bad request")
            return False
        return True

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/error":
            return self.answer(500, "Something went wrong.")
        if address.path == "/form":
            return self.answer(200, FORM, Set_Cookie=self.cookie)
        if address.path == "/hello":
            return self.answer(200, "Hello, " + unquote(address.query).replace("<", "&lt;").replace(">", "&gt;"))
        return self.answer(200, "Hello") if address.path == "/" else self.answer(404, "<h1>Not here</h1>")

    def do_DELETE(self) -> None:
        self.answer(405, "no", Allow="GET")

    def do_POST(self) -> None:
        body = self.body()
        good = b"token=right" in body if self.path == "/form" else body.startswith(b"{") and body.endswith(b"}")
        self.answer(200 if good and len(body) < 1_000_000 else 400, "answer")


@contextmanager
def served(handler: type[Careless]) -> Iterator[Subject]:
    """A server on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Subject(f"http://127.0.0.1:{server.server_port}", PATHS, framework=True, folders=(FOLDER,))
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
