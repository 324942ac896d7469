"""Figures: what counts, how sure they are, and when nothing is measured at all."""

import gzip
from datetime import date
from pathlib import Path
from random import Random

import pytest

from backend_atlas.model.lab import Machine
from harness.measure.conditions import NotQuiet, conditions, pressure
from harness.measure.cost import Taken, raw
from harness.measure.statistics import interval

MACHINE = Machine(system="Linux 6.1 x86_64", processor="Example", cores=2, memory=4096)
TODAY = date(2026, 11, 25)


def taken(**changed: float) -> Taken:
    found: dict[str, object] = {
        "task": "json",
        "round": 0,
        "position": 0,
        "technology": "flask",
        "variant": "threads",
        "twin": False,
        "answered": 1000,
        "refused": 0,
        "elapsed_ms": 1000.4,
        "processor_s": 0.5,
    }
    return Taken(**(found | changed))  # type: ignore[arg-type]


def stall(tmp_path: Path, share: float) -> Path:
    file = tmp_path / "cpu"
    file.write_text(
        f"some avg10=80.00 avg60={share:.2f} avg300=1.00 total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n"
    )
    return file


def test_the_interval_holds_the_median_and_shrinks_with_more_values() -> None:
    random = Random(1)
    few = [random.gauss(10, 1) for _ in range(10)]
    many = few + [random.gauss(10, 1) for _ in range(190)]
    for values in (few, many):
        found = interval(values)
        assert found.low <= found.middle <= found.high
    assert interval(many).high - interval(many).low < interval(few).high - interval(few).low


def test_the_interval_holds_the_true_median_about_as_often_as_it_says() -> None:
    random = Random(2)
    hits = sum(
        found.low <= 0.5 <= found.high for found in (interval([random.random() for _ in range(30)]) for _ in range(100))
    )
    assert 88 <= hits <= 100


def test_the_same_values_give_the_same_interval() -> None:
    assert interval([3, 1, 2, 5, 4]) == interval([3, 1, 2, 5, 4])


def test_one_value_is_its_own_interval() -> None:
    found = interval([2.5])
    assert (found.low, found.middle, found.high) == (2.5, 2.5, 2.5)


def test_a_window_with_another_status_does_not_count() -> None:
    assert taken().counts
    assert not taken(refused=1).counts
    assert not taken(answered=3).counts


def test_time_is_told_per_request() -> None:
    assert taken().microseconds == 500


def test_the_raw_file_is_the_same_for_the_same_windows() -> None:
    assert raw([taken(), taken(round=1)]) == raw([taken(), taken(round=1)])
    lines = gzip.decompress(raw([taken()])).decode().splitlines()
    assert lines[0].startswith("task,round,position,technology")
    assert lines[1] == "json,0,0,flask,threads,False,1000,0,1000.4,0.5"


def test_pressure_is_that_of_the_last_minute() -> None:
    assert pressure("some avg10=80.00 avg60=31.72 avg300=18.46 total=112700841\n") == 31.72


def test_a_quiet_machine_is_measured(tmp_path: Path) -> None:
    found = conditions(MACHINE, TODAY, "make measure", file=stall(tmp_path, 0.4))
    assert (found.pressure, found.busy) == (0.4, False)


def test_a_busy_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotQuiet, match=r"31.72 % of the last minute, over 5 %"):
        conditions(MACHINE, TODAY, "make measure", file=stall(tmp_path, 31.72))


def test_a_busy_machine_is_marked_where_it_is_measured_anyway(tmp_path: Path) -> None:
    assert conditions(MACHINE, TODAY, "make measure", anyway=True, file=stall(tmp_path, 31.72)).busy


def test_a_machine_that_cannot_tell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotQuiet, match="needs Linux"):
        conditions(MACHINE, TODAY, "make measure", file=tmp_path / "none")
