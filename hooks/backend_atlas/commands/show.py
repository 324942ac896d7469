"""`atlas show`."""

import argparse
import os
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.problems import did_you_mean

if TYPE_CHECKING:
    from backend_atlas.load.single import Single
    from backend_atlas.terminal.style import Style


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "show",
        help="show a technology, or one answer of it",
        description=run.__doc__,
        epilog="Examples: atlas show django, atlas show django csrf, atlas show flask licence.",
    )
    data_folder(parser)
    parser.add_argument("technology", metavar="TECHNOLOGY", help="its id")
    parser.add_argument("answer", nargs="?", metavar="FEATURE", help="the id of a feature, or a fact")
    parser.add_argument(
        "--colour",
        choices=["auto", "always", "never"],
        default="auto",
        help="whether to use colours (default: on a terminal, unless NO_COLOR is set)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Shows a technology in the terminal, or one of its answers with sources, and where it stands in the data."""
    from backend_atlas.load.single import known, single  # noqa: PLC0415 - `check` has to start fast
    from backend_atlas.terminal.technology import technology_page  # noqa: PLC0415

    ids = known(options.data)
    if options.technology not in ids:
        return _refuse(f'"{options.technology}" is not a technology in {options.data}', options.technology, ids)
    found, style = single(options.data, options.technology), _style(options.colour)
    lines = _answer(found, options.answer, style) if options.answer else technology_page(found, style)
    if lines is None:
        return _refuse(f'"{options.answer}" is neither a feature nor a fact', options.answer, _answers(found))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _answer(found: "Single", name: str, style: "Style") -> Iterable[str] | None:
    """The lines of one answer. None where there is no such feature or fact."""
    from backend_atlas.terminal.answer import fact_answer, feature_answer  # noqa: PLC0415
    from backend_atlas.views.facts import fact_rows  # noqa: PLC0415

    for feature in found.catalogue.features:
        if name == feature.id:
            return feature_answer(found, feature, style)
    for row in fact_rows(found.technology):
        if name.replace("_", "-") == row.key:
            return fact_answer(found, row, style)
    return None


def _answers(found: "Single") -> list[str]:
    from backend_atlas.views.facts import fact_rows  # noqa: PLC0415

    return [*(feature.id for feature in found.catalogue.features), *(row.key for row in fact_rows(found.technology))]


def _refuse(message: str, word: str, known: Iterable[str]) -> int:
    names = list(known)
    hint = did_you_mean(word, names) or f"known: {', '.join(names)}"
    print(f"atlas: {message} ({hint})", file=sys.stderr)
    return 2


def _style(colour: str) -> "Style":
    from backend_atlas.terminal.style import WIDEST, style  # noqa: PLC0415

    terminal = sys.stdout.isatty()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    columns = get_terminal_size((WIDEST, 24)).columns if terminal else WIDEST
    painted = colour == "always" or (colour == "auto" and terminal and not plain)
    return style(columns, painted, sys.stdout.encoding)
