"""A measuring run of seconds on a real sample: every record is written, valid, and plausible."""

from datetime import date
from pathlib import Path

import pytest

from backend_atlas.model.lab.measurements import Conditions, Cost, Footprint, Sockets, Starting, Waiting
from harness import samples
from harness.environment import machine
from harness.installing import Installation, install
from harness.measure.plan import Plan
from harness.measure.running import run

SHORT = Plan(
    rounds=4, seconds=0.5, fewest=1, warm_up=0.1, windows=1, waiting=0.5, starts=2, settles=0.1, sockets=60, openings=2
)


@pytest.fixture(scope="module")
def installations() -> list[Installation]:
    return [install(samples.sample("nodejs"))]


@pytest.fixture
def conditions() -> Conditions:
    return Conditions(date=date(2026, 11, 25), command="make measure", machine=machine(), pressure=0, busy=True)


def test_cost(installations: list[Installation], conditions: Conditions, tmp_path: Path) -> None:
    run("cost", installations, SHORT, conditions, tmp_path)
    found = Cost.model_validate_json((tmp_path / "cost.json").read_text())
    assert [route.id for route in found.routes] == ["json", "template", "compute"]
    for route in found.routes:
        baseline, twin = route.rows
        assert (baseline.ratio.low, baseline.ratio.high) == (1, 1)
        assert twin.twin
        assert twin.windows + twin.voided == 4
        assert twin.windows
        assert baseline.microseconds.middle > 0
    computing, answering = found.routes[2].rows[0], found.routes[0].rows[0]
    assert computing.microseconds.middle > answering.microseconds.middle
    assert (tmp_path / found.raw).exists()


def test_waiting(installations: list[Installation], conditions: Conditions, tmp_path: Path) -> None:
    run("waiting", installations, SHORT, conditions, tmp_path)
    row = Waiting.model_validate_json((tmp_path / "waiting.json").read_text()).rows[0]
    assert not row.threads_wait
    assert row.voided == 0
    assert 0 < row.per_second[0] <= row.ceiling
    assert row.median[0] >= 100


def test_sockets(installations: list[Installation], conditions: Conditions, tmp_path: Path) -> None:
    run("sockets", installations, SHORT, conditions, tmp_path)
    row = Sockets.model_validate_json((tmp_path / "sockets.json").read_text()).rows[0]
    assert [opening.opened for opening in row.openings] == [60, 60]
    assert all(opening.answer is not None for opening in row.openings)


def test_starting(installations: list[Installation], conditions: Conditions, tmp_path: Path) -> None:
    run("starting", installations, SHORT, conditions, tmp_path)
    row = Starting.model_validate_json((tmp_path / "starting.json").read_text()).rows[0]
    assert len(row.milliseconds) == len(row.memory) == 2
    assert all(kib > 10_000 for kib in row.memory)


def test_footprint(installations: list[Installation], conditions: Conditions, tmp_path: Path) -> None:
    run("footprint", installations, SHORT, conditions, tmp_path)
    row = Footprint.model_validate_json((tmp_path / "footprint.json").read_text()).rows[0]
    assert (row.alone.packages, row.alone.bytes) == (0, 0)
    assert row.sample.packages > 5
    assert row.sample.bytes > 1_000_000
