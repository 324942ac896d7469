"""The moment that files in a copy are of, so that the same site gives the same bytes."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

READ = re.compile(r"""^ *"?(?:checked|date|read)"?: "(\d{4}-\d\d-\d\d)",?$""", re.MULTILINE)
"""A day on which somebody or a program read something, somebody changed it, or a sample ran."""


def moment(data: Path, environment: Mapping[str, str] = os.environ) -> datetime:
    """That of SOURCE_DATE_EPOCH; without it, the beginning of the newest day in the data, UTC."""
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    files = (*data.glob("technologies/*.yml"), *data.glob("changes/*.yml"), *data.glob("evidence/*/*.json"))
    days = (day for file in files for day in READ.findall(file.read_text(encoding="utf-8")))
    return datetime.fromisoformat(max(days)).replace(tzinfo=UTC)
