"""Where things are, the day of the tests, and strict builds. Each runs in a process: MkDocs keeps hooks in memory."""

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sample"
LAB = ROOT / "tests/samples"
TODAY = date(2026, 11, 22)
"""The day of the tests on the small catalogue."""


def _newest_day(data: Path) -> date:
    """The last day on which somebody or a program read something, somebody changed it, or a sample ran."""
    read = re.compile(r"""^ *"?(?:checked|date|read)"?: "(\d{4}-\d\d-\d\d)",?$""", re.MULTILINE)
    files = (*data.glob("technologies/*.yml"), *data.glob("changes/*.yml"), *data.glob("evidence/*/*.json"))
    return max(date.fromisoformat(day) for file in files for day in read.findall(file.read_text()))


DATA_DAY = _newest_day(ROOT / "data")
"""The day of the tests on the real data: no date in it may lie after the day of a build."""

EPOCH = str(int(datetime.combine(DATA_DAY, datetime.min.time(), UTC).timestamp()))


def build(project: Path, out: Path, *, strict: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the project into `out` as of a fixed day."""
    strictness = "--strict" if strict else "--no-strict"
    command = [sys.executable, "-m", "mkdocs", "build", strictness, "--site-dir", str(out)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
