"""The page that keeps the figures of one run: what `python -m bench builds --keep` writes between two marks.

Everything else on the page is written by hand, and no build of the site changes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from bench import ROOT
from bench.growing import WANTED, Growth

PAGE = ROOT / "docs/contribute/speed/index.md"
BEGIN, END = "<!-- measured: written by `python -m bench builds --keep` -->", "<!-- measured: end -->"


def keep(found: Mapping[str, Any]) -> None:
    """Writes the figures into the page. `found` is what `bench.builds` gives for JSON."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text("\n".join([f"{before}{BEGIN}", "", *lines(found), "", f"{END}{after}"]), encoding="utf-8")


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The figures as Markdown."""
    machine = found["machine"]
    yield f"Measured on {machine['date'][:10]}: {machine['processor']}, {machine['cores']} cores,"
    yield f"Python {machine['python']}; {_versions(found['versions'])}. Seed {found['seed']}."
    if machine["busy"]:
        yield f"**The machine was busy** (load average {machine['load_average']} at the start): do not trust the times."
    yield from ("", "### By size", "", *_table(BUILT, map(_build, found["cases"])))
    yield from ("", *_table(WAITED, map(_wait, found["cases"])))
    yield from ("", *_table(WEIGHED, map(_weight, found["cases"])), "")
    yield "Size is the number of technologies. Checked for the first time and built once each."
    yield "Check and change are medians of several, by the clock, with the least and the most."
    if growth := found["growth"]["technologies"]:
        power = f"{growth['cpu']:.2f}"
        yield f"From {_range(growth)} technologies, with the limit on pages of pairs, CPU time grows with their number"
        yield f"to the power of {power}."
    if found["every"]:
        yield from ("", "### With a page for every pair", "", *_every(found))
    if others := found["others"]:
        yield from ("", "### By builder", "", *_compared(others))
    else:
        yield "No other builder was measured in this run."


def _every(found: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(GROWN, map(_cost, found["every"]))
    yield from ("", *_table(HELD, map(_hold, found["every"])), "", "Built once each.")
    if growth := found["growth"]["pages"]:
        told = ", ".join(f"{name} {power:.2f}" for name, power in Growth(**growth).powers.items())
        yield f"From {_range(growth)} technologies, a build grows with the number of pages to these powers: {told}."
        yield f"At most {WANTED} is wanted of each."


def _range(growth: Mapping[str, Any]) -> str:
    return f"{min(growth['sizes'])} to {max(growth['sizes'])}"


def _compared(others: Mapping[str, Any]) -> Iterator[str]:
    turns = "one round" if others["rounds"] == 1 else f"{others['rounds']} rounds in turns"
    yield f"{others['technologies']} technologies, {turns}; {_versions(others['versions'])}."
    yield from ("", *_table(TIMES, map(_times, others["builders"])))
    yield from ("", *_table(SITES, map(_site, others["builders"])))
    for name in others["left_out"]:
        yield from ("", f"{name} was left out: it could not be installed, or did not build.")


BUILT = ("Size", "Pages", "Build, s", "Memory, MiB")
WAITED = ("Size", "First check, s", "Check, s", "Change, s")
WEIGHED = ("Size", "Site, MB", "Search, KB gzip")
GROWN = ("Size", "Pages", "Build, s", "CPU, s")
HELD = ("Size", "Memory, MiB", "Site, MB")
TIMES = ("Builder", "Rounds", "Build, s", "Times as long")
SITES = ("Builder", "Memory, MiB", "Site, MB", "Same tables")
"""Heads of tables. Each is narrow enough for a phone."""


def _build(case: Mapping[str, Any]) -> tuple[str, ...]:
    build = case["build"]
    return _label(case), f"{case['site']['pages']:,}", f"{build['wall']:.1f}", f"{build['peak'] / 2**20:,.0f}"


def _wait(case: Mapping[str, Any]) -> tuple[str, ...]:
    checks = case["checks"]
    return _label(case), f"{checks['first']['wall']:.1f}", _spread(checks["again"], 1), _spread(case["changes"], 1)


def _weight(case: Mapping[str, Any]) -> tuple[str, ...]:
    site = case["site"]
    return _label(case), f"{site['bytes'] / 1e6:,.0f}", f"{site['index_gzip'] / 1e3:,.0f}"


def _cost(full: Mapping[str, Any]) -> tuple[str, ...]:
    build = full["build"]
    return str(full["technologies"]), f"{full['site']['pages']:,}", f"{build['wall']:.1f}", f"{build['cpu']:.1f}"


def _hold(full: Mapping[str, Any]) -> tuple[str, ...]:
    memory, size = f"{full['build']['peak'] / 2**20:,.0f}", f"{full['site']['bytes'] / 1e6:,.0f}"
    return str(full["technologies"]), memory, size


def _label(case: Mapping[str, Any]) -> str:
    return str(case["technologies"]) if case["pairs"] else f"{case['technologies']}, no pairs"


def _times(other: Mapping[str, Any]) -> tuple[str, ...]:
    wall = median(run["wall"] for run in other["runs"])
    rounds = str(len(other["runs"]))
    return other["name"], rounds, f"{wall:.1f}", _spread(other["ratios"], 2) if other["ratios"] else "1"


def _spread(found: Sequence[float], places: int) -> str:
    return f"{median(found):.{places}f} ({min(found):.{places}f} to {max(found):.{places}f})"


def _site(other: Mapping[str, Any]) -> tuple[str, ...]:
    memory = f"{max(run['peak'] for run in other['runs']) / 2**20:,.0f}"
    size, same = f"{other['site']['bytes'] / 1e6:,.0f}", f"{other['same']:,} of {other['site']['pages']:,}"
    return other["name"], memory, size, same


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _versions(found: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {release}" for name, release in found.items())
