"""What commands take alike."""

import argparse
from pathlib import Path
from typing import Protocol

from backend_atlas import links


class Adds(Protocol):
    """Adds a command to the parser; the help in one phrase is for the list of commands."""

    def __call__(
        self, name: str, *, help: str, description: str | None, epilog: str | None = None
    ) -> argparse.ArgumentParser: ...


def data_folder(parser: argparse.ArgumentParser) -> None:
    """The option `--data`, as `options.data`."""
    parser.add_argument(
        "--data", type=Path, default=Path(links.DATA_FILES), metavar="DIR", help="the data folder (default: data)"
    )
