"""How long `atlas check` takes: the first time, and after a change, when it knows the rest from before."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.changing import CHANGES, FILE, marked
from bench.projects import atlas
from bench.running import Taken, run


@dataclass(frozen=True)
class Checks:
    """What checks of one project took."""

    first: Taken
    """Of one that knows nothing from before."""
    again: tuple[float, ...]
    """Seconds by the clock of those that follow, each after a note of one cell was changed."""


def checked(project: Path, settings: Mapping[str, str], changes: int = CHANGES) -> Checks:
    """Checks a project. What is kept stays in its folder, and the changed file is as before at the end."""
    path, kept = project / FILE, {**settings, "XDG_CACHE_HOME": str(project / "caches")}
    before = path.read_text(encoding="utf-8")
    first, again = run(atlas("check", "--anew"), project, kept), []
    for number in range(1, changes + 1):
        path.write_text(marked(before, f"Checked {number}. "), encoding="utf-8")
        again.append(run(atlas("check"), project, kept).wall)
    path.write_text(before, encoding="utf-8")
    return Checks(first, tuple(again))
