"""`atlas lab`."""

import argparse
import sys
from pathlib import Path

from backend_atlas.commands.arguments import Adds, data_folder


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "lab",
        help="run the samples and check what they do",
        description=run.__doc__,
        epilog="Examples: atlas lab, atlas lab django flask, atlas lab django crud.",
    )
    data_folder(parser)
    parser.add_argument("words", nargs="*", metavar="ID", help="samples, and tasks; all of them unless some are named")
    parser.add_argument("--task", action="append", default=[], metavar="TASK", help="check this task only")
    parser.add_argument("--variant", metavar="ID", help="check this way to deploy only")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--write", action="store_true", help="write a record where everything is as the manifest says")
    kind.add_argument(
        "--controls", action="store_true", help="break copies of the samples, and see whether it is noticed"
    )
    kind.add_argument("--defaults", action="store_true", help="observe what the quick starts do, and write it down")
    kind.add_argument("--lint", action="store_true", help="run the linters of the samples that are installed")
    parser.add_argument(
        "--samples", type=Path, default=Path("samples"), metavar="DIR", help="the samples (default: samples)"
    )
    parser.add_argument(
        "--cache", type=Path, default=Path(".cache/lab"), metavar="DIR", help="where they run (default: .cache/lab)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs samples as real servers and checks that each does what its manifest says. Returns 1 where one does not."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "samples"))
    try:
        from harness import command  # noqa: PLC0415 - the site is built without it
    except ModuleNotFoundError as error:
        hint = "run: make .venv/ready-dev" if error.name != "harness" else "it runs in a checkout of the project"
        print(f"atlas: the lab needs {error.name}, which is not here; {hint}", file=sys.stderr)
        return 2
    return command.main(options)
