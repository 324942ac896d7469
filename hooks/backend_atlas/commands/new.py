"""`atlas new`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from backend_atlas.commands.arguments import Adds, data_folder

if TYPE_CHECKING:
    from backend_atlas.asking import Question
    from backend_atlas.load.surroundings import Surroundings

ANSWERS = ("name", "kind", "runtime", "registry", "package")


def add(command: Adds) -> None:
    """Describes the command."""
    parser = command(
        "new",
        help="write the file of a new technology",
        description=run.__doc__,
        epilog="Example: atlas new bottle --name Bottle --kind micro-framework --runtime python --registry pypi "
        "--package bottle. On a terminal it asks for what is left out.",
    )
    data_folder(parser)
    parser.add_argument("id", metavar="ID", help="stands in addresses and is the file's name, as in spring-boot")
    for name, metavar, text in (
        ("name", "TEXT", "as the project writes it"),
        ("kind", "WORD", "runtime, micro-framework, api-framework or full-stack-framework"),
        ("runtime", "WORD", "what it runs on, as in python or nodejs"),
        ("registry", "WORD", "where it is published, as in pypi or npm; or none"),
        ("package", "TEXT", "its exact name there"),
    ):
        parser.add_argument(f"--{name}", metavar=metavar, help=text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the file of a new technology: every feature unknown, below the definition that decides it."""
    from backend_atlas.asking import NoAnswer, beginning, new_id  # noqa: PLC0415 - a wrong call has to be answered fast
    from backend_atlas.draft import draft  # noqa: PLC0415
    from backend_atlas.load.surroundings import surroundings  # noqa: PLC0415

    around = surroundings(options.data)
    try:
        given = _answers(new_id(options.id, around), options, around)
    except NoAnswer as error:
        print(f"atlas: {error}", file=sys.stderr)
        return 2
    except (EOFError, KeyboardInterrupt):
        print("\natlas: nothing was written", file=sys.stderr)
        return 2
    path = options.data / "technologies" / f"{options.id}.yml"
    text = draft(beginning(options.id, given, around), around.groups)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    _say_what_is_next(path, text, options.data)
    return 0


def _answers(id: str, options: argparse.Namespace, around: "Surroundings") -> dict[str, str]:
    from backend_atlas.asking import NoAnswer, questions  # noqa: PLC0415

    given: dict[str, str] = {}
    missing: list[str] = []
    while question := next((it for it in questions(id, around, given) if it.name not in (*given, *missing)), None):
        answer = getattr(options, question.name)
        if answer is not None:
            given[question.name] = _checked(question, answer)
        elif sys.stdin.isatty():
            given[question.name] = _asked(question)
        else:
            missing.append(question.name)
    if missing:
        raise NoAnswer(f"{', '.join(f'--{name}' for name in missing)} left out (on a terminal it asks for each)")
    return given


def _checked(question: "Question", answer: str) -> str:
    from backend_atlas.asking import NoAnswer  # noqa: PLC0415

    try:
        return question.check(answer.strip())
    except NoAnswer as error:
        raise NoAnswer(f"--{question.name}: {error}") from None


def _asked(question: "Question") -> str:
    """Asks until there is an answer. An empty line stands for the usual one."""
    from backend_atlas.asking import NoAnswer  # noqa: PLC0415

    width = max(map(len, question.words), default=0)
    print(f"{question.text}:" if question.words else question.text)
    for word, meaning in question.words.items():
        print(f"  {word.ljust(width)}  {meaning}".rstrip())
    while True:
        answer = input(f"{question.name}{f' [{question.usual}]' if question.usual else ''}: ").strip()
        try:
            return question.check(answer or question.usual)
        except NoAnswer as error:
            print(error)


def _say_what_is_next(path: Path, text: str, data: Path) -> None:
    lines = text.splitlines()
    features, places = lines.count("    support: unknown"), sum(line.endswith(": TODO") for line in lines)
    print(f"{path}: {features} features are unknown, {places} places say TODO.")
    print("Next: open it and replace each TODO, from the top. `atlas check --watch` names what is left.")
    print(f"Last: its answers in {data / 'guide' / 'witnesses.yml'}, as data/README.md says.")
