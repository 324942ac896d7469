"""The scripts that hold the cells of one technology each."""

import json

from backend_atlas import links
from backend_atlas.exports.columns import columns
from backend_atlas.model import Catalogue
from backend_atlas.views.comparison import comparison_view, side
from backend_atlas.views.pairs import pairs
from project import TODAY


def rows(text: str) -> dict[str, tuple[str, str]]:
    found = json.loads(text.removeprefix("backendAtlas.addColumn(").removesuffix(");\n"))
    return {name: (answer, html) for name, (answer, html) in found["rows"].items()}


def test_a_column_holds_every_feature_and_fact(sample: Catalogue) -> None:
    found = rows(columns(sample, TODAY)[links.column("alder")])
    assert {feature.id for feature in sample.features} < set(found)
    assert {"fact-kind", "fact-licence", "summary", "strengths", "limits"} < set(found)
    assert all(html for _, html in found.values())


def test_answers_differ_where_the_page_of_the_pair_says_so(sample: Catalogue) -> None:
    texts = columns(sample, TODAY)
    for one, other in pairs(sample):
        left, right = rows(texts[links.column(one)]), rows(texts[links.column(other)])
        first, second = (side(sample, sample.technologies[id]) for id in (one, other))
        view = comparison_view(sample, first, second)
        same = {row.feature.id: row.same for table in view.groups for row in table.rows}
        same |= {f"fact-{fact.key}": fact.same for fact in view.facts}
        assert {name: left[name][0] == right[name][0] != "" for name in same} == same


def test_hostile_text_in_a_cell_stays_text(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    cell = alder.features["routing"].model_copy(update={"note": "</script><script>alert(1)</script>"})
    changed = alder.model_copy(update={"features": alder.features | {"routing": cell}})
    found = rows(columns(Catalogue(sample.groups, {"alder": changed}, None), TODAY)[links.column("alder")])
    assert "<script" not in found["routing"][1]
    assert "&lt;script&gt;" in found["routing"][1]
