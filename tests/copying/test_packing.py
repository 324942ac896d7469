"""What is packed, and how: links, what pages have in common, the archive."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from copies import NAME, archive, cells, lines, scripts, search, version
from copies.contents import contents
from copies.links import led_to_files
from copies.moment import moment
from copies.without_script import said
from project import pack

PAGES = {"index.html", "guide/index.html", "technologies/index.html", "technologies/oak/index.html"}
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIMIT = 2_000_000


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="../../guide/#kind=crud">', '<a href="../../guide/index.html#kind=crud">'),
        ('<a href="../?h=oak">', '<a href="../index.html?h=oak">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="feed.xml">', '<a href="feed.xml">'),
        ('<a href="https://example.org/guide/">', '<a href="https://example.org/guide/">'),
        ('<a href="../elm/">', '<a href="../elm/">'),
        ('<p>"../../guide/"</p>', '<p>"../../guide/"</p>'),
    ],
)
def test_a_link_to_a_page_ends_in_its_file(given: str, wanted: str) -> None:
    assert led_to_files(given, "technologies/oak/", PAGES) == wanted


def test_data_for_scripts_name_files_too() -> None:
    data = {"page": "../technologies/oak/", "root": "technologies/oak/#a", "name": "oak/", "html": '<a href="../">'}
    page = f'<script type="application/json" id="x">{json.dumps(data)}</script>'
    found = json.loads(led_to_files(page, "guide/", PAGES).partition(">")[2].removesuffix("</script>"))
    file = "technologies/oak/index.html"
    assert found == {"page": f"../{file}", "root": f"{file}#a", "name": "oak/", "html": '<a href="../index.html">'}


def test_common_lines_and_own_ones_give_the_page_again() -> None:
    rows = "".join(f"<tr><td>{name}</td></tr>\n" for name in ("one", "two", "</script>"))
    texts = {name: f"<html>\n<body dir=ltr>\n<h1>{name}</h1>\n{rows}</body>\n</html>\n" for name in ("a", "b")}
    made = lines.shared({f"compare/{name}/index.html": text for name, text in texts.items()}, "compare/pairs.js")
    common = json.loads(made["compare/pairs.js"].partition(" = ")[2].partition(";\n")[0])
    assert "</script" not in made["compare/pairs.js"]
    for name, text in texts.items():
        page = made[f"compare/{name}/index.html"]
        parts = json.loads(page.partition("writePage(")[2].rpartition(")</script>")[0])
        body = "".join(part if isinstance(part, str) else "".join(common[part[0] : sum(part)]) for part in parts)
        assert text == page.partition("<noscript>")[0] + body
        assert 'href="../../technologies/index.html"' in page


def test_a_cell_is_left_out_where_its_technology_holds_it() -> None:
    html = f'<details><summary>Built in</summary><p><a href="../samples/csrf/">{"Shown. " * 10}</a></p></details>'
    column = f"backendAtlas.addColumn({json.dumps({'id': 'oak', 'rows': {'csrf': ['built-in', html]}})});\n"
    own = html.replace("../", "../../")
    page = cells.thinned(f"<article><td>{own}</td><td>own</td></article>", ["oak"], cells.read({"oak": column}))
    assert '<td><i data-cell="0 csrf"></i></td><td>own</td>' in page
    assert page.index("cells.js") < page.index("technologies/oak/column.js")


def test_a_page_that_needs_a_script_says_where_the_answers_are() -> None:
    page = said("<html><body dir=ltr><h1>Data</h1></body></html>", "../../")
    assert page.startswith("<html><body dir=ltr><noscript><p>In this copy")
    assert 'href="../../technologies/index.html"' in page


def test_what_is_no_column_is_refused() -> None:
    with pytest.raises(ValueError, match="no column of cells: alert"):
        cells.read({"oak": "alert(1)"})


def test_a_script_of_several_pages_becomes_a_file() -> None:
    long = f"<script>{'work();' * 100}</script>"
    pages, files = scripts.gathered({"index.html": long, "a/b/index.html": f"{long}<script>own()</script>"})
    (path,) = files
    assert pages == {
        "index.html": f'<script src="{path}"></script>',
        "a/b/index.html": f'<script src="../../{path}"></script><script>own()</script>',
    }


def test_the_worker_of_the_search_stands_before_the_script_that_starts_it() -> None:
    text = search.started('<script defer src="../assets/javascripts/bundle.1.min.js"></script>')
    assert text.startswith('<script defer src="../search/worker.js"></script>')


def test_the_order_of_files_makes_no_difference(tmp_path: Path) -> None:
    files = {"b.txt": b"b", "a/ä.txt": b"a"}
    for name, given in (("one", files), ("other", dict(reversed(files.items())))):
        archive.write(given, "top", NOON, tmp_path / f"{name}.zip")
    assert archive.digest(tmp_path / "one.zip") == archive.digest(tmp_path / "other.zip")
    with ZipFile(tmp_path / "one.zip") as opened:
        assert opened.namelist() == ["top/a/ä.txt", "top/b.txt"]
        assert {item.date_time for item in opened.infolist()} == {(2026, 11, 22, 12, 0, 0)}
        assert {item.external_attr >> 16 for item in opened.infolist()} == {0o100644}
    assert {path.name for path in tmp_path.iterdir()} == {"one.zip", "other.zip"}


def test_the_moment_is_the_one_that_is_asked_for_or_the_newest_day(tmp_path: Path) -> None:
    (tmp_path / "technologies").mkdir()
    (tmp_path / "technologies/oak.yml").write_text(
        'checked: "2026-11-20"\n  checked: "2026-11-22"\nsince: "2027-01-01"\n'
    )
    assert moment(tmp_path, {}) == datetime(2026, 11, 22, tzinfo=UTC)
    assert moment(tmp_path, {"SOURCE_DATE_EPOCH": "0"}) == datetime(1970, 1, 1, tzinfo=UTC)


def test_the_copy_holds_every_page_nothing_unused_and_stays_small(archive: Path, site: Path) -> None:
    assert archive.stat().st_size < LIMIT
    with ZipFile(archive) as opened:
        found = {name.removeprefix(f"{NAME}-{version()}/") for name in opened.namelist()}
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert pages <= found
    assert not {name for name in found if name.endswith((".map", ".gz", ".woff2", "404.html")) or "/lunr/" in name}
    kinds = contents(archive)
    assert sum(kind.files for kind in kinds) == len(found)
    assert next(kind.files for kind in kinds if kind.kind == "pages") == len(pages)


def test_packing_again_elsewhere_gives_the_same_bytes(archive: Path, site: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.zip"
    done = pack(site, out, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert out.read_bytes() == archive.read_bytes()
    assert re.search(r"^pages +\d+ ", done.stdout, re.MULTILINE)
