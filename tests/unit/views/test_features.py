"""The matrix of all features, before a script has run."""

from dataclasses import replace

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.render import Rendering, environment
from backend_atlas.views.features import features_view


def lead(sample: Catalogue, columns: int) -> str:
    view = replace(features_view(sample), columns=columns)
    return Rendering(links.FEATURES, environment())("matrix/lead.html.jinja", view=view)


def test_pages_of_columns_have_their_place_before_the_script_comes(sample: Catalogue) -> None:
    count = len(sample.technologies)
    text = lead(sample, columns=2)
    assert 'aria-label="Columns">' in text
    assert f'role="status">1 to 2 of {count} technologies</span>' in text


def test_one_page_of_columns_needs_none(sample: Catalogue) -> None:
    assert 'aria-label="Columns" hidden>' in lead(sample, columns=len(sample.technologies))
