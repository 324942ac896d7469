"""Blocks of the theme are rendered once for the pages on which they are the same."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from backend_atlas.page import Page, Section
from blocks_hooks import Blocks


@dataclass
class Theme:
    """Renders a block, and counts how often."""

    text: str = "<header>{}</header>"
    told: list[str] = field(default_factory=list)

    def shown(self, once: Blocks, page: Any, text: str = "") -> str:
        def rendered() -> str:
            self.told.append(page.title)
            return (text or self.text).format(page.title)

        return once("header", page, rendered, page.title)


def page(address: str, title: str, *headings: str, in_navigation: bool = False) -> SimpleNamespace:
    sections = tuple(Section(heading.lower(), heading, "") for heading in headings)
    made = Page(address, title, "", "", sections, frozenset(), in_navigation=in_navigation)
    return SimpleNamespace(title=title, generated=made, file=SimpleNamespace(dest_uri=f"{address}index.html"))


def test_the_third_page_of_a_folder_is_not_rendered() -> None:
    once, theme = Blocks(), Theme()
    shown = [theme.shown(once, page(f"compare/{name}/", name.title())) for name in ("ash", "beech", "cedar", "elm")]
    assert shown == [f"<header>{name}</header>" for name in ("Ash", "Beech", "Cedar", "Elm")]
    assert theme.told == ["Ash", "Beech"]


def test_where_the_second_page_differs_every_page_is_rendered() -> None:
    once, theme = Blocks(), Theme()
    names = ("Ash", "Beech", "Cedar", "Elm")
    shown = [theme.shown(once, page(f"compare/{name}/", name), f"<p>{name[0]} {{}}</p>") for name in names]
    assert shown == [f"<p>{name[0]} {name}</p>" for name in names]
    assert theme.told == [*names]


def test_a_title_that_stands_in_the_block_for_another_reason_is_no_place_for_titles() -> None:
    once, theme = Blocks(), Theme("<a>Ash trees</a> {}")
    names = ("Ash", "Beech", "Cedar")
    assert [theme.shown(once, page(f"compare/{name}/", name)) for name in names] == [
        f"<a>Ash trees</a> {name}" for name in names
    ]


@pytest.mark.parametrize(
    "other",
    [
        page("features/cedar/", "Cedar"),
        page("compare/cedar/", "Cedar", "Facts"),
        page("compare/cedar/", "Cedar", in_navigation=True),
        SimpleNamespace(title="Written by hand", file=SimpleNamespace(dest_uri="compare/cedar/index.html")),
    ],
    ids=["in another folder", "with other headings", "in the navigation", "written by hand"],
)
def test_any_other_page_is_rendered(other: SimpleNamespace) -> None:
    once, theme = Blocks(), Theme()
    for name in ("Ash", "Beech"):
        theme.shown(once, page(f"compare/{name}/", name))
    theme.shown(once, other)
    assert theme.told == ["Ash", "Beech", other.title]


def test_the_page_for_addresses_without_one_is_rendered() -> None:
    assert Blocks()("header", None, lambda: "shown") == "shown"
