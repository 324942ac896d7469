"""`atlas decide`."""

import argparse
import json
import sys

from backend_atlas import links
from backend_atlas.clock import today
from backend_atlas.commands.arguments import Adds, data_folder
from backend_atlas.load import load


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "decide",
        help="answer the decision guide",
        description=run.__doc__,
        epilog='Example: atlas decide "kind=crud&lang=python~must&structure=full". '
        "The answers are those of a link to the guide; its method page lists them.",
    )
    data_folder(parser)
    parser.add_argument("answers", metavar="ANSWERS", help="question=answer, joined by &")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the whole result as JSON")
    form.add_argument("--record", choices=["madr", "nygard"], help="a decision record in Markdown")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Answers the decision guide: the result in words, as JSON, or as a decision record."""
    from backend_atlas.guide.answers import read  # noqa: PLC0415 - `check` has to start fast
    from backend_atlas.guide.basis import basis  # noqa: PLC0415
    from backend_atlas.guide.deciding import Engine, fragment  # noqa: PLC0415
    from backend_atlas.guide.record import madr, nygard  # noqa: PLC0415
    from backend_atlas.guide.report import report  # noqa: PLC0415
    from backend_atlas.guide.words import Words  # noqa: PLC0415

    found = load(options.data, today())
    if found.guide is None:
        print(f"atlas: {options.data} holds no guide", file=sys.stderr)
        return 2
    engine = Engine(basis(found, found.guide, today()))
    reading = read(options.answers, engine.basis)
    if reading.ignored:
        print(f"atlas: not an answer of the guide: {', '.join(reading.ignored)}", file=sys.stderr)
        return 2
    words, result = Words(engine), engine.decide(reading.answers)
    if options.json:
        print(json.dumps(report(words, result), indent=2, ensure_ascii=False))
    elif options.record:
        write = madr if options.record == "madr" else nygard
        link = f"{links.GUIDE}#{fragment(engine.basis, result)}"
        print(write(words, result, link, today().isoformat()), end="")
    else:
        print("\n".join(words.brief(result)))
    return 0
