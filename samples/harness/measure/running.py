"""Runs the measures one after the other, and writes each record when it is complete."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from backend_atlas.model.base import Record
from backend_atlas.model.lab.measurements import Conditions, Cost, Footprint, Sockets, Starting, Waiting
from harness.installing import CACHE, Installation
from harness.measure import cost, footprint, sockets, starting, waiting
from harness.measure.generator import Generator
from harness.measure.plan import Plan
from harness.measure.subjects import Wanted, every_variant, prepared
from harness.runtimes import node
from harness.writing import write_bytes

SEED = 20261125
BASELINE = "nodejs"
SLOW_TWIN = "django"
"""A subject that is slower than the baseline, and has a twin as well."""

RAW = "cost.csv.gz"

Parts = Iterator[tuple[str, bytes]]
"""Names of files and what is in them."""

Measure = Callable[[Conditions, Sequence[Installation], Plan], Parts]


def weigh(found: Conditions, installations: Sequence[Installation], _plan: Plan) -> Parts:
    """Packages and bytes."""
    rows = tuple(footprint.measure(installation) for installation in installations)
    yield _json("footprint", Footprint(conditions=found, rows=rows))


def start(found: Conditions, installations: Sequence[Installation], plan: Plan) -> Parts:
    """Cold start and idle memory."""
    with prepared(every_variant(installations), started=False) as subjects:
        yield _json("starting", Starting(conditions=found, rows=starting.measure(subjects, plan)))


def wait(found: Conditions, installations: Sequence[Installation], plan: Plan) -> Parts:
    """Handlers that wait."""
    with prepared(every_variant(installations), started=True) as subjects, _generator(installations) as generator:
        rows = waiting.measure(subjects, generator, plan)
    record = Waiting(
        conditions=found, connections=waiting.CONNECTIONS, wait=waiting.WAIT, seconds=plan.waiting, rows=rows
    )
    yield _json("waiting", record)


def connect(found: Conditions, installations: Sequence[Installation], plan: Plan) -> Parts:
    """Idle WebSockets. One server runs at a time, so that each finds the same machine."""
    rows = []
    for wanted in every_variant(installations):
        variant = wanted.installation.sample.manifest.variants[wanted.variant]
        if "websocket" not in variant.cannot:
            with prepared([wanted], started=False) as subjects:
                rows.append(sockets.measure(subjects[0], plan))
    yield _json("sockets", Sockets(conditions=found, asked=plan.sockets, rows=tuple(rows)))


def spend(found: Conditions, installations: Sequence[Installation], plan: Plan) -> Parts:
    """Processor time per request."""
    wanted = _with_twins(every_variant(installations))
    random, taken, routes = Random(SEED), [], []  # noqa: S311 - the order has to be repeatable, not hard to guess
    with prepared(wanted, started=True) as subjects, _generator(installations) as generator:
        for route in cost.ROUTES:
            windows = list(cost.Series(route, subjects, generator, random, plan).take())
            routes.append(cost.summary(route, subjects, windows))
            taken += windows
    yield RAW, cost.raw(taken)
    record = Cost(conditions=found, rounds=plan.rounds, seconds=plan.seconds, raw=RAW, routes=tuple(routes))
    yield _json("cost", record)


MEASURES: dict[str, Measure] = {
    "footprint": weigh,
    "starting": start,
    "waiting": wait,
    "sockets": connect,
    "cost": spend,
}
"""By the name of the record."""


def run(name: str, installations: Sequence[Installation], plan: Plan, found: Conditions, out: Path) -> None:
    """One measure, written into `out`. Raises `Fault`, `NotInstalled`."""
    before = time.monotonic()
    for file, content in MEASURES[name](found, installations, plan):
        write_bytes(out / file, content)
    print(f"{name}: {time.monotonic() - before:.0f} s", flush=True)


def _with_twins(wanted: list[Wanted]) -> list[Wanted]:
    """The baseline first, and a second copy of it and of a slower subject."""
    first = {item.installation.sample.id: item for item in reversed(wanted)}
    baseline = first[BASELINE]
    twins = [Wanted(first[name].installation, twin=True) for name in (BASELINE, SLOW_TWIN) if name in first]
    return [baseline, *(item for item in wanted if item is not baseline), *twins]


def _generator(installations: Sequence[Installation]) -> Generator:
    baseline = next(item for item in installations if item.sample.id == BASELINE)
    return Generator(node(baseline.sample.manifest.runtime.version, CACHE))


def _json(name: str, record: Record) -> tuple[str, bytes]:
    return f"{name}.json", f"{record.model_dump_json(indent=2, exclude_none=True)}\n".encode()
