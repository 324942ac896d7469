"""`make after`: builds the site with two other builders, and tells what a reader would see of it there."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from after.project import write_project
from after.seeing import Seen, seen
from backend_atlas.clock import today
from backend_atlas.load import load
from backend_atlas.pages import pages

ROOT = Path(__file__).parents[1]
BUILDERS = {
    "properdocs": ["build", "--strict", "--site-dir", "site"],
    "zensical": ["build", "--strict", "--clean"],
}
"""Each as a program of the environment for them, with its arguments."""
PARTS: dict[str, Callable[[Seen], list[Any]]] = {
    "headings": lambda page: page.headings,
    "tables": lambda page: page.tables,
    "links": lambda page: page.links,
}
SHOWN = 5
"""Differences that are printed of each part."""


def main(programs: Path) -> int:
    """`programs` is the folder of the environment in which the builders are installed. 1 where something differs."""
    if missing := [name for name in BUILDERS if not (programs / name).exists()]:
        print(f"after: {' and '.join(missing)} not installed in {programs}: make after", file=sys.stderr)
        return 2
    if not (ROOT / "site/index.html").exists():
        print("after: there is no site to compare with: make site", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        project = Path(folder, "project")
        write_project(ROOT, project, pages(load(ROOT / "data", today()), today()))
        reference = seen(ROOT / "site")
        same = [_built(name, programs, project) and _compared(name, reference, project) for name in BUILDERS]
    return 0 if all(same) else 1


def _built(name: str, programs: Path, project: Path) -> bool:
    started = time.monotonic()
    command = [str(programs / name), *BUILDERS[name]]
    settings = os.environ | {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    print(f"{name}: exit {done.returncode} after {time.monotonic() - started:.1f} s")
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def _compared(name: str, reference: dict[str, Seen], project: Path) -> bool:
    found = seen(project / "site")
    lacking, more = sorted(reference.keys() - found.keys()), sorted(found.keys() - reference.keys())
    print(f"{name}: {len(found)} pages, {len(lacking)} lacking {lacking[:SHOWN]}, {len(more)} more {more[:SHOWN]}")
    differences = []
    for part, of in PARTS.items():
        differing = list(_differing(of, reference, found))
        count = sum(len(of(page)) for page in reference.values())
        print(
            f"{name}: {part}: {count} in all, the same on {len(reference) - len(differing)} of {len(reference)} pages"
        )
        print("\n".join(f"  {line}" for line in differing[:SHOWN]), end="\n" if differing else "")
        differences += differing
    return not (lacking or more or differences)


def _differing(of: Callable[[Seen], list[Any]], reference: dict[str, Seen], found: dict[str, Seen]) -> Iterator[str]:
    for address in sorted(reference.keys() & found.keys()):
        ours, theirs = of(reference[address]), of(found[address])
        if ours != theirs:
            first = next((pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]), "one has more")
            yield f"{address}: {len(ours)} here, {len(theirs)} there; first: {str(first)[:300]}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser("python -m after", description=__doc__)
    parser.add_argument("programs", type=Path, metavar="DIR", help="the folder with the programs of the other builders")
    sys.exit(main(parser.parse_args().programs.resolve()))
