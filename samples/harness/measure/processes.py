"""What a server costs: processor time and memory of a process and all its descendants."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil


def tree(pid: int) -> list[psutil.Process]:
    """The process and its descendants. Raises `psutil.NoSuchProcess` where it has ended."""
    top = psutil.Process(pid)
    return [top, *top.children(recursive=True)]


def processor_time(pid: int) -> float:
    """Seconds of processor time, user and system, that the tree has used; of descendants that ended, too."""
    total = 0.0
    for process in tree(pid):
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


def memory(pid: int) -> int:
    """KiB of memory of the tree: proportional set size, in which shared pages count in parts."""
    total = 0
    for process in tree(pid):
        with suppress(psutil.NoSuchProcess):
            total += process.memory_full_info().pss
    return total // 1024


@contextmanager
def pinned(core: int) -> Iterator[None]:
    """What is started inside runs on one logical processor. Linux only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
