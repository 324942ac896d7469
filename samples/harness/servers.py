"""A copy of a sample that runs: a data folder, an environment made from nothing, a server, and a worker."""

import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

from backend_atlas.digest import files
from backend_atlas.model.lab import Control, Variant
from harness import broken as breakages
from harness.faults import Fault, text
from harness.installing import Installation
from harness.ports import HOST, Port
from harness.processes import COMMAND_LIMIT, GRACE, Place, Process, finished, sweep

READY = "/api/hello/ready"
READY_LIMIT = 20.0
"""Seconds until a server has to answer."""

INTERVAL = 0.05
"""Seconds between two questions whether it is up."""


class Running:
    """One copy of a sample in one data folder. It is prepared and started by its methods, and closed at the end."""

    def __init__(
        self, installation: Installation, variant: Variant, control: Control | None = None, ready: str | None = READY
    ) -> None:
        """Copies exactly the files that the digest of the sample covers, and breaks the copy as `control` says.

        `ready` is the path that a server answers with 200 once it is up; None where an open port is enough.
        """
        self.sample, self.variant, self.ready = installation.sample, variant, ready
        runs = installation.folder / "runs"
        runs.mkdir(exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{variant.id}-", dir=runs))
        self.copy, self.data, self.home = (self.folder / name for name in ("sample", "data", "home"))
        for folder in (self.copy, self.data, self.home):
            folder.mkdir()
        copy(installation.source, self.copy)
        if control:
            breakages.apply(control, self.copy)
        self.password = secrets.token_urlsafe(16)
        self.secret = secrets.token_hex(32)
        self.search = installation.path
        self.port = Port()
        self.patience, self.grace = READY_LIMIT, GRACE
        self.server: Process | None = None
        self.worker: Process | None = None

    @property
    def url(self) -> str:
        """The address of the server, without a slash at its end. It stays the same over a restart."""
        return f"http://{HOST}:{self.port.number}"

    @property
    def place(self) -> Place:
        """The copy, and an environment made from nothing."""
        environment = {
            "PATH": ":".join(self.search),
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PORT": str(self.port.number),
            "DATA_DIR": str(self.data),
            "SECRET_KEY": self.secret,
            "USER_PASSWORD": self.password,
        }
        return Place(self.copy, environment)

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"{self.sample.id} ({self.variant.id})"

    def run(self, command: Sequence[str], timeout: float = COMMAND_LIMIT) -> subprocess.CompletedProcess[str]:
        """Runs a command of the manifest. Both outputs stand in `stdout`. Raises Fault after `timeout` seconds."""
        log = self.folder / "command.log"
        return finished(f"{self.name}: {' '.join(command)}", self.filled(command), self.place, log, timeout)

    def prepare(self) -> None:
        """Runs the commands of the manifest for a new data folder. Raises Fault where one fails."""
        for command in self.sample.manifest.prepare:
            done = self.run(command)
            if done.returncode:
                raise Fault(f"{self.name}: {' '.join(command)} ended with status {done.returncode}", done.stdout)

    @property
    def pid(self) -> int:
        """The process of the server, which may have children. Raises Fault where none was started."""
        if not self.server:
            raise self.fault("the server is not running")
        return self.server.popen.pid

    def start(self) -> None:
        """Starts what does not run: the server, until it answers, and the worker. Raises Fault."""
        if not self.server:
            self.start_server()
        self.start_worker()

    def start_server(self, interval: float = INTERVAL) -> None:
        """Starts the server alone, and asks every `interval` seconds whether it is up. Raises Fault."""
        self.server = self.process("the server", self.variant.serve, "server.log")
        self.wait(interval=interval)

    def start_worker(self) -> None:
        """Starts the worker, where this variant has one of its own. Raises Fault."""
        if self.variant.worker and not self.worker:
            self.worker = self.process("the worker", self.variant.worker, "worker.log")

    def process(self, what: str, command: Sequence[str], log: str) -> Process:
        """Starts a process in the copy."""
        return Process(f"{self.name}: {what}", self.filled(command), self.place, self.folder / log)

    def filled(self, command: Sequence[str]) -> list[str]:
        """The command with this run's port and data folder in it."""
        return [word.replace("{port}", str(self.port.number)).replace("{data}", str(self.data)) for word in command]

    def wait(self, interval: float = INTERVAL) -> None:
        """Waits until the server answers. Raises Fault where it ends, or does not answer in time."""
        assert self.server  # noqa: S101 - start() has just set it
        deadline = time.monotonic() + self.patience
        with httpx.Client(base_url=self.url, timeout=1, trust_env=False) as client:
            while time.monotonic() < deadline:
                if self.server.status is not None:
                    raise self.fault(f"the server ended with status {self.server.status} before it answered")
                if self.answers(client):
                    return
                time.sleep(interval)
        what = f"answer GET {self.ready} with 200" if self.ready else "open its port"
        raise self.fault(f"the server did not {what} within {self.patience:g} s")

    def answers(self, client: httpx.Client) -> bool:
        """True where the server answers as a ready one does."""
        if self.ready is None:
            return self.port.is_open
        try:
            return client.get(self.ready).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    def check_alive(self) -> None:
        """Raises Fault where the server or the worker ended by itself."""
        for process, log in ((self.server, "server.log"), (self.worker, "worker.log")):
            if process and process.status is not None:
                raise Fault(f"{process.what} died with status {process.status}", text(self.folder / log))

    def stop_worker(self) -> None:
        """Stops the worker, where one runs. Raises Fault where it does not stop."""
        worker, self.worker = self.worker, None
        if worker:
            worker.stop(self.grace)

    def stop(self) -> None:
        """Stops the server and the worker. Raises Fault where a process or the open port stays."""
        server, self.server = self.server, None
        try:
            self.stop_worker()
        finally:
            if server:
                server.stop(self.grace)
        if rest := sweep(self.folder):
            raise self.fault(f"left processes behind, which were killed: {', '.join(rest)}")
        if self.port.is_open:
            holders = ", ".join(self.port.kill_listeners()) or "nobody knows what"
            raise self.fault(f"port {self.port.number} was still open after the server was stopped: {holders}")

    def log(self) -> str:
        """What the server and the worker wrote so far."""
        return text(self.folder / "server.log") + text(self.folder / "worker.log")

    def close(self) -> None:
        """Stops everything and removes the copy, the data folder and the logs. Raises Fault as `stop` does."""
        try:
            self.stop()
        finally:
            sweep(self.folder)
            self.port.release()
            shutil.rmtree(self.folder, ignore_errors=True)

    def fault(self, message: str) -> Fault:
        """A fault of this run, with the end of the log."""
        return Fault(f"{self.name}: {message}", self.log())


def copy(source: Path, to: Path) -> None:
    """Copies exactly the files that the digest of a sample covers: what is run is what is recorded."""
    for path in files(source):
        place = to / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place)
