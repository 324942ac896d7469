"""Words and tables in Markdown, for an issue or the summary of a run."""

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

MOST = 100
"""Rows of a table. An issue holds 65,536 characters, and nobody reads more at a time."""

MARKS = re.compile(r"[\\`*_{}\[\]<>#!|&~@$]")
ADDRESS = re.compile(r"(https://[\w./:?=&%#~+@;-]*[\w/#])")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], lists_all: str = "") -> Iterator[str]:
    """The first `MOST` rows, below an empty line, and how many more there are. `lists_all` is the command for those."""
    yield from ("", *(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows[:MOST])))
    if len(rows) > MOST:
        yield from ("", f"And {len(rows) - MOST} more{f': `{lists_all}` lists all' if lists_all else ''}.")


def plain(text: object) -> Markup:
    """Text that is shown as it stands, in one line: what Markdown or HTML would read is written as a reference.

    Addresses become links.
    """
    parts = ADDRESS.split(" ".join(str(text).split()))
    return Markup("").join(
        Markup(f"<{part}>" if index % 2 else MARKS.sub(_reference, part))  # noqa: S704 - nothing in it is markup now
        for index, part in enumerate(parts)
    )


def code(text: str) -> str:
    """Words of others as code, so that nothing in them calls for people or shows as a link or a picture."""
    return f"`{' '.join(text.replace('|', ' ').replace('`', ' ').split())}`"


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
