"""Licences as registries write them, as SPDX expressions that the data can hold."""

import re

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from backend_atlas.model.base import SPDX

CLASSIFIERS = {
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Those of PyPI that name one licence. The others leave open which version or variant it is."""


def spdx(text: object) -> str:
    """The expression in its usual form. Empty for what is none, or has parentheses inside."""
    if not isinstance(text, str) or not text.strip():
        return ""
    try:
        found = str(canonicalize_license_expression(text))
    except InvalidLicenseExpression:
        return ""
    found = found.removeprefix("(").removesuffix(")")
    return found if re.fullmatch(SPDX, found) else ""
