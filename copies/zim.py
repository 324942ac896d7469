"""A ZIM file, for Kiwix on phones, desktops and servers: the offline copy, with an index of its own."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from copies import ICON, NAME, TITLE
from copies.offline import for_servers, offline
from copies.tools import tool

PACKAGE = "zim-tools"
WORDS = {
    "--welcome": "index.html",
    "--illustration": ICON.name,
    "--language": "eng",
    "--name": NAME,
    "--title": TITLE,
    "--description": "Facts on backend technologies, each with its source and the day it was read",
    "--creator": f"{TITLE} contributors",
    "--publisher": TITLE,
}


def write(site: Path, out: Path) -> None:
    """Writes the file from the built site, and checks it. Where a tool is missing or complains, nothing is left."""
    writer, checker = tool("zimwriterfs", PACKAGE), tool("zimcheck", PACKAGE)
    files = offline(site) | for_servers(site) | {ICON.name: ICON.read_bytes()}
    new = out.with_suffix(".new.zim")
    try:
        with TemporaryDirectory(prefix="atlas-") as name:
            folder = Path(name)
            for path, content in files.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            _run([writer, *(f"{key}={value}" for key, value in WORDS.items()), name, str(new)])
        _run([checker, "--all", str(new)])
        new.replace(out)
    finally:
        new.unlink(missing_ok=True)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}".rstrip())
