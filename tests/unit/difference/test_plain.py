"""Plain values are compared place by place."""

from typing import Any

import pytest

from backend_atlas.difference.plain import Change, changes


def source(url: str, checked: str = "2026-11-01") -> dict[str, str]:
    return {"url": f"https://example.org/{url}", "checked": checked}


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2, "b": 3}, ["a", "b"]),
        ({"a": {"b": [1, 2]}}, {"a": {"b": [1, 3]}}, ["a.b[1]"]),
        ({"a": [1, 2]}, {"a": [2, 1]}, ["a"]),
        ([{"id": "x", "n": 1}], [{"id": "y", "n": 1}, {"id": "x", "n": 2}], ["[0]", "[1].n"]),
        ([{"id": "x"}], [{"id": "y"}], ["[0]", "[0]"]),
        ([{"title": "x", "text": "t"}], [{"title": "y", "text": "t"}], ["[0].title"]),
        ([{"title": "x"}, {"title": "y"}], [{"title": "y"}], ["[0]"]),
        ({"sources": [source("a")]}, {"sources": [source("b")]}, ["sources"]),
    ],
)
def test_changes_name_their_place(before: Any, after: Any, fields: list[str]) -> None:
    assert [change.field for change in changes(before, after)] == fields


def test_the_same_address_on_another_day_is_read_again() -> None:
    (change,) = changes({"sources": [source("a")]}, {"sources": [source("a", "2026-11-02")]})
    assert change.read_again
    assert change.lost == ()


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("en/6.0/csrf/", "en/6.1/csrf/", False),
        ("docs/12.x/csrf", "docs/13.x/csrf", False),
        ("blob/v1.2.3/README.md", "blob/v1.3.0/README.md", False),
        ("rfc9110", "rfc7231", True),
        ("en/6.1/csrf/", "en/6.1/cors/", True),
    ],
)
def test_a_page_at_another_release_is_not_gone(before: str, after: str, lost: bool) -> None:
    change = Change("sources", [source(before)], [source(after)])
    assert bool(change.lost) is lost
    assert not change.read_again
