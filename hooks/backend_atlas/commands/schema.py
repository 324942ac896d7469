"""`atlas schema`."""

import argparse
from pathlib import Path

from backend_atlas.commands.arguments import Adds
from backend_atlas.commands.writing import write


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command("schema", help="write the JSON Schema of the data files", description=run.__doc__)
    parser.add_argument(
        "--out", type=Path, default=Path("data/schema"), metavar="DIR", help="where to (default: data/schema)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the JSON Schema of each kind of data file."""
    from backend_atlas.exports.schema import schemas  # noqa: PLC0415 - `check` has to start fast

    for name, text in schemas().items():
        write(options.out / name, text)
    return 0
