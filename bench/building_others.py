"""The same pages built by other site builders, in turns with ours."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from bench.builders import environment
from bench.builders.building import ALL_LACK, Builder, installed, write_pages
from bench.running import FailedError, Taken, run
from bench.weighing import Weight, cells

OURS = "Backend Atlas"
SLOW = 10


@dataclass(frozen=True)
class Other:
    """What one builder took, in the order of the rounds."""

    name: str
    runs: tuple[Taken, ...]
    site: Weight
    same: int
    """Pages with as many cells in tables as ours have."""
    ratios: tuple[float, ...] = ()
    """Its time by the clock over ours, in each round."""
    lacks: str = ""
    """What its site has not, beside what all the others lack."""


@dataclass(frozen=True)
class Others:
    """A comparison for one size. The first is ours."""

    technologies: int
    rounds: int
    versions: dict[str, str]
    builders: tuple[Other, ...]
    left_out: dict[str, str]
    """Builders that were not measured, and why."""

    def plain(self) -> dict[str, object]:
        """The same for JSON."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """A table for people."""
        yield f"{self.technologies} technologies, {self.rounds} rounds in turns; medians, and times as long as ours"
        yield (
            f"{'':22}{'rounds':>8}{'s':>8}{'CPU s':>8}{'MiB':>8}{'pages':>8}{'same':>8}{'MB':>8}{'KB index':>10}"
            f"{'ratio':>8}{'least':>8}{'most':>8}"
        )
        yield from map(line, self.builders)
        for other in self.builders:
            if other.lacks:
                yield f"{other.name} has no {other.lacks}."
        yield f"None of the others has: {ALL_LACK}."
        yield from (f"{name} was left out: {reason}" for name, reason in self.left_out.items())


def line(other: Other) -> str:
    """One builder of the table."""
    wall, cpu = (median(getattr(taken, name) for taken in other.runs) for name in ("wall", "cpu"))
    peak = max(taken.peak for taken in other.runs) / 2**20
    spread = (median(other.ratios), min(other.ratios), max(other.ratios)) if other.ratios else ()
    return (
        f"{other.name:22}{len(other.runs):8}{wall:8.1f}{cpu:8.1f}{peak:8.0f}{other.site.pages:8}{other.same:8}"
        f"{other.site.bytes / 1e6:8.1f}{other.site.index / 1e3:10.0f}{''.join(f'{ratio:8.2f}' for ratio in spread)}"
    )


@dataclass(frozen=True)
class Rounds:
    """How often each builder builds."""

    all: int
    slow: int
    """Rounds of those that take more than `SLOW` times as long as ours: they would take most of the time."""


def others(project: Path, folder: Path, count: int, rounds: Rounds, built: Callable[[Path], Taken]) -> Others:
    """Builds a project of `count` technologies with `built`, and its pages in `folder` with each other builder.

    Ours is built once before: one of the others reads the Markdown that it writes.
    """
    builders, left_out = installed()
    built(project)
    write_pages(project, folder)
    runs: dict[str, list[Taken]] = {name: [] for name in (OURS, *(builder.name for builder in builders))}
    for number in range(rounds.all):
        runs[OURS].append(built(project))
        for builder in builders:
            if builder.name not in left_out and (number < rounds.slow or not _slow(runs[builder.name], runs[OURS])):
                try:
                    runs[builder.name].append(_built(builder, folder))
                except FailedError as error:
                    left_out[builder.name] = str(error).strip().splitlines()[-1]
    ours = cells(project / "site")
    found = [Other(OURS, tuple(runs[OURS]), Weight.of(project / "site"), len(ours))]
    found += [_other(builder, folder, runs, ours) for builder in builders if builder.name not in left_out]
    return Others(count, rounds.all, environment.versions(), tuple(found), left_out)


def _slow(theirs: list[Taken], ours: list[Taken]) -> bool:
    return bool(theirs) and theirs[0].wall > SLOW * ours[0].wall


def _built(builder: Builder, folder: Path) -> Taken:
    builder.clear(folder)
    return run(builder.command, folder, {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"})


def _other(builder: Builder, folder: Path, runs: Mapping[str, list[Taken]], ours: Mapping[str, int]) -> Other:
    site = folder / builder.site
    found, theirs = tuple(runs[builder.name]), cells(site)
    ratios = tuple(other.wall / own.wall for own, other in zip(runs[OURS], found, strict=False))
    same = sum(theirs.get(address) == count for address, count in ours.items())
    return Other(builder.name, found, Weight.of(site), same, ratios, builder.lacks)
