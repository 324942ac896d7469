"""`atlas check`."""

import argparse

from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.load import load


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command("check", help="validate the data", description=run.__doc__)
    data_folder(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Validates the data and says what was read."""
    from backend_atlas.guide.checks import check as decides  # noqa: PLC0415 - a wrong call has to be answered fast

    found = load(options.data, today(), also=decides)
    cells = sum(len(technology.features) for technology in found.technologies.values())
    print(f"{len(found.technologies)} technologies, {len(found.features)} features, {cells} cells: no problems")
    return 0
