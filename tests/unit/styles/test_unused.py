"""Of the theme's style sheets, what this site uses."""

from importlib.resources import files

from backend_atlas.styles.unused import FAMILIES, UNUSED, without_unused


def test_a_rule_for_an_unused_part_goes_with_its_block() -> None:
    sheet = "a{color:red}@media print{.md-top{color:red}}.md-typeset .tabbed-set>input{top:0}"
    assert without_unused(sheet) == "a{color:red}"


def test_other_selectors_of_the_same_rule_stay() -> None:
    assert without_unused(".admonition,.md-nav:is(ol,ul),.md-path__item{top:0}") == ".md-nav:is(ol,ul){top:0}"


def test_a_class_that_only_begins_alike_stays() -> None:
    sheet = ".keyboard{top:0}.md-topic{top:0}"
    assert without_unused(sheet) == sheet


def test_a_property_stays_where_the_sheet_or_another_uses_it() -> None:
    icons = """:root{--md-a:url("data:image/svg+xml;charset=utf-8,<svg xmlns='x'/>");--md-b:1;--md-c:2}"""
    expected = ":root{--md-b:1;--md-c:2}a{top:var(--md-b)}"
    assert without_unused(icons + "a{top:var(--md-b)}", "b{top:var(--md-c)}") == expected


def test_each_family_is_one_of_the_theme() -> None:
    folder = files("material") / "templates/assets/stylesheets"
    theme = "".join(path.read_text() for path in folder.iterdir() if path.name.endswith(".css"))
    found = {match[0].removeprefix(".") for match in UNUSED.finditer(theme)}
    assert found == set(FAMILIES)
    left = without_unused(theme)
    assert len(left) < 0.6 * len(theme)
    assert left.count("{") == left.count("}")
