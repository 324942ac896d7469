"""Addresses are a contract."""

import pytest

from backend_atlas import links


def test_a_pair_has_one_address_whatever_the_order() -> None:
    assert links.pair("flask", "django") == links.pair("django", "flask") == "compare/django-vs-flask/"


@pytest.mark.parametrize(
    ("target", "base", "expected"),
    [
        ("technologies/django/", "", "technologies/django/"),
        ("", "technologies/django/", "../../"),
        ("features/data/#orm", "technologies/django/", "../../features/data/#orm"),
        ("compare/", "compare/", "./"),
        ("features/data/#orm", "features/data/", "#orm"),
        ("technologies/", "technologies/django/", "../"),
        ("technologies/django/column.js", "compare/", "../technologies/django/column.js"),
    ],
)
def test_links_are_relative_to_the_page(target: str, base: str, expected: str) -> None:
    assert links.relative(target, base) == expected


def test_scoped_packages_are_one_part_of_the_address() -> None:
    assert links.package("npm", "@koa/router") == "https://deps.dev/npm/%40koa%2Frouter"
    assert links.package("packagist", "laravel/framework") == "https://libraries.io/packagist/laravel%2Fframework"


def test_what_stands_above_a_page() -> None:
    assert links.above("compare/django-vs-flask/") == "compare/"
    assert links.above("guide/scenarios/growing-flask/") == "guide/scenarios/"


def test_source_files_mirror_addresses() -> None:
    assert links.source_file("") == "index.md"
    assert links.source_file("compare/a-vs-b/") == "compare/a-vs-b/index.md"
