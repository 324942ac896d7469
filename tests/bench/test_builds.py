"""What is told of whole builds: how they grow, what a site weighs, and the tables."""

import json
from dataclasses import replace
from math import log
from pathlib import Path

import pytest

from bench import kept
from bench.builders.pages import closed, readings
from bench.building_others import Other, Others
from bench.builds import Builds, growing
from bench.cases import Case, Full, full_row, row
from bench.checking import Checks
from bench.growing import exponent
from bench.machine import Machine
from bench.running import FailedError, Taken, run
from bench.weighing import Weight, cells

MACHINE = Machine("Some processor", 2, 0.1, "Some system", "2026-11-26T20:00:00+00:00", "3.11.2")


def case(count: int, pages: int, cpu: float, *, pairs: bool = True) -> Case:
    checks = Checks(Taken(2.0, 1.9, 90 * 2**20), (0.5, 0.4, 0.4))
    build = Taken(cpu + 0.5, cpu, 300 * 2**20)
    return Case(count, pairs, checks, build, Weight(pages, 57_000_000, 60_000, 9_000), (0.8, 0.7, 1))


def full(count: int, pages: int, cpu: float) -> Full:
    return Full(count, Taken(cpu / 2, cpu, 300 * 2**20), Weight(pages, pages * 500_000, 60_000, 9_000))


def compared() -> Others:
    runs = tuple(Taken(wall, wall, 2**28) for wall in (10.0, 20.0, 12.0))
    weight = Weight(150, 5_000_000, 0, 0)
    found = (
        Other("Backend Atlas", runs, weight, 150),
        Other("Hugo, from HTML", runs, weight, 149, (0.4, 0.5, 0.7), "search"),
    )
    return Others(45, 3, {"hugo": "0.168.0"}, found, {"Eleventy": "no network"})


def found() -> Builds:
    cases = (case(12, 150, 5), case(45, 1000, 20), case(77, 3000, 60), case(300, 400, 30, pairs=False))
    return Builds(MACHINE, 7, {"mkdocs": "1.6.1"}, cases, (full(45, 1000, 20), full(77, 3000, 80)), compared())


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_exponent_is_that_of_the_curve(power: float) -> None:
    assert exponent([(size, 3 * size**power) for size in (10, 40, 300)]) == pytest.approx(power)


def test_the_exponent_fits_what_lies_beside_the_curve_by_least_squares() -> None:
    assert exponent([(1, 1), (10, 100), (100, 100)]) == pytest.approx(1)
    with pytest.raises(ValueError, match="two sizes"):
        exponent([(10, 1), (10, 2)])


def test_growth_in_pages_is_that_of_builds_with_every_pair() -> None:
    growth = found().by_pages
    assert growth
    assert growth.sizes == (45, 77)
    assert growth.cpu == pytest.approx(log(4) / log(3))
    assert growth.peak == pytest.approx(0)
    assert growth.bytes == pytest.approx(1)


def test_growth_in_technologies_is_told_from_45_and_with_pages_of_pairs() -> None:
    growth = found().by_technologies
    assert growth
    assert growth.sizes == (45, 77)
    assert growth.cpu == pytest.approx(log(3) / log(77 / 45))


def test_one_size_tells_of_no_growth() -> None:
    one = replace(found(), cases=found().cases[:2], every=found().every[:1])
    assert one.plain()["growth"] == {"pages": None, "technologies": None}
    assert "to the power" not in "\n".join([*growing(one), *kept.lines(json.loads(json.dumps(one.plain())))])


def test_the_table_says_what_was_left_out() -> None:
    rows = [*map(row, found().cases), *map(full_row, found().every)]
    text = "\n".join([*rows, *growing(found()), *compared().lines()])
    assert "300, pairs without pages" in text
    assert "77, every pair" in text
    assert rows[1].index("1000") == rows[4].index("1000")
    assert "With every pair (45, 77), a build grows with its pages to these powers: CPU time 1.26, memory 0.00," in text
    assert "MISSED: CPU time grows with the pages to the power of 1.26, at most 1.05 is wanted" in text
    assert "MISSED: memory" not in text
    assert "(45, 77), CPU time grows with the technologies to the power of 2.05." in text
    assert "Hugo, from HTML has no search." in text
    assert "Eleventy was left out: no network" in text
    assert "0.50    0.40    0.70" in text


def test_figures_are_kept_between_the_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "index.md"
    page.write_text(f"Before.\n{kept.BEGIN}\nold\n{kept.END}\nAfter.\n")
    monkeypatch.setattr(kept, "PAGE", page)
    plain = json.loads(json.dumps(found().plain()))
    kept.keep(plain)
    once = page.read_text()
    kept.keep(plain)
    assert page.read_text() == once
    assert once.startswith("Before.\n")
    assert once.endswith("\nAfter.\n")
    assert "old" not in once
    assert "| 45 | 1,000 | 20.5 | 300 |" in once
    assert "| 300, no pairs | 2.0 | 0.4 (0.4 to 0.5) | 0.8 (0.7 to 1.0) |" in once
    assert "| 45 | 57 | 9 |" in once
    assert "| 77 | 3,000 | 40.0 | 80.0 |" in once
    assert "| 77 | 300 | 1,500 |" in once
    assert "CPU time 1.26, memory 0.00, bytes of the site 1.00." in once
    assert "At most 1.05 is wanted" in once
    assert "From 45 to 77 technologies, with the limit on pages of pairs, CPU time grows with their number\nto" in once
    assert "| Hugo, from HTML | 3 | 12.0 | 0.50 (0.40 to 0.70) |" in once
    assert "| Hugo, from HTML | 256 | 5 | 149 of 150 |" in once
    assert "Eleventy was left out" in once


def test_the_page_has_the_marks() -> None:
    text = kept.PAGE.read_text()
    assert text.index(kept.BEGIN) < text.index(kept.END)


def test_a_run_tells_what_it_took_or_why_it_failed(tmp_path: Path) -> None:
    taken = run(["sh", "-c", "exit 0"], tmp_path)
    assert taken.wall > 0
    assert taken.peak > 0
    with pytest.raises(FailedError, match="ended with 3\nwhy"):
        run(["sh", "-c", "echo why; exit 3"], tmp_path)


def test_a_site_is_weighed(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text("{}")
    (tmp_path / "index.html").write_text("<table><tr><th>a<td>b</table>")
    assert Weight.of(tmp_path).pages == 1
    assert Weight.of(tmp_path).bytes == 31
    assert Weight.of(tmp_path).index == 2
    assert cells(tmp_path) == {".": 2}


def test_pages_as_markdown_get_the_names_that_hugo_asks_for(tmp_path: Path) -> None:
    for place in ("", "compare/", "compare/a-vs-b/"):
        (tmp_path / "site" / place).mkdir()
        (tmp_path / "site" / place / "index.md").write_text(f"# {place}\n")
        (tmp_path / "site" / place / "index.html").touch()
    readings(tmp_path / "site", tmp_path / "found")
    found = {path.relative_to(tmp_path / "found").as_posix() for path in tmp_path.glob("found/**/*.*")}
    assert found == {"_index.md", "compare/_index.md", "compare/a-vs-b/index.md"}
    assert (tmp_path / "found/compare/_index.md").read_text() == "# compare/\n"


def test_html_reaches_commonmark_whole() -> None:
    page = "## Some heading { #some }\n\n<div>\n<p>a</p>\n\n   \n    <p>b</p>\n<pre>x\n\n\ny</pre>\n</div>\n"
    html = '<h2 id="some">Some heading</h2>\n\n<div>\n<p>a</p>\n    <p>b</p>\n<pre>x\n&#10;\ny</pre>\n</div>\n'
    assert closed(page) == html
