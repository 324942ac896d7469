"""Does something once for all processes that share a cache: the first does it, the others wait."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

DONE = ".done"
"""Holds the key of what was made. Written last, so that half of something never counts."""


def once(folder: Path, key: str, make: Callable[[], object]) -> None:
    """Calls `make` in an empty `folder`, unless an earlier call with the same key went through."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / DONE
        if done.exists() and done.read_text(encoding="utf-8") == key:
            return
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        make()
        done.write_text(key, encoding="utf-8")
