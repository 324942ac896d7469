"""Measures whole builds: of projects of several sizes, and of the same pages by other site builders.

    python -m bench builds [--json FILE] [--sizes N ...] [--every N ...] [--rounds N] [--slow N] [--compared N] [--keep]

Every build is a process of its own that begins with nothing. Run it on a machine that does nothing else.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from bench.building_others import Others, Rounds, others
from bench.cases import HEAD, Case, Full, full_row, row
from bench.changing import CHANGES, changed
from bench.checking import checked
from bench.growing import WANTED, Growth
from bench.machine import Machine
from bench.projects import Pairs, limited, write_project
from bench.running import Taken, run
from bench.weighing import Weight

SIZES = (12, 45, 77, 300)
"""Technologies. The first is the real atlas."""

EVERY = (45, 77, 140)
"""Technologies of further builds, in which every pair has a page: there the pages grow as fast as they can."""

COMPARED = 45
"""Technologies for which other builders build the same pages."""

ROUNDS = 5
"""Times that each builder builds these, one after the other, so that a slow spell of the machine meets all of them."""

GROWN = (45, 300)
"""The sizes from which growth in technologies is told, both included."""

PACKAGES = ("mkdocs", "mkdocs-material", "pydantic", "jinja2", "markdown")

SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Builds:
    """Everything that was measured."""

    machine: Machine
    seed: int
    versions: dict[str, str]
    cases: tuple[Case, ...]
    every: tuple[Full, ...] = ()
    others: Others | None = None

    @cached_property
    def by_pages(self) -> Growth | None:
        """Growth with the pages, where every pair has one. With a limit they hardly grow, but what is on each does."""
        return Growth.of(self.every, lambda build: build.site.pages)

    @cached_property
    def by_technologies(self) -> Growth | None:
        """Growth with the technologies, where pages of pairs have their limit."""
        least, most = GROWN
        cases = (case for case in self.cases if case.pairs and least <= case.technologies <= most)
        return Growth.of(cases, lambda build: build.technologies)

    def plain(self) -> dict[str, object]:
        """The same for JSON."""
        return {
            "machine": asdict(self.machine) | {"busy": self.machine.busy},
            "seed": self.seed,
            "versions": self.versions,
            "cases": [asdict(case) for case in self.cases],
            "every": [asdict(full) for full in self.every],
            "growth": {
                "pages": asdict(self.by_pages) if self.by_pages else None,
                "technologies": asdict(self.by_technologies) if self.by_technologies else None,
            },
            "others": self.others.plain() if self.others else None,
        }


def measured(seed: int, sizes: Iterable[int], every: Iterable[int], rounds: Rounds, compared: int = COMPARED) -> Builds:
    """Measures, prints a table as it goes, and gives the figures.

    Projects of the sizes in `every` are built with a page for every pair. With 0 for `compared`, no other builder is
    asked.
    """
    machine = Machine.now(os.getloadavg()[0])
    print("\n".join([*machine.lines(), f"seed {seed}", "", *HEAD]), flush=True)
    cases = []
    for count, pairs in _cases(sizes):
        with TemporaryDirectory() as folder:
            cases.append(case(Path(folder, "project"), count, seed, pairs=pairs))
        print(row(cases[-1]), flush=True)
    fulls = []
    for count in every:
        same = (case for case in cases if case.pairs and case.technologies == count and not limited(count))
        fulls.append(next((Full(count, case.build, case.site) for case in same), None) or full(count, seed))
        print(full_row(fulls[-1]), flush=True)
    found = Builds(machine, seed, {name: version(name) for name in PACKAGES}, tuple(cases), tuple(fulls))
    print("\n".join(growing(found)), flush=True)
    if not compared:
        return found
    with TemporaryDirectory() as folder:
        project = Path(folder, "project")
        write_project(project, compared, seed=seed)
        comparison = others(project, Path(folder, "pages"), compared, rounds, built)
    print("\n".join(["", *comparison.lines()]), flush=True)
    return replace(found, others=comparison)


def _cases(sizes: Iterable[int]) -> Iterator[tuple[int, bool]]:
    """Each size with pages of pairs; those of which growth is told also without, because their number has a limit."""
    for count in sizes:
        yield count, True
        if count >= GROWN[0]:
            yield count, False


def case(project: Path, count: int, seed: int, *, pairs: bool) -> Case:
    """Measures one project."""
    write_project(project, count, pairs=Pairs.LIMITED if pairs else Pairs.NONE, seed=seed)
    checks = checked(project, SETTINGS)
    build = built(project)
    site = Weight.of(project / "site")
    rmtree(project / "site")
    return Case(count, pairs, checks, build, site, changed(project))


def full(count: int, seed: int) -> Full:
    """Builds a project in which every pair has a page, once."""
    with TemporaryDirectory() as folder:
        project = Path(folder, "project")
        write_project(project, count, pairs=Pairs.EVERY, seed=seed)
        return Full(count, built(project), Weight.of(project / "site"))


def built(project: Path) -> Taken:
    """Builds a project strictly, from nothing."""
    rmtree(project / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], project, SETTINGS)


def growing(found: Builds) -> Iterator[str]:
    """What the table rests on, and how fast it grows."""
    if found.cases:
        yield (
            "Each was checked for the first time and built once. A check after a change of one note, and a change that "
            f"is served, are medians of {CHANGES}, by the clock."
        )
    if any(not case.pairs for case in found.cases):
        yield "Without pages of pairs, links to them lead to the page for selections (pair_pages: 0 in mkdocs.yml)."
    if found.every:
        yield "With every pair, only the build was measured (pair_pages: without a number in mkdocs.yml)."
    if growth := found.by_pages:
        told = ", ".join(f"{name} {power:.2f}" for name, power in growth.powers.items())
        yield f"With every pair ({_sizes(growth)}), a build grows with its pages to these powers: {told}."
        for name, power in growth.powers.items():
            if round(power, 2) > WANTED:
                yield f"MISSED: {name} grows with the pages to the power of {power:.2f}, at most {WANTED} is wanted"
    if growth := found.by_technologies:
        yield (
            f"With the limit on pages of pairs ({_sizes(growth)}), CPU time grows with the technologies to the power "
            f"of {growth.cpu:.2f}."
        )


def _sizes(growth: Growth) -> str:
    return ", ".join(map(str, growth.sizes))
