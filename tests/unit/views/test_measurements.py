"""Measures as charts and tables: the words say the same as the drawing, and noise is called noise."""

from datetime import date

import pytest

from backend_atlas.model.lab import Machine
from backend_atlas.model.lab.evidence import Installed
from backend_atlas.model.lab.measurements import (
    Conditions,
    Cost,
    CostRow,
    Footprint,
    FootprintRow,
    Interval,
    Measurements,
    Opening,
    Route,
    Sockets,
    SocketsRow,
    Starting,
    StartingRow,
    Subject,
    Waiting,
    WaitingRow,
    Weight,
)
from backend_atlas.views.measurements import Measure, measures, of

CONDITIONS = Conditions(
    date=date(2026, 11, 22),
    command="make measure",
    machine=Machine(system="Linux 6.1 x86_64", processor="Example", cores=2, memory=4096),
    pressure=0.5,
    busy=False,
)


def subject(id: str) -> Subject:
    return Subject(
        technology=id,
        name=id.title(),
        release="1.0",
        runtime=Installed(name="Python", version="3.13.0"),
        variant="one",
        deployed="one process",
        processes=1,
        threads=8,
        sample="0" * 64,
    )


def cost(id: str, middle: float, low: float, high: float, *, twin: bool = False) -> CostRow:
    spent = Interval(middle=100 * middle, low=100 * low, high=100 * high)
    ratio = Interval(middle=middle, low=low, high=high)
    return CostRow(subject=subject(id), twin=twin, microseconds=spent, ratio=ratio, windows=29, voided=1)


ROWS = (
    cost("alder", 1, 1, 1),
    cost("birch", 3.2, 3.1, 3.4),
    cost("cedar", 1.05, 1.01, 1.09),
    cost("alder", 0.98, 0.93, 1.04, twin=True),
)
RECORDS = Measurements(
    footprint=Footprint(
        conditions=CONDITIONS,
        rows=(
            FootprintRow(
                technology="birch",
                name="Birch",
                release="1.0",
                alone=Weight(packages=7, bytes=2_400_000),
                sample=Weight(packages=30, bytes=60_000_000),
                digest="0" * 64,
            ),
        ),
    ),
    starting=Starting(
        conditions=CONDITIONS,
        rows=(StartingRow(subject=subject("birch"), milliseconds=(300, 500, 310), memory=(40960, 40970, 41984)),),
    ),
    waiting=Waiting(
        conditions=CONDITIONS,
        connections=256,
        wait=100,
        seconds=3,
        rows=(
            WaitingRow(
                subject=subject("birch"),
                ceiling=80,
                threads_wait=True,
                per_second=(79, 78, 79.5),
                median=(3200, 3210, 3190),
                slowest=(3300, 3300, 3300),
                memory=51200,
                voided=0,
            ),
        ),
    ),
    sockets=Sockets(
        conditions=CONDITIONS,
        asked=1000,
        rows=(
            SocketsRow(
                subject=subject("alder"),
                openings=tuple(
                    Opening(opened=1000, before=50_000, after=n, answer=n / 1e4) for n in (60_000, 59_000, 64_000)
                ),
            ),
            SocketsRow(subject=subject("birch"), openings=(Opening(opened=8, before=50_000, after=50_400),)),
            SocketsRow(
                subject=subject("cedar"),
                openings=(Opening(opened=9, before=9, after=18, answer=2), Opening(opened=8, before=9, after=17)),
            ),
        ),
    ),
    cost=Cost(
        conditions=CONDITIONS,
        rounds=30,
        seconds=1,
        raw="cost.csv.gz",
        routes=(Route(id="json", path="/api/hello/Ada", connections=8, rows=ROWS),),
    ),
)


@pytest.fixture
def found() -> dict[str, Measure]:
    pages = {"alder": "technologies/alder/"}
    return {item.id: item for item in measures(RECORDS, lambda name: pages.get(name, ""))}


def test_there_is_a_section_for_each_measure(found: dict[str, Measure]) -> None:
    assert list(found) == ["waiting", "sockets", "starting", "memory", "footprint", "cost-json"]


def test_nothing_measured_makes_no_section() -> None:
    assert measures(Measurements(), str) == ()


def test_every_row_of_a_table_has_a_cell_for_each_head(found: dict[str, Measure]) -> None:
    for item in found.values():
        assert {len(row) for row in item.table} == {len(item.heads) + 1}
        assert len(item.table) == len(item.technologies) == len(item.chart.bars)


def test_waiting_stands_beside_its_ceiling(found: dict[str, Measure]) -> None:
    (bar,) = found["waiting"].chart.bars
    assert bar.words == "79 of at most 80"
    assert bar.limit == 80
    assert "8 threads" in found["waiting"].table[0]


def test_a_server_that_answers_no_more_is_told_so(found: dict[str, Measure]) -> None:
    assert [row[-1] for row in found["sockets"].table] == [
        "in 6 ms",
        "no answer in 2 s",
        "not in 2 s, 1 of 2 times",
    ]
    assert [row[1] for row in found["sockets"].table] == ["1,000 of 1,000", "8 of 1,000", "8 of 1,000"]


def test_sockets_are_opened_more_than_once(found: dict[str, Measure]) -> None:
    bar = found["sockets"].chart.bars[0]
    assert bar.words == "10.0 KiB each"
    assert found["sockets"].chart.bars[1].words == "Only 8 of 1,000 opened, 50.0 KiB each"
    assert found["sockets"].table[0][4] == "10.0 KiB (9.0 to 14.0)"


def test_the_spread_stands_beside_the_median(found: dict[str, Measure]) -> None:
    assert found["starting"].chart.bars[0].words == "310 ms (300 to 500)"
    assert found["memory"].table[0][1:] == ("40.0 MiB", "39.6 to 41.0 MiB")


def test_a_difference_inside_the_noise_is_none(found: dict[str, Measure]) -> None:
    words = [bar.words for bar in found["cost-json"].chart.bars]
    assert words[0] == "the measure"
    assert words[1] == "3.20 times (3.04 to 3.47)"
    assert words[2] == "no difference measured: 1.05 times (0.99 to 1.11)"
    assert words[3] == "0.98 times (0.91 to 1.06)"


def test_the_noise_is_drawn_and_told(found: dict[str, Measure]) -> None:
    item = found["cost-json"]
    band = item.chart.band
    assert band
    assert band[0] < item.chart.bars[0].x < band[1]
    assert item.facts["noise"] == "7"


def test_a_technology_without_a_page_has_no_link(found: dict[str, Measure]) -> None:
    assert [bar.address for bar in found["sockets"].chart.bars] == ["technologies/alder/", "", ""]


def test_a_pair_has_its_own_rows_on_the_same_axis(found: dict[str, Measure]) -> None:
    pair = of(found["cost-json"], ("alder", "birch"))
    assert pair
    assert [bar.name for bar in pair.chart.bars] == ["Alder 1.0", "Birch 1.0"]
    assert pair.chart.ticks == found["cost-json"].chart.ticks


def test_a_pair_with_one_side_not_measured_has_none(found: dict[str, Measure]) -> None:
    assert of(found["waiting"], ("alder", "birch")) is None
