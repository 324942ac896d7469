"""Where things are, the day of the tests, and strict builds. Each runs in a process: MkDocs keeps hooks in memory."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree, ignore_patterns

from copies.moment import moment

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sample"
LAB = ROOT / "tests/samples"
TODAY = date(2026, 11, 22)
"""The day of the tests on the small catalogue."""


DATA_DAY = moment(ROOT / "data", {}).date()
"""The day of the tests on the real data: no date in it may lie after the day of a build."""

EPOCH = str(int(datetime.combine(DATA_DAY, datetime.min.time(), UTC).timestamp()))


def copied(folder: Path, data: Path, samples: Path) -> Path:
    """The files that a build reads, in a new folder below `folder`, with these data and samples."""
    copy = folder / "project"
    copy.mkdir()
    for name, source in (("hooks", ROOT / "hooks"), ("docs", ROOT / "docs"), ("data", data), ("samples", samples)):
        copytree(source, copy / name, ignore=ignore_patterns("__pycache__", "*.egg-info", "node_modules"))
    (copy / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return copy


def build(project: Path, out: Path, *, strict: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the project into `out` as of a fixed day."""
    strictness = "--strict" if strict else "--no-strict"
    command = [sys.executable, "-m", "mkdocs", "build", strictness, "--site-dir", str(out)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)


def pack(site: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Makes the offline copy of a built site, as of a fixed day."""
    command = [sys.executable, "-m", "copies", "offline", "--site", str(site), "--out", str(out)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH} | environment
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
