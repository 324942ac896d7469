"""How long the page of the guide takes after one answer, in Chromium."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page

from backend_atlas.browser import GUIDE_ENGINE, source
from bench.site import Built

HERE = Path(__file__).parent

WARM_UP = 30
CHANGES = 240
LOADS = 10
PAUSE = 55
"""Milliseconds between two changes. Chromium lets a page set its address 200 times in 10 seconds."""

Change = tuple[str, str]
"""The name of radio buttons or the id of a list, and its new value."""

HEAVY: tuple[Change, ...] = (
    ("lang-python", "prefer"),
    ("lang-typescript", "prefer"),
    ("exp", "new"),
    ("kind", "saas"),
    ("need-graphql", "nice"),
    ("need-openapi", "nice"),
    ("need-websocket", "nice"),
    ("need-tracing", "nice"),
    ("need-jobs", "nice"),
    ("structure", "full"),
    ("types", "nice"),
    ("load", "connections"),
    ("grow", "very-large"),
    ("integ-orm", "nice"),
    ("integ-oidc-login", "nice"),
    ("integ-brokers", "nice"),
    ("integ-file-storage", "nice"),
    ("life", "years"),
)
"""Nearly every question is answered, in the order of the form. Nothing is excluded, so all are ranked."""

OTHERWISE: tuple[Change, ...] = (
    ("kind", "realtime"),
    ("structure", "minimal"),
    ("need-rate-limit", "much"),
    ("load", "computation"),
    ("grow", "several"),
    ("integ-grpc", "nice"),
    ("exp", "mixed"),
    ("lang-go", "prefer"),
    ("kind", "component"),
    ("need-openapi", "none"),
    ("structure", "modular"),
    ("integ-brokers", ""),
    ("types", "must"),
    ("load", "bursts"),
    ("need-graphql", "must"),
    ("kind", "crud"),
    ("host", "container"),
    ("lang-python", "must"),
    ("weight-kind", "some"),
)
"""Other answers. Each is given, and taken back by the next change."""

USUAL = {"need-rate-limit": "none"}
"""What stands in a field that is not in `HEAVY`, where it is not empty."""


@dataclass(frozen=True)
class Times:
    """Milliseconds."""

    count: int
    median: float
    p95: float
    least: float
    most: float

    @classmethod
    def of(cls, found: Iterable[float]) -> "Times":
        """A summary of `found`."""
        times = sorted(found)
        return cls(len(times), median(times), quantiles(times, n=20, method="inclusive")[-1], times[0], times[-1])


@dataclass(frozen=True)
class Speed:
    """What was measured on one page."""

    changes: Times
    """From one change of an answer to the finished result, laid out. Nearly all of it was computed before."""
    engine: Times
    """Of that, the engine; measured on its own, in an empty page."""
    layout: Times
    """Of that, style and layout. What is left of the three is the rest of the script."""
    opened: Times
    """As `changes`, where the reader opened every part of the result."""
    session: Times
    """As `changes`, for answers that are given for the first time, one after the other, in a page just opened."""
    load: Times
    """From the beginning of the navigation to the first result, of a link with answers."""


def speed(browser: Browser, built: Built) -> Speed:
    """Measures one page."""
    sessions = [_session(browser, built) for _ in range(LOADS)]
    link = f"{built.path.as_uri()}#{sessions[0][-1]['answers']}"
    loads = [_load(browser, link) for _ in range(LOADS)]
    warm = _warm(browser, link)
    texts = [str(item["answers"]) for item in warm]
    engine = _engine(browser, built.basis.json, texts)
    return Speed(
        changes=Times.of(item["whole"] for item in warm[WARM_UP:]),
        engine=Times.of(engine[WARM_UP:]),
        layout=Times.of(item["layout"] for item in warm[WARM_UP:]),
        opened=Times.of(item["whole"] for item in _warm(browser, link, opened=True)[WARM_UP:]),
        session=Times.of(item["whole"] for items in sessions for item in items),
        load=Times.of(loads),
    )


def steps() -> Iterator[Change]:
    """One change after the other, without end: another answer, and back."""
    for name, value in cycle(OTHERWISE):
        yield name, value
        yield name, dict(HEAVY).get(name, USUAL.get(name, ""))


def _session(browser: Browser, built: Built) -> list[dict[str, Any]]:
    with _tab(browser) as tab:
        tab.goto(built.path.as_uri())
        return _series(tab, HEAVY)


def _load(browser: Browser, link: str) -> float:
    with _tab(browser) as tab:
        tab.goto(link)
        return float(tab.evaluate("bench.first()"))


def _warm(browser: Browser, link: str, *, opened: bool = False) -> list[dict[str, Any]]:
    with _tab(browser) as tab:
        tab.goto(link)
        if opened:
            tab.evaluate(f"bench.open({PAUSE})")
        return _series(tab, islice(steps(), WARM_UP + CHANGES))


def _engine(browser: Browser, basis: str, texts: list[str]) -> list[float]:
    with _tab(browser) as tab:
        found = tab.evaluate(_script("engine"), {"source": source(GUIDE_ENGINE), "basis": basis, "texts": texts})
        return [float(time) for time in found]


def _tab(browser: Browser) -> Page:
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.add_init_script(_script("measure"))
    return tab


def _series(tab: Page, changes: Iterable[Change]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tab.evaluate(f"bench.series({json.dumps(list(changes))}, {PAUSE})")
    return found


def _script(name: str) -> str:
    return (HERE / f"{name}.js").read_text(encoding="utf-8")
