"""A small HTTP server on the loopback address that answers as the registries do."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SIMPLE = "application/vnd.pypi.simple.v1+json"
METADATA = """<?xml version="1.0" encoding="UTF-8"?>
<metadata><versioning><release>2.0.0</release><versions><version>1.9.0</version><version>1.10.0</version>
<version>2.0.0</version><version>2.1.0-RC1</version></versions><lastUpdated>20260301120000</lastUpdated></versioning></metadata>
"""
MODULE = """// Deprecated: use example.org/other instead.
module example.org/Old

go 1.24

retract (
\tv1.2.0 // does not start
\t[v1.0.0, v1.0.9]
)
"""


def file(name: str, moment: str, yanked: object = False) -> dict[str, object]:
    return {"filename": name, "upload-time": moment, "yanked": yanked}


def entry(version: str, published: str, **more: object) -> dict[str, object]:
    return {"catalogEntry": {"version": version, "published": published, **more}}


DOCUMENTS: dict[str, Any] = {
    "/npm/alive": {
        "dist-tags": {"latest": "2.0.0"},
        "versions": {"1.0.0": {}, "2.0.0": {}},
        "time": {"1.0.0": "2025-01-02T10:00:00.000Z", "2.0.0": "2026-05-06T23:30:00-02:00"},
    },
    "/npm/@scope%2Fcopied": {
        "dist-tags": {"latest": "1.0.0"},
        "versions": {"1.0.0": {"deprecated": "use alive"}},
        "time": {"1.0.0": "2026-05-06T23:30:00.250000+00:00"},
    },
    "/npm/no-releases": {"dist-tags": {}},
    "/npm/strange": ["not", "a", "package"],
    "/pypi/snake-case/": {
        "files": [
            file("snake_case-1.9.tar.gz", "2023-01-01T00:00:00.5Z"),
            file("snake_case-1.10-py3-none-any.whl", "2024-01-01T00:00:00Z"),
            file("snake_case-1.11.tar.gz", "2025-01-01T00:00:00Z", "breaks all"),
            file("snake_case-2.0b1.tar.gz", "2026-01-01T00:00:00Z"),
            file("snake_case-win32.exe", "2020-01-01T00:00:00Z"),
        ],
        "project-status": {"status": "archived", "reason": "done"},
    },
    "/rubygems/api/v1/versions/gem.json": [
        {"number": "8.10.0", "created_at": "2026-02-03T04:05:06.000Z", "prerelease": False},
        {"number": "9.0.0.beta1", "created_at": "2026-03-03T04:05:06.000Z", "prerelease": True},
        {"number": "8.9.0", "created_at": "2025-02-03T04:05:06.000Z", "prerelease": False},
    ],
    "/packagist/p2/vendor/package.json": {
        "packages": {
            "vendor/package": [
                {"version": "v3.0.0-RC1", "time": "2026-04-01T00:00:00+00:00", "abandoned": "vendor/other"},
                {"version": "v2.10.0", "time": "2026-02-01T00:00:00+00:00"},
                {"version": "v2.9.0", "time": "2026-01-01T00:00:00+00:00"},
            ]
        }
    },
    "/nuget/pages/package.id/index.json": {
        "items": [
            {"items": [entry("1.0.0", "2024-01-01T00:00:00Z"), entry("1.10.0", "2026-01-01T00:00:00Z")]},
            {"@id": "{base}/nuget/pages/package.id/more.json"},
        ]
    },
    "/nuget/pages/package.id/more.json": {
        "items": [
            entry("1.9.0", "2025-01-01T00:00:00Z", deprecation={"reasons": ["Legacy"]}),
            entry("1.11.0", "1900-01-01T00:00:00Z", listed=False),
            entry("2.0.0-rc.1", "2026-02-01T00:00:00Z"),
        ]
    },
    "/nuget/index.json": {"resources": [{"@type": "RegistrationsBaseUrl/3.6.0", "@id": "{base}/nuget/pages/"}]},
    "/go/example.org/!old/@v/v1.1.0.info": {"Version": "v1.1.0", "Time": "2025-05-05T05:05:05Z"},
    "/go/example.org/!old/@v/v1.2.0.info": {"Version": "v1.2.0", "Time": "2025-06-05T05:05:05Z"},
    "/go/example.org/unlisted/@v/v0.3.0.info": {"Version": "v0.3.0", "Time": "2026-05-05T05:05:05Z"},
}
STORED = Path(__file__).parent / "answers"
"""What the registries really answered on 26 November 2026: the fields that are read, and a few more; no addresses."""
DOCUMENTS |= {
    "/stored/simple/flask-login/": json.loads((STORED / "pypi-simple-flask-login.json").read_text()),
    "/stored/pypi/flask-login/json": json.loads((STORED / "pypi-json-flask-login.json").read_text()),
    "/npm/express-rate-limit": json.loads((STORED / "npm-express-rate-limit.json").read_text()),
    "/npm/har-validator": json.loads((STORED / "npm-har-validator.json").read_text()),
}
TEXTS = {
    "/go/example.org/!old/@v/list": "v1.0.3\nv1.1.0\nv1.2.0\nv1.3.0-rc1\n",
    "/go/example.org/!old/@v/v1.2.0.mod": MODULE,
    "/maven/org/example/lib/maven-metadata.xml": METADATA,
    "/maven/org/example/lib/2.0.0/lib-2.0.0.pom": "",
    "/maven/org/example/lib/1.10.0/lib-1.10.0.pom": "",
    "/maven/org/example/broken/maven-metadata.xml": "<metadata",
}
CHANGED = {"/maven/org/example/lib/1.10.0/lib-1.10.0.pom": "Sun, 01 Feb 2026 23:59:59 GMT"}
STATUS = {"/npm/failing": 500, "/npm/forbidden": 403, "/npm/gone": 410}


class Handler(BaseHTTPRequestHandler):
    """Answers from the tables above. `/npm/slow` takes longer than the client waits; `/npm/busy` is so once."""

    server: "Registry"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path == "/npm/slow":
            time.sleep(1)
        if self.path == "/npm/busy" and self.server.asked.count(self.path) == 1:
            self.answer(503, b"")
        elif self.path in STATUS:
            self.answer(STATUS[self.path], b"")
        elif self.path in TEXTS:
            self.answer(200, TEXTS[self.path].encode())
        elif document := DOCUMENTS.get("/npm/alive" if self.path in ("/npm/busy", "/npm/slow") else self.path):
            kind = SIMPLE if self.path.startswith(("/pypi/", "/stored/simple/")) else "application/json"
            self.answer(200, json.dumps(document).replace("{base}", self.server.address).encode(), kind)
        else:
            self.answer(404, b"")

    def do_HEAD(self) -> None:
        self.do_GET()

    def answer(self, status: int, body: bytes, kind: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if changed := CHANGED.get(self.path):
            self.send_header("Last-Modified", changed)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are silent."""


class Registry(ThreadingHTTPServer):
    """The server, and what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that no longer waits closes the connection: that is what `slow` is for."""


@contextmanager
def serving() -> Iterator[Registry]:
    with Registry() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
