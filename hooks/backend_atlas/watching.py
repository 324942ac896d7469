"""Notices when files change. Looks at them now and then: that works on every file system and with every editor."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

Seen = Mapping[Path, tuple[int, int, int]]
"""Each file with its time of change, its size and its number on the disk: an editor may put another in its place."""

PAUSE = 0.4
"""Seconds between two looks."""


def seen(folders: Iterable[Path], left_out: frozenset[str]) -> Seen:
    """The files below `folders`, but for hidden ones and folders named in `left_out`. What vanishes is not there."""
    found: dict[Path, tuple[int, int, int]] = {}
    waiting = list(folders)
    while waiting:
        for path in _entries(waiting.pop()):
            if path.name.startswith(".") or path.name in left_out:
                continue
            try:
                if path.is_dir() and not path.is_symlink():
                    waiting.append(path)
                    continue
                state = path.lstat()
            except OSError:
                continue
            found[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found


def changes(look: Callable[[], Seen], before: Seen, pause: Callable[[], None]) -> Iterator[tuple[Path, ...]]:
    """Which files were changed, added or removed since `before`, each time that nothing moves any more.

    A save is over when two looks in a row see the same: whoever reads then does not read half a file.
    """
    while True:
        pause()
        now = look()
        if now == before:
            continue
        while (later := _after(look, pause)) != now:
            now = later
        if changed := tuple(sorted(path for path in {*before, *now} if before.get(path) != now.get(path))):
            yield changed
        before = now


def wait() -> None:
    """The pause between two looks."""
    time.sleep(PAUSE)


def _after(look: Callable[[], Seen], pause: Callable[[], None]) -> Seen:
    pause()
    return look()


def _entries(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()
