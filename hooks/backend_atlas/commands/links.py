"""`atlas links`."""

import argparse
import sys
from pathlib import Path

from backend_atlas.commands.arguments import Adds, data_folder


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "links",
        help="list the addresses that the data name",
        description=run.__doc__,
        epilog="With --told, returns 1 where an address is not there any more (404 or 410). What could not be opened "
        "for another reason is listed, and says nothing about the page. Example: atlas links > links.txt; "
        "lychee --format json --output told.json links.txt; atlas links --told told.json",
    )
    data_folder(parser)
    parser.add_argument(
        "--told", type=Path, metavar="FILE", help="what lychee said, as JSON: say where the data name what failed"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints every address that the data name, one a line, or tables in Markdown of those that could not be opened."""
    from backend_atlas.exports.told import NotAReportError, markdown, told  # noqa: PLC0415 - a wrong call is fast
    from backend_atlas.load.cited import citations  # noqa: PLC0415

    if not options.data.is_dir():
        print(f"atlas: {options.data} is not a folder", file=sys.stderr)
        return 2
    cited = citations(options.data, options.data.as_posix())
    if not options.told:
        print("\n".join(cited))
        return 0
    try:
        found = told(options.told, cited)
    except NotAReportError as error:
        print(f"atlas: {error}", file=sys.stderr)
        return 2
    print(markdown(found), end="")
    return 1 if found.gone else 0
