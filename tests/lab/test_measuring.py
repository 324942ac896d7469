"""Figures: what counts, how sure they are, and when nothing is measured at all."""

import gzip
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import cast

import pytest

from backend_atlas.model.lab import Machine
from backend_atlas.model.lab.evidence import Installed
from backend_atlas.model.lab.measurements import Subject
from harness.faults import Fault
from harness.measure.__main__ import main
from harness.measure.conditions import NotQuiet, conditions, pressure
from harness.measure.cost import RouteToMeasure, Taken, raw, summary
from harness.measure.statistics import interval
from harness.measure.subjects import Measured
from harness.measure.waiting import CONNECTIONS, WAIT, ceiling
from harness.servers import Running

MACHINE = Machine(system="Linux 6.1 x86_64", processor="Example", cores=2, memory=4096)
TODAY = date(2026, 11, 25)


def taken(**changed: object) -> Taken:
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
        "counts": True,
    }
    return Taken(**(found | changed))  # type: ignore[arg-type]


def stall(tmp_path: Path, share: float) -> Path:
    file = tmp_path / "cpu"
    file.write_text(
        f"some avg10={share:.2f} avg60=80.00 avg300=1.00 total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n"
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


def test_time_is_told_per_request() -> None:
    assert taken().microseconds == 500


def test_the_raw_file_is_the_same_for_the_same_windows() -> None:
    assert raw([taken(), taken(round=1)]) == raw([taken(), taken(round=1)])
    lines = gzip.decompress(raw([taken()])).decode().splitlines()
    assert lines[0].startswith("task,round,position,technology")
    assert lines[1] == "json,0,0,flask,threads,False,1000,0,1000.4,0.5,True"


def test_pressure_is_that_of_the_last_ten_seconds() -> None:
    assert pressure("some avg10=31.72 avg60=80.00 avg300=18.46 total=112700841\n") == 31.72


def test_a_quiet_machine_is_measured(tmp_path: Path) -> None:
    found = conditions(MACHINE, TODAY, "make measure", file=stall(tmp_path, 0.4))
    assert (found.pressure, found.busy) == (0.4, False)


def test_a_busy_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotQuiet, match=r"31.72 % of the last ten seconds, over 5 %"):
        conditions(MACHINE, TODAY, "make measure", file=stall(tmp_path, 31.72))


def test_a_busy_machine_is_marked_where_it_is_measured_anyway(tmp_path: Path) -> None:
    assert conditions(MACHINE, TODAY, "make measure", anyway=True, file=stall(tmp_path, 31.72)).busy


def test_a_machine_that_cannot_tell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotQuiet, match="needs Linux"):
        conditions(MACHINE, TODAY, "make measure", file=tmp_path / "none")


@dataclass(frozen=True)
class Asked:
    """Stands for a running server, where only its address is asked for."""

    url: str = "http://127.0.0.1:1"
    name: str = "flask (threads)"
    pid: int = 0


def measured(technology: str, *, twin: bool = False) -> Measured:
    subject = Subject(
        technology=technology,
        name=technology.title(),
        release="1.0",
        runtime=Installed(name="Python", version="3.13.0"),
        variant="threads",
        deployed="one process",
        processes=1,
        threads=8,
        sample="0" * 64,
    )
    return Measured(subject, cast("Running", Asked()), threads_wait=False, twin=twin)


ROUTE = RouteToMeasure("json", "/api/hello/Ada", 8)


def test_ratios_are_taken_within_a_round() -> None:
    subjects = [measured("nodejs"), measured("flask")]
    windows = [
        taken(technology=technology, round=at, processor_s=seconds * noise)
        for at, noise in enumerate((1, 5, 9))
        for technology, seconds in (("nodejs", 0.1), ("flask", 0.3))
    ]
    row = summary(ROUTE, subjects, windows).rows[1]
    assert (row.ratio.low, row.ratio.middle, row.ratio.high) == (3, 3, 3)
    assert row.microseconds.low < row.microseconds.high


def test_a_window_that_does_not_count_takes_its_round_with_it() -> None:
    subjects = [measured("nodejs"), measured("flask")]
    windows = [
        taken(technology="nodejs", round=0),
        taken(technology="nodejs", round=1, counts=False, refused=1),
        taken(technology="flask", round=0, processor_s=1.0),
        taken(technology="flask", round=1, processor_s=9.0),
    ]
    row = summary(ROUTE, subjects, windows).rows[1]
    assert (row.windows, row.voided, row.ratio.middle) == (1, 1, 2)


def test_no_window_that_counts_is_a_fault() -> None:
    windows = [taken(technology="nodejs"), taken(technology="flask", counts=False, refused=1)]
    with pytest.raises(Fault, match=r"flask \(threads\): no window"):
        summary(ROUTE, [measured("nodejs"), measured("flask")], windows)


def test_threads_that_wait_set_the_ceiling_else_connections_do() -> None:
    flask = measured("flask")
    assert ceiling(flask) == CONNECTIONS * 1000 / WAIT
    assert ceiling(replace(flask, threads_wait=True)) == 8 * 1000 / WAIT


def test_a_measure_that_is_not_known_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["sockets", "nope", "--out", str(tmp_path)])
    assert ended.value.code == 2
    assert "nope is no measure (known: footprint, starting, waiting, sockets, cost)" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
