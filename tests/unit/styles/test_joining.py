"""One style sheet out of many."""

from importlib.resources import files

from backend_atlas.styles.joining import joined
from backend_atlas.styles.unused import without_unused


def test_sheets_keep_their_order() -> None:
    _, text = joined(["a { color: red }\n", "a { color: blue }"])
    assert text == "a { color: red }\na { color: blue }\n"


def test_the_address_changes_with_the_text_and_only_then() -> None:
    one, same, other = (joined([text])[0] for text in ("a {}", "a {}", "b {}"))
    assert one == same != other
    assert one.startswith("assets/stylesheets/atlas.")


def test_a_map_of_one_sheet_is_not_taken_for_that_of_all() -> None:
    _, text = joined(["a {}/*# sourceMappingURL=main.css.map */", "/* kept */"])
    assert text == "a {}\n/* kept */\n"


def test_comments_and_indentation_are_left_out() -> None:
    _, text = joined(["/* What it is for,\n   in two lines. */\na {\n  color: red; /* kept */\n}\n"])
    assert text == "a {\ncolor: red; /* kept */\n}\n"


def test_no_selector_asks_for_any_class_at_all() -> None:
    folder = files("material") / "templates/assets/stylesheets"
    sheet = "".join(path.read_text() for path in folder.iterdir() if path.name.endswith(".css"))
    assert "[class]" in sheet
    _, text = joined([without_unused(sheet)])
    assert "[class]" not in text
    assert ".md-typeset table:not(.atlas-table) td{" in text
    assert text.count("{") == text.count("}")
