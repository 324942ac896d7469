"""The page that keeps the figures of one run: what `python -m bench builds --keep` writes between two marks.

Everything else on the page is written by hand, and no build of the site changes it.
"""

from collections.abc import Iterable, Iterator, Mapping
from statistics import median
from typing import Any

from bench import ROOT

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
    yield from ("", "### By size", "", *_table(SIZES, map(_case, found["cases"])), "")
    yield "Checked and built once each. A change is the median of several, by the clock, with the least and the most."
    for growth in found["growth"]:
        sizes = " to ".join(str(growth["sizes"][place]) for place in (0, -1))
        which = "with pages of pairs" if growth["pairs"] else "without pages of pairs"
        power = f"{growth['exponent']:.2f}"
        yield f"From {sizes} technologies, {which}, CPU time grows with the number of pages to the power of {power}."
    if others := found["others"]:
        yield from ("", "### By builder", "", *_compared(others))


def _compared(others: Mapping[str, Any]) -> Iterator[str]:
    turns = "one round" if others["rounds"] == 1 else f"{others['rounds']} rounds in turns"
    yield f"{others['technologies']} technologies, {turns}; {_versions(others['versions'])}."
    yield from ("", *_table(BUILDERS, map(_builder, others["builders"])))
    for name in others["left_out"]:
        yield from ("", f"{name} was left out: it could not be installed, or did not build.")


SIZES = (
    *("Technologies", "Pages of pairs", "Pages", "Check, s", "Build, s", "CPU, s", "Memory, MiB"),
    *("Site, MB", "Search, KB gzip", "Change, s"),
)
BUILDERS = ("Builder", "Build, s", "CPU, s", "Memory, MiB", "Times as long", "Least", "Most", "Site, MB", "Same tables")


def _case(case: Mapping[str, Any]) -> tuple[str, ...]:
    build, site, changes = case["build"], case["site"], case["changes"]
    return (
        str(case["technologies"]),
        "yes" if case["pairs"] else "no",
        f"{site['pages']:,}",
        f"{case['check']['wall']:.1f}",
        f"{build['wall']:.1f}",
        f"{build['cpu']:.1f}",
        f"{build['peak'] / 2**20:,.0f}",
        f"{site['bytes'] / 1e6:,.0f}",
        f"{site['index_gzip'] / 1e3:,.0f}",
        f"{median(changes):.2f} ({min(changes):.2f} to {max(changes):.2f})",
    )


def _builder(other: Mapping[str, Any]) -> tuple[str, ...]:
    runs, ratios, site = other["runs"], other["ratios"], other["site"]
    spread = (median(ratios), min(ratios), max(ratios)) if ratios else ()
    return (
        other["name"],
        f"{median(run['wall'] for run in runs):.1f}",
        f"{median(run['cpu'] for run in runs):.1f}",
        f"{max(run['peak'] for run in runs) / 2**20:,.0f}",
        *(f"{ratio:.2f}" for ratio in spread),
        *([] if spread else ["1", "", ""]),
        f"{site['bytes'] / 1e6:,.0f}",
        f"{other['same']:,} of {site['pages']:,}",
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _versions(found: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {release}" for name, release in found.items())
