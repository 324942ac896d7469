"""What registries write as a licence becomes an SPDX expression, or nothing."""

import pytest

from backend_atlas.registries.licences import spdx


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("MIT", "MIT"),
        ("bsd-3-clause", "BSD-3-Clause"),
        ("(MIT OR CC0-1.0)", "MIT OR CC0-1.0"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("MIT AND (Apache-2.0 OR ISC)", ""),
        ("(MIT) OR (ISC)", ""),
        ("BSD", ""),
        ("SEE LICENSE IN LICENSE.md", ""),
        ("Permission is hereby granted, free of charge, to any person", ""),
        (" ", ""),
        (None, ""),
        ({"type": "MIT"}, ""),
    ],
)
def test_only_what_spdx_knows_is_a_licence(text: object, expression: str) -> None:
    assert spdx(text) == expression
