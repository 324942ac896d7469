"""`atlas refresh`."""

import argparse
import sys

from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.load import load
from backend_atlas.model.cells import READ_BY_PROGRAM
from backend_atlas.problems import did_you_mean


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "refresh",
        help="read the newest releases in PyPI and npm",
        description=run.__doc__,
        epilog="It writes what stands below `machine:` and nothing else: the newest release, its day, its licence, "
        "whether it is deprecated, and the day of the reading. The days on which somebody read something stay. What "
        "could not be read is told, and stays as it is; then it returns 1.",
    )
    data_folder(parser)
    parser.add_argument("technologies", nargs="*", metavar="ID", help="technologies; all of them unless some are named")
    parser.add_argument("--dry-run", action="store_true", help="ask and tell, and write nothing")
    parser.add_argument("--seconds", type=float, default=20, help="how long one answer may take (default: 20)")
    for item in READ_BY_PROGRAM:
        parser.add_argument(f"--{item.value}", metavar="URL", help=f"where {item.label} is")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Reads the newest release, its day, licence and deprecation of technologies and of packages in cells."""
    catalogue = load(options.data, today(), registries=False)
    known = {technology.id for technology in catalogue.technologies.values()}
    for name in options.technologies:
        if name not in known:
            hint = did_you_mean(name, known) or f"known: {', '.join(sorted(known))}"
            print(f'atlas: there is no technology "{name}" ({hint})', file=sys.stderr)
            return 2
    try:
        from backend_atlas.registries import refreshing  # noqa: PLC0415 - the site is built without it
    except ModuleNotFoundError as error:
        print(f"atlas: this needs {error.name}, which is not here; run: make .venv/ready-dev", file=sys.stderr)
        return 2
    return refreshing.main(options, catalogue, today())
