"""Measures the decision guide: how long it takes after one answer, and how large its script and data are.

    python -m bench.guide [--json FILE] [--seed NUMBER]

The catalogues are generated, see `bench.catalogues`. Run it on a machine that does nothing else.
"""

import argparse
import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from backend_atlas.browser import GUIDE, script
from backend_atlas.clock import today
from backend_atlas.guide.basis import Basis
from backend_atlas.load import load
from backend_atlas.model import Catalogue
from bench import ROOT
from bench.catalogues import SEED, generated
from bench.machine import Machine
from bench.measuring import Speed, Times, speed
from bench.site import Built, built
from browser.install import chromium

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

LIMITS = {12: 16, 300: 50}
"""Technologies, and milliseconds that the median after one answer should stay below."""

LARGEST = 60_000
"""Bytes that script and data should stay below for 12 technologies, compressed."""

ROWS = {
    "changes": "one answer, to the laid-out result",
    "engine": "  of that, engine",
    "layout": "  of that, style and layout",
    "opened": "the same, every part opened",
    "session": "first time each answer is given",
    "load": "opening a link, to the first result",
}


@dataclass(frozen=True)
class Size:
    """Bytes of what a page brings, compressed with gzip -9."""

    script: int
    data: int
    together: int

    @classmethod
    def of(cls, basis: Basis) -> "Size":
        """The size of what the page of `basis` brings."""
        return cls(packed(script(GUIDE)), packed(basis.json), packed(basis.json + script(GUIDE)))


def packed(text: str) -> int:
    """Bytes after gzip -9."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Measures, prints a table, and writes JSON where it is wanted."""
    options = arguments()
    found = measured(options.seed)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def measured(seed: int) -> dict[str, object]:
    """Measures, prints a table, and gives the figures."""
    average = os.getloadavg()[0]
    real = load(ROOT / "data", today())
    with TemporaryDirectory() as folder:
        pages = dict(built_pages(real, seed, Path(folder)))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            machine = Machine.now(average, browser.version)
            speeds = {count: speed(browser, pages[count]) for count in LIMITS}
            browser.close()
    sizes = {count: Size.of(page.basis) for count, page in pages.items()}
    print("\n".join(table(machine, seed, speeds, sizes)))
    return {
        "machine": asdict(machine) | {"busy": machine.busy},
        "seed": seed,
        "milliseconds": {count: asdict(found) for count, found in speeds.items()},
        "bytes": {count: asdict(found) for count, found in sizes.items()},
    }


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="Measures the decision guide in Chromium.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--seed", type=int, default=SEED, help="for the generated technologies")
    return parser.parse_args()


def built_pages(real: Catalogue, seed: int, folder: Path) -> Iterator[tuple[int, Built]]:
    """The page for the real technologies and for each size, by the number of technologies."""
    catalogues = [real, *(generated(real, count, seed) for count in LIMITS)]
    for catalogue in catalogues:
        count = len(catalogue.technologies)
        yield count, built(catalogue, today(), folder / str(count))


def table(machine: Machine, seed: int, speeds: dict[int, Speed], sizes: dict[int, Size]) -> Iterator[str]:
    """Everything for people, line by line."""
    yield from machine.lines()
    yield f"seed {seed}"
    for count, found in speeds.items():
        yield ""
        yield f"{f'{count} technologies, milliseconds':38}{'median':>9}{'p95':>9}{'min':>9}{'max':>9}{'times':>7}"
        for name, label in ROWS.items():
            yield line(label, getattr(found, name))
        yield verdict("median of one answer", found.changes.median, LIMITS[count], "ms")
    yield ""
    yield f"{'gzip -9, bytes':38}{'script':>9}{'data':>9}{'together':>9}"
    for count, size in sizes.items():
        yield f"{f'{count} technologies':38}{size.script:>9}{size.data:>9}{size.together:>9}"
    yield verdict("script and data, 12 technologies", sizes[12].together, LARGEST, "bytes")


def line(label: str, times: Times) -> str:
    """One line of the table."""
    found = (times.median, times.p95, times.least, times.most)
    return f"{label:38}{''.join(f'{time:9.1f}' for time in found)}{times.count:7}"


def verdict(what: str, found: float, limit: int, unit: str) -> str:
    """Whether a limit is met."""
    return f"{'met' if found < limit else 'MISSED'}: {what} is {found:.5g} {unit}, the limit is {limit} {unit}"


if __name__ == "__main__":
    main()
