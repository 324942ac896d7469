"""What was measured of projects of one size, and their rows of the printed table."""

from dataclasses import dataclass
from statistics import median

from bench.checking import Checks
from bench.running import Taken
from bench.weighing import Weight


@dataclass(frozen=True)
class Case:
    """A project of one size, and what it took."""

    technologies: int
    pairs: bool
    checks: Checks
    build: Taken
    site: Weight
    changes: tuple[float, ...]
    """Seconds from saving a note until the served page shows it."""


@dataclass(frozen=True)
class Full:
    """A project of one size in which every pair has a page, and what its build took."""

    technologies: int
    build: Taken
    site: Weight


HEAD = (
    f"{'':26}{'first check':>14}{'check':>8}{'build':>30}{'site':>16}{'search index':>20}{'change':>24}",
    f"{'technologies':26}{'s':>7}{'MiB':>7}{'s':>8}{'s':>10}{'CPU s':>10}{'MiB':>10}{'pages':>8}{'MB':>8}"
    f"{'KB':>10}{'gzip':>10}{'median s':>10}{'least':>7}{'most':>7}",
)


def row(case: Case) -> str:
    """One line of the table."""
    label = f"{case.technologies}{'' if case.pairs else ', pairs without pages'}"
    first = case.checks.first
    check = f"{first.wall:7.1f}{first.peak / 2**20:7.0f}{median(case.checks.again):8.1f}"
    change = f"{median(case.changes):10.2f}{min(case.changes):7.2f}{max(case.changes):7.2f}"
    return f"{label:26}{check}{_built(case.build, case.site)}{change}"


def full_row(full: Full) -> str:
    """The same of a project that was built only."""
    return f"{f'{full.technologies}, every pair':48}{_built(full.build, full.site)}"


def _built(build: Taken, site: Weight) -> str:
    return (
        f"{build.wall:10.1f}{build.cpu:10.1f}{build.peak / 2**20:10.0f}{site.pages:8}{site.bytes / 1e6:8.1f}"
        f"{site.index / 1e3:10.0f}{site.index_gzip / 1e3:10.0f}"
    )
