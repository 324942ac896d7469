"""The command `atlas`."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from backend_atlas import links
from backend_atlas.clock import today
from backend_atlas.load import load
from backend_atlas.model.vocabulary import Registry
from backend_atlas.problems import DataError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Returns the exit status: 0, 1 for problems in the data, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"atlas: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2


def check(options: argparse.Namespace) -> int:
    """Validates the data and says what was read."""
    from backend_atlas.guide.checks import check as decides  # noqa: PLC0415 - a wrong call has to be answered fast

    found = load(options.data, today(), also=decides)
    cells = sum(len(technology.features) for technology in found.technologies.values())
    print(f"{len(found.technologies)} technologies, {len(found.features)} features, {cells} cells: no problems")
    return 0


def decide(options: argparse.Namespace) -> int:
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


def schema(options: argparse.Namespace) -> int:
    """Writes the JSON Schema of each kind of data file."""
    from backend_atlas.exports.schema import schemas  # noqa: PLC0415 - `check` has to start fast

    for name, text in schemas().items():
        _write(options.out / name, text)
    return 0


def render(options: argparse.Namespace) -> int:
    """Writes every generated page as Markdown."""
    from backend_atlas.pages import pages  # noqa: PLC0415 - `check` has to start fast

    for page in pages(load(options.data, today()), today()):
        _write(options.out / links.source_file(page.address), page.markdown)
    return 0


def lab(options: argparse.Namespace) -> int:
    """Runs samples as real servers and checks that each does what its manifest says. Returns 1 where one does not."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))
    try:
        from harness import command  # noqa: PLC0415 - the site is built without it
    except ModuleNotFoundError as error:
        hint = "run: make .venv/ready-dev" if error.name != "harness" else "it runs in a checkout of the project"
        print(f"atlas: the lab needs {error.name}, which is not here; {hint}", file=sys.stderr)
        return 2
    return command.main(options)


def second_coding(options: argparse.Namespace) -> int:
    """Prints what `coding-agreement.yml` says of cells that were coded twice, from the cells and a second coding."""
    from backend_atlas.twice import compared, text  # noqa: PLC0415 - `check` has to start fast

    print(text(compared(load(options.data, today()), options.codings)), end="")
    return 0


def packages(options: argparse.Namespace) -> int:
    """Asks the registries about every package that a cell names, and writes down what they said."""
    try:
        from backend_atlas.registries import command  # noqa: PLC0415 - the site is built without it
    except ModuleNotFoundError as error:
        print(f"atlas: this needs {error.name}, which is not here; run: make .venv/ready-dev", file=sys.stderr)
        return 2
    return command.main(options, today())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "atlas", description="Checks the data of Backend Atlas and writes files made from it."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data", type=Path, default=Path(links.DATA_FILES), metavar="DIR", help="the data folder (default: data)"
    )

    checking = commands.add_parser("check", parents=[data], help="validate the data", description=check.__doc__)
    checking.set_defaults(run=check)
    deciding = commands.add_parser(
        "decide",
        parents=[data],
        help="answer the decision guide",
        description=decide.__doc__,
        epilog='Example: atlas decide "kind=crud&lang=python~must&structure=full". '
        "The answers are those of a link to the guide; its method page lists them.",
    )
    deciding.add_argument("answers", metavar="ANSWERS", help="question=answer, joined by &")
    form = deciding.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the whole result as JSON")
    form.add_argument("--record", choices=["madr", "nygard"], help="a decision record in Markdown")
    deciding.set_defaults(run=decide)
    schemas = commands.add_parser("schema", help="write the JSON Schema of the data files", description=schema.__doc__)
    schemas.add_argument(
        "--out", type=Path, default=Path("data/schema"), metavar="DIR", help="where to (default: data/schema)"
    )
    schemas.set_defaults(run=schema)
    running = commands.add_parser(
        "lab",
        parents=[data],
        help="run the samples and check what they do",
        description=lab.__doc__,
        epilog="Examples: atlas lab, atlas lab django flask, atlas lab django crud.",
    )
    running.add_argument("words", nargs="*", metavar="ID", help="samples, and tasks; all of them unless some are named")
    running.add_argument("--task", action="append", default=[], metavar="TASK", help="check this task only")
    running.add_argument("--variant", metavar="ID", help="check this way to deploy only")
    kind = running.add_mutually_exclusive_group()
    kind.add_argument("--write", action="store_true", help="write a record where everything is as the manifest says")
    kind.add_argument(
        "--controls", action="store_true", help="break copies of the samples, and see whether it is noticed"
    )
    kind.add_argument("--defaults", action="store_true", help="observe what the quick starts do, and write it down")
    kind.add_argument("--lint", action="store_true", help="run the linters of the samples that are installed")
    running.add_argument(
        "--samples", type=Path, default=Path("samples"), metavar="DIR", help="the samples (default: samples)"
    )
    running.add_argument(
        "--cache", type=Path, default=Path(".cache/lab"), metavar="DIR", help="where they run (default: .cache/lab)"
    )
    running.set_defaults(run=lab)
    again = commands.add_parser(
        "second-coding",
        parents=[data],
        help="set a second coding beside the cells",
        description=second_coding.__doc__,
        epilog="Differences lack `decided:` and `mended:`; write both, and paste the list below second_coding.cells.",
    )
    again.add_argument("codings", type=Path, metavar="DIR", help="a file a technology: feature to support and partial")
    again.set_defaults(run=second_coding)
    _add_packages(commands.add_parser, data)
    rendering = commands.add_parser(
        "render", parents=[data], help="write every page as Markdown", description=render.__doc__
    )
    rendering.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where to; files there are overwritten"
    )
    rendering.set_defaults(run=render)
    return parser


def _add_packages(add: Callable[..., argparse.ArgumentParser], data: argparse.ArgumentParser) -> None:
    asking = add(
        "packages",
        parents=[data],
        help="ask the registries about the packages",
        description=packages.__doc__,
        epilog="Where a registry is comes from its option, from the variable ATLAS_ and its name in capitals, or from "
        "the configuration of its own tool. Returns 1 where a registry has no such package or release.",
    )
    asking.add_argument(
        "--only", action="append", choices=[item.value for item in Registry], help="ask this registry only"
    )
    asking.add_argument(
        "--copy",
        action="append",
        choices=[item.value for item in Registry],
        help="an incomplete copy of this registry is asked: what it lacks was not fetched",
    )
    asking.add_argument("--json", action="store_true", help="what was answered, as JSON")
    asking.add_argument("--seconds", type=float, default=20, help="how long one answer may take (default: 20)")
    for item in Registry:
        asking.add_argument(f"--{item.value}", metavar="URL", help=f"where {item.label} is")
    asking.set_defaults(run=packages)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(path)


if __name__ == "__main__":
    sys.exit(main())
