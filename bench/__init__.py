"""Measurements. They use the browser of the tests, so the modules of the tests can be imported here."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

sys.path += [str(ROOT / "tests"), str(ROOT / "hooks")]
