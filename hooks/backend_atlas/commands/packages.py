"""`atlas packages`."""

import argparse
import sys

from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.model.vocabulary import Registry


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "packages",
        help="ask the registries about the packages",
        description=run.__doc__,
        epilog="Where a registry is comes from its option, from the variable ATLAS_ and its name in capitals, or from "
        "the configuration of its own tool. Returns 1 where a registry has no such package or release.",
    )
    data_folder(parser)
    names = [item.value for item in Registry]
    parser.add_argument("--only", action="append", choices=names, help="ask this registry only")
    parser.add_argument(
        "--copy",
        action="append",
        choices=names,
        help="an incomplete copy of this registry is asked: what it lacks was not fetched",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="what was answered, as JSON")
    form.add_argument("--markdown", action="store_true", help="as a table in Markdown, for an issue")
    parser.add_argument("--seconds", type=float, default=20, help="how long one answer may take (default: 20)")
    for item in Registry:
        parser.add_argument(f"--{item.value}", metavar="URL", help=f"where {item.label} is")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Asks the registries about every package that a cell names, and writes down what they said."""
    try:
        from backend_atlas.registries import command  # noqa: PLC0415 - the site is built without it
    except ModuleNotFoundError as error:
        print(f"atlas: this needs {error.name}, which is not here; run: make .venv/ready-dev", file=sys.stderr)
        return 2
    return command.main(options, today())
