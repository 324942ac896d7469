"""Release lines as geometry."""

from datetime import date
from itertools import pairwise

import pytest

from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.project_facts import Release
from backend_atlas.views.timeline import NARROW, Axis, Phase, Timeline, supported_timeline, timeline
from project import TODAY


def with_lines(sample: Catalogue, *lines: Release) -> Technology:
    alder = sample.technologies["alder"]
    support = alder.facts.support.model_copy(update={"releases": lines})
    return alder.model_copy(update={"facts": alder.facts.model_copy(update={"support": support})})


def line(released: date, active: date | None = None, ends: date | None = None) -> Release:
    return Release(name="1.0", released=released, active_until=active, ends=ends)


def parts(view: Timeline) -> list[tuple[Phase, float, float]]:
    return [(part.phase, part.start, part.width) for part in view.lanes[0].lines[0].stretches]


@pytest.mark.parametrize(
    ("release", "drawn"),
    [
        (
            line(date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1)),
            [(Phase.ALL, 0, 33.3), (Phase.SECURITY, 33.3, 33.31)],
        ),
        (line(date(2026, 1, 1), None, date(2027, 1, 1)), [(Phase.SOME, 0, 50)]),
        (line(date(2026, 1, 1), date(2027, 1, 1), date(2027, 1, 1)), [(Phase.ALL, 0, 50)]),
        (line(date(2026, 1, 1), date(2027, 1, 1)), [(Phase.ALL, 0, 50), (Phase.OPEN, 50, 50)]),
        (line(date(2026, 1, 1)), [(Phase.SOME, 0, 44.52), (Phase.OPEN, 44.52, 55.48)]),
        (line(date(2027, 1, 1)), [(Phase.OPEN, 50, 50)]),
    ],
    ids=["both phases", "no end of bug fixes", "no second phase", "no end", "neither", "neither, not yet out"],
)
def test_a_line_is_drawn_as_far_as_its_dates_are_published(
    release: Release, drawn: list[tuple[Phase, float, float]], sample: Catalogue
) -> None:
    assert parts(timeline([with_lines(sample, release)], TODAY)) == drawn


def test_what_has_no_end_reaches_the_edge_and_is_cut_off_there(sample: Catalogue) -> None:
    view = timeline([with_lines(sample, line(date(2026, 1, 1)))], TODAY)
    known, unknown = view.lanes[0].lines[0].stretches
    assert known.drawn == known.width
    assert unknown.start + unknown.width == 100
    assert unknown.start + unknown.drawn > 100
    assert view.lanes[0].lines[0].words == "no end date published"


def test_the_key_names_only_what_is_drawn(sample: Catalogue) -> None:
    assert timeline([sample.technologies["alder"]], TODAY).phases == (Phase.ALL, Phase.SECURITY, Phase.SOME)
    assert timeline([sample.technologies["birch"]], TODAY).phases == (Phase.ALL, Phase.SOME, Phase.OPEN)


@pytest.mark.parametrize(
    ("today", "years", "x", "late"),
    [
        (date(2019, 7, 2), (2019, 2028), 5.54, False),
        (date(2026, 1, 1), (2025, 2028), 33.33, False),
        (date(2040, 12, 31), (2025, 2041), 99.98, True),
    ],
    ids=["before every line", "between", "after every line"],
)
def test_the_day_of_the_build_is_always_on_the_axis(
    today: date, years: tuple[int, int], x: float, late: bool, sample: Catalogue
) -> None:
    view = timeline([sample.technologies["alder"]], today)
    assert (view.years[0].year, view.years[-1].year + 1) == years
    assert (view.x, view.late) == (x, late)


def test_a_technology_without_lines_keeps_its_lane(sample: Catalogue) -> None:
    view = timeline([with_lines(sample)], TODAY)
    assert view.lanes[0].lines == ()
    assert view.phases == ()
    assert [year.year for year in view.years] == [2026]


def test_lines_that_ended_are_left_out_where_only_support_is_asked_for(sample: Catalogue) -> None:
    technologies = list(sample.technologies.values())
    view = supported_timeline(technologies, TODAY)
    assert [(lane.name, [item.name for item in lane.lines]) for lane in view.lanes] == [
        ("Alder", ["1.2"]),
        ("Birch", ["1.2"]),
        ("Cedar.js", ["1.2"]),
    ]
    last_day = supported_timeline(technologies, date(2026, 9, 1))
    assert [item.name for item in last_day.lanes[0].lines] == ["1.2", "1.1 LTS"]


def test_no_stretch_is_empty_or_leaves_the_axis(sample: Catalogue) -> None:
    for today in (date(2020, 1, 1), TODAY, date(2030, 1, 1)):
        for lane in timeline(sample.technologies.values(), today).lanes:
            for item in lane.lines:
                for part in item.stretches:
                    assert part.width > 0
                    assert 0 <= part.start < round(part.start + part.width, 2) <= 100


@pytest.mark.parametrize("span", range(1, 31))
def test_labels_of_years_never_touch(span: int) -> None:
    years = Axis(2000, 2000 + span).years()
    labelled = [year.x for year in years if year.labelled] + [100.0]
    assert all(right - left >= 100 / NARROW - 0.02 for left, right in pairwise(labelled))
    assert all(year.wide for year in years) == (span <= 9)


def test_every_span_has_a_label() -> None:
    assert all(any(year.labelled for year in Axis(2000, 2000 + span).years()) for span in range(1, 31))
