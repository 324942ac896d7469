"""Copies of the site that need no network: an archive to unpack, a PDF, a ZIM file, a documentation set.

They are made from the built site.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "dist"
NAME = "backend-atlas"
TITLE = "Backend Atlas"

ICON = Path(__file__).parent / "icon.png"
"""48 by 48 pixels, as the formats want it. Drawn from `docs/assets/favicon.svg`."""

sys.path += [str(ROOT / name) for name in ("hooks", "samples", "tests")]


def version() -> str:
    """The version of the project."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
