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
    parser = command("render", help="write every page as Markdown for another builder", description=run.__doc__)
    data_folder(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to; files there are overwritten")
    parser.add_argument(
        "--edit-uri", metavar="URI", help="where files of the repository are edited, for links; as in mkdocs.yml"
    )
    parser.add_argument(
        "--pair-pages", type=int, metavar="N", help="at most so many pages of pairs; as in mkdocs.yml (default: all)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes every generated page as Markdown, and every file that they need: data, scripts and feeds."""
    from backend_atlas.publishing import publish  # noqa: PLC0415 - `check` has to start fast

    edit = links.editing(None, options.edit_uri)
    found = publish(load(options.data, today()), today(), edit=edit, most_pairs=options.pair_pages)
    for page in found.pages:
        write(options.out / links.source_file(page.address), page.markdown)
    for address, content in found.files.items():
        write(options.out / address, content)
    return 0
