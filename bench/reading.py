"""Measures what reading the site costs: scores of Lighthouse, and what each kind of page transfers.

    python -m bench.reading [--json FILE] [--runs NUMBER]

The real site is built and served on the loopback address. Run it on a machine that does nothing else.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Request, sync_playwright

from bench import ROOT
from bench.lighthouse import CATEGORIES, Audit, Processor, run
from bench.machine import Machine
from bench.serving import packed, served
from browser.install import chromium

PAGES = {
    "home": "",
    "technology": "technologies/django/",
    "compare": "compare/",
    "pair": "compare/django-vs-flask/",
    "features": "features/",
    "matrix": "features/identity/",
    "guide": "guide/",
    "sample": "samples/crud/",
    "measurements": "measurements/",
}

RUNS = 3

LARGEST = 200_000
"""Bytes that the first visit of a page should stay below, without the search index."""

INDEX = "search/search_index.json"

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(frozen=True)
class Weight:
    """What a first visit transfers, headers included, when nobody searches. The search index does not count."""

    bytes: int
    requests: int
    largest: dict[str, int]


def main() -> None:
    """Measures, prints a table, and writes JSON where it is wanted."""
    options = arguments()
    found = measured(options.runs)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="Measures what reading the site costs.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of Lighthouse a page; the medians count")
    return parser.parse_args()


def measured(runs: int) -> dict[str, object]:
    """Measures, prints a table, and gives the figures."""
    average = os.getloadavg()[0]
    with TemporaryDirectory() as folder:
        site = Path(folder)
        build(site)
        index = len(packed(site / INDEX))
        with served(site) as address:
            machine, weights = weighed(average, address)
            processor = Processor.measured(address, runs)
            audits = {
                name: Audit.of([run(address + page, processor) for _ in range(runs)]) for name, page in PAGES.items()
            }
    print("\n".join([*machine.lines(), *processor.lines(), "", *table(runs, weights, audits, index)]))
    return {
        "machine": asdict(machine) | {"busy": machine.busy},
        "processor": asdict(processor) | {"slowdown": processor.slowdown},
        "runs": runs,
        "search_index": index,
        "pages": {name: asdict(audits[name]) | {"transferred": asdict(weights[name])} for name in PAGES},
    }


def build(out: Path) -> None:
    """The whole site, as `make site` builds it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(out)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)


def weighed(average: float, address: str) -> tuple[Machine, dict[str, Weight]]:
    """The machine, and the weight of each page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        machine = Machine.now(average, browser.version)
        weights = {name: weight(browser, address, page) for name, page in PAGES.items()}
        browser.close()
    return machine, weights


def weight(browser: Browser, address: str, page: str) -> Weight:
    """What one page transfers to a browser that has nothing of the site yet."""
    context = browser.new_context()
    tab = context.new_page()
    requests: list[Request] = []

    def remember(request: Request) -> None:
        requests.append(request)

    tab.on("requestfinished", remember)
    tab.goto(address + page, wait_until="networkidle")
    found: dict[str, int] = {}
    for request in requests:
        if request.url.startswith(address) and not request.url.endswith(INDEX):
            sizes = request.sizes()
            found[request.url.removeprefix(address)] = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    context.close()
    largest = sorted(found, key=lambda name: -found[name])
    return Weight(sum(found.values()), len(found), {name: found[name] for name in largest[:5]})


def table(runs: int, weights: dict[str, Weight], audits: dict[str, Audit], index: int) -> Iterator[str]:
    """Everything for people, line by line."""
    heads = ("perf", "access", "best", "seo", "CLS", "FCP", "LCP", "TBT", "bytes", "requests")
    yield f"{f'Lighthouse, mobile, median of {runs}':34}{''.join(f'{head:>9}' for head in heads)}"
    for name, audit in audits.items():
        yield line(name, audit, weights[name])
    yield from (f"  {text}" for name, audit in audits.items() for text in failing(name, audit))
    yield f"The search index, {index} bytes, does not count."
    for name in PAGES:
        yield from verdicts(name, audits[name], weights[name])


def line(name: str, audit: Audit, weight: Weight) -> str:
    """One page of the table."""
    scores = "".join(f"{audit.scores[category]:9}" for category in CATEGORIES)
    times = "".join(f"{audit.figures[figure]:9.0f}" for figure in ("fcp", "lcp", "tbt"))
    return f"{name:34}{scores}{audit.figures['cls']:9.3f}{times}{weight.bytes:9}{weight.requests:9}"


def failing(name: str, audit: Audit) -> Iterator[str]:
    """Each audit that costs points, with where."""
    for found in audit.failing:
        yield f"{name}: {found.id}: {found.message} {' | '.join(found.where)}".rstrip()


def verdicts(name: str, audit: Audit, weight: Weight) -> Iterator[str]:
    """What is missed on one page."""
    for category in CATEGORIES:
        if audit.scores[category] < 100:
            yield f"MISSED: {category} of {name} is {audit.scores[category]}, the aim is 100"
    if audit.figures["cls"]:
        yield f"MISSED: layout shift of {name} is {audit.figures['cls']}, the aim is 0"
    if weight.bytes >= LARGEST:
        yield f"MISSED: {name} transfers {weight.bytes} bytes, the limit is {LARGEST}"


if __name__ == "__main__":
    main()
