"""Measures whole builds: of projects of several sizes, and of the same pages by other site builders.

    python -m bench builds [--json FILE] [--sizes N ...] [--rounds N] [--slow N] [--compared N] [--keep]

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
from statistics import median
from tempfile import TemporaryDirectory

from bench.building_others import Others, Rounds, others
from bench.changing import CHANGES, changed
from bench.growing import exponent
from bench.machine import Machine
from bench.projects import atlas, write_project
from bench.running import Taken, run
from bench.weighing import Weight

SIZES = (12, 45, 77, 300)
"""Technologies. The first is the real atlas."""

COMPARED = 45
"""Technologies for which other builders build the same pages."""

ROUNDS = 5
"""Times that each builder builds these, one after the other, so that a slow spell of the machine meets all of them."""

GROWN = (45, 300)
"""The sizes from which growth is told, both included."""

PACKAGES = ("mkdocs", "mkdocs-material", "pydantic", "jinja2", "markdown")

SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Case:
    """A project of one size, and what it took."""

    technologies: int
    pairs: bool
    check: Taken
    build: Taken
    site: Weight
    changes: tuple[float, ...]
    """Seconds from saving a note until the served page shows it."""


@dataclass(frozen=True)
class Growth:
    """How the processor time of a build grows with the number of its pages."""

    pairs: bool
    sizes: tuple[int, ...]
    exponent: float


@dataclass(frozen=True)
class Builds:
    """Everything that was measured."""

    machine: Machine
    seed: int
    versions: dict[str, str]
    cases: tuple[Case, ...]
    others: Others | None = None

    @cached_property
    def growth(self) -> tuple[Growth, ...]:
        """For builds with and without pairs, where there are two sizes of them."""
        return tuple(found for pairs in (True, False) if (found := self._growth(pairs=pairs)))

    def _growth(self, *, pairs: bool) -> Growth | None:
        least, most = GROWN
        cases = [case for case in self.cases if case.pairs is pairs and least <= case.technologies <= most]
        if len(cases) < 2:
            return None
        sizes = tuple(case.technologies for case in cases)
        return Growth(pairs, sizes, exponent([(case.site.pages, case.build.cpu) for case in cases]))

    def plain(self) -> dict[str, object]:
        """The same for JSON."""
        return {
            "machine": asdict(self.machine) | {"busy": self.machine.busy},
            "seed": self.seed,
            "versions": self.versions,
            "cases": [asdict(case) for case in self.cases],
            "growth": [asdict(growth) for growth in self.growth],
            "others": self.others.plain() if self.others else None,
        }


def measured(seed: int, sizes: Iterable[int], rounds: Rounds, compared: int = COMPARED) -> Builds:
    """Measures, prints a table as it goes, and gives the figures. With 0 for `compared`, no other builder is asked."""
    machine = Machine.now(os.getloadavg()[0])
    print("\n".join([*machine.lines(), f"seed {seed}", "", *HEAD]), flush=True)
    cases = []
    for count, pairs in _cases(sizes):
        with TemporaryDirectory() as folder:
            cases.append(case(Path(folder, "project"), count, seed, pairs=pairs))
        print(row(cases[-1]), flush=True)
    found = Builds(machine, seed, {name: version(name) for name in PACKAGES}, tuple(cases))
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
    """Measures one project, once each."""
    write_project(project, count, pairs=pairs, seed=seed)
    check = run(atlas("check"), project, SETTINGS)
    build = built(project)
    site = Weight.of(project / "site")
    rmtree(project / "site")
    return Case(count, pairs, check, build, site, changed(project))


def built(project: Path) -> Taken:
    """Builds a project strictly, from nothing."""
    rmtree(project / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], project, SETTINGS)


HEAD = (
    f"{'':26}{'check':>14}{'build':>30}{'site':>16}{'search index':>20}{'change':>24}",
    f"{'technologies':26}{'s':>7}{'MiB':>7}{'s':>10}{'CPU s':>10}{'MiB':>10}{'pages':>8}{'MB':>8}"
    f"{'KB':>10}{'gzip':>10}{'median s':>10}{'least':>7}{'most':>7}",
)


def row(case: Case) -> str:
    """One line of the table."""
    label = f"{case.technologies}{'' if case.pairs else ', pairs without pages'}"
    check, build, site = case.check, case.build, case.site
    return (
        f"{label:26}{check.wall:7.1f}{check.peak / 2**20:7.0f}{build.wall:10.1f}{build.cpu:10.1f}"
        f"{build.peak / 2**20:10.0f}{site.pages:8}{site.bytes / 1e6:8.1f}{site.index / 1e3:10.0f}"
        f"{site.index_gzip / 1e3:10.0f}{median(case.changes):10.2f}{min(case.changes):7.2f}{max(case.changes):7.2f}"
    )


def growing(found: Builds) -> Iterator[str]:
    """What the table rests on, and how fast it grows."""
    yield f"Each was checked and built once; a change is the median of {CHANGES}, by the clock."
    if any(not case.pairs for case in found.cases):
        yield "Without pages of pairs, links to them lead to the page for selections (pair_pages: 0 in mkdocs.yml)."
    for growth in found.growth:
        name = "with pages of pairs" if growth.pairs else "without pages of pairs"
        sizes = ", ".join(map(str, growth.sizes))
        yield f"CPU time of a build grows with its pages to the power of {growth.exponent:.2f} ({sizes}; {name})."
