"""`atlas second-coding`."""

import argparse
from pathlib import Path

from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.load import load


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "second-coding",
        help="set a second coding beside the cells",
        description=run.__doc__,
        epilog="Differences lack `decided:` and `mended:`; write both, and paste the list below second_coding.cells.",
    )
    data_folder(parser)
    parser.add_argument("codings", type=Path, metavar="DIR", help="a file a technology: feature to support and partial")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints what `coding-agreement.yml` says of cells that were coded twice, from the cells and a second coding."""
    from backend_atlas.twice import compared, text  # noqa: PLC0415 - `check` has to start fast

    print(text(compared(load(options.data, today()), options.codings)), end="")
    return 0
