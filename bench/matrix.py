"""Measures the filter of the matrix: how long it takes after one change, with 300 technologies and 70 features.

The catalogue is generated, see `bench.catalogues`. Run it on a machine that does nothing else.
"""

import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from backend_atlas.clock import today
from backend_atlas.load import load
from bench import ROOT
from bench.catalogues import generated
from bench.guide import ARGUMENTS, line, packed, verdict
from bench.machine import Machine
from bench.measuring import Times
from bench.site import built_matrix
from browser.install import chromium

TECHNOLOGIES = 300

LIMIT = 50
"""Milliseconds that the median after one change should stay below."""

SETTINGS = {"pause": 55, "features": 70}
SCRIPT = Path(__file__).parent / "matrix.js"


def measured(seed: int) -> dict[str, object]:
    """Measures, prints a table, and gives the figures."""
    average = os.getloadavg()[0]
    catalogue = generated(load(ROOT / "data", today()), TECHNOLOGIES, seed)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = built_matrix(catalogue, Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        machine = Machine.now(average, browser.version)
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(path.as_uri())
        times = Times.of(tab.evaluate(SCRIPT.read_text(encoding="utf-8"), SETTINGS))
        browser.close()
        size = packed(path.read_text(encoding="utf-8"))
    print("\n".join(table(machine, times, size)))
    return {"machine": asdict(machine) | {"busy": machine.busy}, "milliseconds": asdict(times), "bytes": size}


def table(machine: Machine, times: Times, size: int) -> Iterator[str]:
    """Everything for people, line by line."""
    yield from machine.lines()
    yield ""
    yield f"{f'matrix, {TECHNOLOGIES} x 70, milliseconds':38}{'median':>9}{'p95':>9}{'min':>9}{'max':>9}{'times':>7}"
    yield line("one change of the filter, laid out", times)
    yield verdict("median of one change", times.median, LIMIT, "ms")
    yield f"the page, gzip -9: {size} bytes"
