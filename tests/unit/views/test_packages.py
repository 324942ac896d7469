"""What a reader is told of a package's check."""

import pytest

from backend_atlas.model import Catalogue
from backend_atlas.views.packages import check_line


@pytest.mark.parametrize(
    ("technology", "feature", "line"),
    [
        ("birch", "orm", "Found in PyPI on 20 November 2026."),
        ("cedar", "routing", "Found in npm on 20 November 2026, deprecated there."),
        ("cedar", "orm", "npm could not be asked on 20 November 2026."),
        ("cedar", "templates", "Not checked in npm yet."),
    ],
)
def test_one_line_says_what_the_registry_said(technology: str, feature: str, line: str, sample: Catalogue) -> None:

    package = sample.technologies[technology].features[feature].package
    assert package
    assert check_line(package) == line
