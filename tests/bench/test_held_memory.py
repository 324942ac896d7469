"""The memory of a program with several processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import memory
from bench.memory import Watch, family, held
from bench.running import run

MEBIBYTE = 2**20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the system tells no process of its part of memory")

TWO = """
import os, sys, time
shared = bytearray(os.urandom(1)) * (200 * 2**20)
reading, writing = os.pipe()
if not (child := os.fork()):
    own = bytearray(os.urandom(1)) * (100 * 2**20)
    os.write(writing, b"x")
    time.sleep(60 if len(sys.argv) > 1 else 3)
    os._exit(0)
own = bytearray(os.urandom(1)) * (100 * 2**20)
os.read(reading, 1)
print(child, flush=True)
os.waitpid(child, 0)
"""
"""Two processes: 200 MiB that both share, and 100 MiB that each has of its own.

They hold it for longer than a busy machine waits between two samples.
"""


def test_memory_is_that_of_all_processes_and_what_they_share_counts_once(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", TWO], stdout=subprocess.DEVNULL) as process:
        watch = Watch(process.pid)
        watch.start()
        process.wait()
    assert 400 < watch.end() / MEBIBYTE < 450
    assert run([sys.executable, "-c", TWO], tmp_path).peak / MEBIBYTE > 400


def test_children_of_children_belong_to_it() -> None:
    command = ["sh", "-c", '"$0" -c "$1" long & wait', sys.executable, TWO]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            assert process.stdout
            child = int(process.stdout.readline())
            found = list(family(process.pid))
            assert (len(found), found[0], found[2]) == (3, process.pid, child)
            assert 200 < held(child) / MEBIBYTE < 230
        finally:
            os.killpg(process.pid, 9)


def test_a_process_may_be_gone() -> None:
    process = subprocess.Popen(["true"])
    process.wait()
    assert list(family(process.pid)) == [process.pid]
    assert held(process.pid) == 0


def test_where_the_system_tells_nothing_nothing_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "PROCESSES", tmp_path)
    watch = Watch(os.getpid())
    watch.start()
    assert watch.end() == 0
    assert run(["true"], tmp_path).peak > 0
