"""`atlas stale`."""

import argparse
from datetime import date
from functools import cache
from pathlib import Path

from backend_atlas import clock
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.load import load


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "stale",
        help="list the facts that are due to be read again",
        description=run.__doc__,
        epilog="How old each kind of fact may become stands on the page Coverage. Today is --today, else the day of "
        "SOURCE_DATE_EPOCH, else that of the clock, in UTC. Returns 1 where something is due.",
    )
    data_folder(parser)
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="what is due on this day")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, for other programs")
    form.add_argument("--markdown", action="store_true", help="as a table in Markdown, for an issue")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lists the facts that are over the budget of their kind: the longest over it first, then the most used."""
    from backend_atlas import source  # noqa: PLC0415 - a wrong call has to be answered fast
    from backend_atlas.exports import stale  # noqa: PLC0415
    from backend_atlas.rules.finding import in_technology  # noqa: PLC0415

    today = options.today or clock.today()
    catalogue = load(options.data, max(today, clock.today()))

    @cache
    def read(id: str) -> source.Document:
        path: Path = options.data / in_technology(id)
        return source.read(path, path.as_posix())

    found = stale.stale(catalogue, today)
    write = stale.as_json if options.json else stale.markdown if options.markdown else stale.text
    print(write(found, read), end="")
    return 1 if found.due else 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date: write year-month-day, as in 2027-06-01') from None
