"""The report as text, Markdown and JSON."""

import json
from pathlib import Path

from backend_atlas.difference.comparing import said
from backend_atlas.difference.markdown import markdown
from backend_atlas.difference.report import report
from backend_atlas.difference.review import reasons
from backend_atlas.difference.text import text
from backend_atlas.exports.issue import plain
from backend_atlas.load import load, load_answers
from project import TODAY
from unit.difference.conftest import Edit

ALDER = "technologies/alder.yml"


def test_a_cell_is_shown_before_and_after_with_its_source(base: Path, broken: Path, edit: Edit) -> None:
    edit(
        ALDER,
        "  db-tests:\n    support: built-in\n",
        "  db-tests:\n    support: do-it-yourself\n    note: Not isolated.\n",
    )
    found = said("base", load(base, TODAY), load(broken, TODAY))
    shown = text(found, reasons(found))
    assert (
        "Alder, Database tests: Built in → Write it yourself\n    + note: Not isolated.\n    source: https://docs.example.org/alder-tests/"
        in shown
    )
    link = "[docs.example.org](<https://docs.example.org/alder-tests/>)"
    row = f"| Alder | Database tests | Built in | Write it yourself | {link} |"
    assert row in markdown(found, reasons(found)).splitlines()
    (cell,) = json.loads(json.dumps(report(found, reasons(found))))["cells"]
    assert (cell["technology"], cell["feature"], cell["level_changed"]) == ("alder", "db-tests", True)
    assert cell["changes"][0] == {"field": "support", "before": "built-in", "after": "do-it-yourself"}


def test_what_was_only_read_again_is_counted(base: Path, broken: Path, edit: Edit) -> None:
    edit(ALDER, "where: Alder-orm", "where: Elsewhere")
    found = said("base", load(base, TODAY), load(broken, TODAY))
    assert "Cells: 1 only read again\n" in text(found, ())
    assert "SQL mapper" not in text(found, ())


def test_a_changed_runtime_names_what_runs_on_it(base: Path, broken: Path) -> None:
    for folder in (base, broken):
        features, birch = folder / "features.yml", folder / "technologies/birch.yml"
        features.write_text(
            features.read_text().replace("        why: Every", "        runtime: true\n        why: Every")
        )
        birch.write_text(birch.read_text().replace("name: Birch\n", "name: Birch\nruns_on: cedar\n"))
    file = broken / "technologies/birch.yml"
    start = file.read_text().index("  routing:\n")
    end = file.read_text().index("  templates:\n")
    file.write_text(file.read_text()[:start] + file.read_text()[end:])
    cedar = broken / "technologies/cedar.yml"
    cedar.write_text(cedar.read_text().replace("/cedar-routing/", "/cedar-router/"))
    found = said("base", load_answers(base), load_answers(broken))
    own, runtime = sorted(found.cells, key=lambda cell: cell.technology)
    assert own.after.endswith(" (from Cedar.js)")
    assert runtime.also == ("Birch",)


def test_markdown_takes_text_for_text() -> None:
    assert plain("a|b\n<script> `x` [y](z) @all") == "a&#124;b &#60;script&#62; &#96;x&#96; &#91;y&#93;(z) &#64;all"
    assert plain("see https://example.org/a_b#c_d, now") == "see <https://example.org/a_b#c_d>, now"
