"""`atlas diff`."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.commands.revision import NoRevisionError, data_of, resolved
from backend_atlas.difference.review import STATUS, explained

if TYPE_CHECKING:
    from backend_atlas.difference.comparing import Folder


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "diff",
        help="say what a change of the data changes",
        description=run.__doc__,
        epilog=f"Returns 0 where nothing needs a reviewer's eye, {STATUS} where something does, 1 for problems in the "
        f"data, 2 for a wrong call. A reviewer's eye is needed where {explained()}. "
        "Examples: atlas diff main, atlas diff HEAD~3 --json, atlas diff --against ../other/data.",
    )
    data_folder(parser)
    base = parser.add_mutually_exclusive_group(required=True)
    base.add_argument("base", nargs="?", metavar="BASE", help="a revision of git: a branch, a tag, a commit")
    base.add_argument("--against", type=Path, metavar="DIR", help="compare with this data folder instead")
    parser.add_argument("--merge-base", action="store_true", help="compare with where this branch left BASE")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="everything, as JSON")
    form.add_argument("--markdown", action="store_true", help="for a pull request: short first, details folded")
    parser.add_argument("--sets", type=_count, default=1000, metavar="N", help="answers to generate (default: 1000)")
    parser.add_argument("--site", default="", metavar="URL", help="where the site is, for links to it")
    parser.set_defaults(run=run)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number from 1 to 100000')
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Compares the data as they stand with those of a revision, or of another folder.

    Says which cells, facts, texts and pages are different, and which results of the decision guide.
    """
    from backend_atlas.difference.comparing import Folder, compare  # noqa: PLC0415 - `check` has to start fast
    from backend_atlas.difference.markdown import markdown  # noqa: PLC0415
    from backend_atlas.difference.report import report  # noqa: PLC0415
    from backend_atlas.difference.review import reasons  # noqa: PLC0415
    from backend_atlas.difference.text import text  # noqa: PLC0415

    try:
        with _base(options) as base:
            found = compare(base, Folder(options.data, options.data.as_posix()), today(), options.sets)
    except NoRevisionError as error:
        print(f"atlas: {error}", file=sys.stderr)
        return 2
    why = reasons(found)
    site = f"{options.site.rstrip('/')}/" if options.site else ""
    if options.json:
        print(json.dumps(report(found, why), indent=2, ensure_ascii=False))
    else:
        print((markdown if options.markdown else text)(found, why, site), end="")
    return STATUS if why else 0


@contextmanager
def _base(options: argparse.Namespace) -> "Iterator[Folder]":
    """The data folder to compare with. One of a revision has names as git has them."""
    from backend_atlas.difference.comparing import Folder  # noqa: PLC0415 - as above

    if options.against:
        if options.merge_base:
            raise NoRevisionError("--merge-base needs a revision, not --against")
        if not options.against.is_dir():
            raise NoRevisionError(f"{options.against} is not a folder")
        yield Folder(options.against, options.against.as_posix())
        return
    commit = resolved(options.data, options.base, merge_base=options.merge_base)
    with data_of(options.data, commit) as folder:
        yield Folder(folder, f"{commit[:10]}:{options.data.as_posix()}", f"{options.base} ({commit[:10]})")
