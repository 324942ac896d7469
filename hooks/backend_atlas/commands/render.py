"""`atlas render`."""

import argparse
from pathlib import Path

from backend_atlas import links
from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.commands.writing import write
from backend_atlas.load import load


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command("render", help="write every page as Markdown", description=run.__doc__)
    data_folder(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to; files there are overwritten")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes every generated page as Markdown, and the feeds that they link to."""
    from backend_atlas.exports.feeds import feeds  # noqa: PLC0415 - `check` has to start fast
    from backend_atlas.pages import pages  # noqa: PLC0415

    catalogue = load(options.data, today())
    for page in pages(catalogue, today()):
        write(options.out / links.source_file(page.address), page.markdown)
    for address, text in feeds(catalogue).items():
        write(options.out / address, text)
    return 0
