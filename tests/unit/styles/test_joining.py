"""One style sheet out of many."""

from importlib.resources import files

from backend_atlas.styles.joining import joined


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


def test_no_rule_of_the_theme_holds_for_all_while_colours_change() -> None:
    folder = files("material") / "templates/assets/stylesheets"
    sheets = [path.read_text() for path in folder.iterdir() if path.name.endswith(".css")]
    assert "color-switching" in "".join(sheets)
    _, text = joined(sheets)
    assert "color-switching" not in text
    assert text.count("{") == text.count("}")
