"""A server without any package, for tests of the harness: it answers, and misbehaves as it is told."""

import json
import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

LISTENER = "import socket, sys, time; s = socket.socket(fileno=int(sys.argv[1])); time.sleep(60)"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answers `/api/hello/NAME`, dies at `/die`, and tells its environment at `/environment`."""
        if self.path == "/die":
            os._exit(7)
        if "slow" in sys.argv:
            time.sleep(1.5)
        body = dict(os.environ) if self.path == "/environment" else {"hello": unquote(self.path.rpartition("/")[2])}
        text = json.dumps(body).encode()
        self.send_response(200 if self.path.startswith("/api/hello/") or self.path == "/environment" else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def main(port: int, *faults: str) -> None:
    """Serves, with the faults that are named."""
    print("about to serve", faults, flush=True)
    if "die" in faults:
        sys.exit("no such table: notes")
    if "sleep" in faults:
        time.sleep(600)
    if "ignore" in faults:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    if "port" in faults:  # a child in a session of its own keeps the port open
        number = server.fileno()
        command = [sys.executable, "-c", LISTENER, str(number)]
        subprocess.Popen(command, pass_fds=[number], start_new_session=True, env={})
    if "child" in faults:
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    Path(os.environ["DATA_DIR"], "served").touch()
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
