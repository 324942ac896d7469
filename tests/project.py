"""Where things are, the day of the tests, and strict builds. Each runs in a process: MkDocs keeps hooks in memory."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sample"
LAB = ROOT / "tests/samples"
TODAY = date(2026, 11, 22)
EPOCH = "1795305600"


def build(project: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the project into `out` as of a fixed day."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
