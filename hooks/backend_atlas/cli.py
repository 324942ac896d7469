"""The command `atlas`."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from backend_atlas.commands import (
    check,
    decide,
    diff,
    lab,
    links,
    new,
    packages,
    refresh,
    render,
    schema,
    second_coding,
    show,
    stale,
)
from backend_atlas.problems import DataError

COMMANDS = (new, check, show, diff, stale, refresh, packages, links, decide, schema, lab, second_coding, render)
"""In the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Returns the exit status: 0, 1 for problems in the data, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - so that nothing is written to it on the way out
        return 0
    except OSError as error:
        print(f"atlas: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return status


def run() -> None:
    """Runs one command as a process, and ends it at once: to free every value of a large catalogue takes a while."""
    status = main()
    with suppress(OSError):  # whoever read the output has gone
        sys.stdout.flush()
    os._exit(status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "atlas", description="Checks the data of Backend Atlas and writes files made from it."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.add(commands.add_parser)
    return parser


if __name__ == "__main__":
    run()
