"""`atlas check`."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.digest import LEFT_BY_TOOLS
from backend_atlas.load import load, nothing_collected
from backend_atlas.memory import Memory
from backend_atlas.problems import DataError
from backend_atlas.rules.finding import SAMPLES

if TYPE_CHECKING:
    from backend_atlas.watching import Seen


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command("check", help="validate the data", description=run.__doc__)
    data_folder(parser)
    parser.add_argument("--anew", action="store_true", help="check what did not change since the last check as well")
    parser.add_argument("--watch", action="store_true", help="check again after every change, until Ctrl-C")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Validates the data and says what was read."""
    if options.watch:
        return _watch(options, Memory(lasting=True))
    from backend_atlas.store import FileStore  # noqa: PLC0415 - a wrong call has to be answered fast

    store = FileStore.of(options.data, anew=options.anew)
    try:
        with nothing_collected(kept=True):
            return _check(options, Memory(store=store))
    finally:
        store.write()


def _check(options: argparse.Namespace, memory: Memory) -> int:
    from backend_atlas.guide.checks import check as decides  # noqa: PLC0415 - a wrong call has to be answered fast

    found = load(options.data, today(), also=decides, beside=False, memory=memory)
    cells = sum(len(technology.features) for technology in found.technologies.values())
    print(f"{len(found.technologies)} technologies, {len(found.features)} features, {cells} cells: no problems")
    return 0


def _watch(options: argparse.Namespace, memory: Memory) -> int:
    """Checks after every change, and only what changed. Problems are no reason to end."""
    from backend_atlas.watching import changes, seen, wait  # noqa: PLC0415

    if not options.data.is_dir():
        return _check(options, memory)
    folders = (options.data, options.data.parent / SAMPLES)

    def look() -> "Seen":
        return seen(folders, LEFT_BY_TOOLS)

    try:
        print(f"Checks {options.data} after every change. Ctrl-C ends.", flush=True)
        before = look()
        _report(options, memory)
        for changed in changes(look, before, wait):
            print(f"\nChanged: {_named(changed, options.data.parent)}", flush=True)
            _report(options, memory)
    except KeyboardInterrupt:
        print()
    return 0


def _named(changed: tuple[Path, ...], folder: Path) -> str:
    """The files that changed, the first three by name."""
    names = [os.path.relpath(path, folder) for path in changed[:3]]
    more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
    return f"{', '.join(names)}{more}"


def _report(options: argparse.Namespace, memory: Memory) -> None:
    try:
        _check(options, memory)
    except DataError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:  # a file went away while it was read; the next look sees it
        print(f"atlas: {error.filename}: {error.strerror}", file=sys.stderr)
    sys.stdout.flush()
