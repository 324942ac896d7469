"""Ports of the loopback address: chosen by the operating system, and kept for one server over its restarts."""

import socket
import sys

import psutil

from harness.processes import killed

HOST = "127.0.0.1"


class Port:
    """A free port. On Linux it stays bound, without a listener: its server can take it, and nothing else gets it."""

    def __init__(self) -> None:
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind((HOST, 0))
        self.number: int = self.socket.getsockname()[1]
        if sys.platform != "linux":
            self.socket.close()  # elsewhere a bound port is closed to servers, too

    def release(self) -> None:
        """Gives it back."""
        self.socket.close()

    @property
    def is_open(self) -> bool:
        """True where something listens on it."""
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex((HOST, self.number)) == 0

    def kill_listeners(self) -> tuple[str, ...]:
        """Kills what listens on it, as far as it can be told. Returns what that was."""
        found = psutil.net_connections("tcp4")
        own = [use.pid for use in found if use.laddr[1:] == (self.number,) and use.status == psutil.CONN_LISTEN]
        return killed([psutil.Process(pid) for pid in own if pid and psutil.pid_exists(pid)])
