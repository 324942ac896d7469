"""A difference as Markdown for a pull request: short first, details folded."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from backend_atlas.difference.comparing import Difference
from backend_atlas.difference.review import Reason, outcome
from backend_atlas.difference.wording import (
    decisions_lines,
    exchanged,
    guide_link,
    kinds,
    pages_line,
    tally,
    verdict,
    whole,
)
from backend_atlas.render import environment

MARKS = re.compile(r"[\\`*_{}\[\]()<>#+!|&~@$\"']")
MOST = 200
"""Rows of a table, so that a report stays below what a job summary may hold."""


def markdown(found: Difference, reasons: Sequence[Reason], site: str = "") -> str:
    """The whole report. `site` is where the site is; without it, addresses are no links."""
    template = environment().get_template("difference/report.md.jinja")
    return template.render(
        found=found,
        reasons=reasons,
        site=site,
        most=MOST,
        verdict=verdict(reasons),
        kinds=kinds(found),
        whole=list(whole(found)),
        pages=pages_line(found.pages),
        decisions=list(decisions_lines(found.decisions)),
        tally=tally,
        exchanged=exchanged,
        outcome=outcome,
        guide_link=guide_link,
        plain=plain,
    )


def plain(text: object) -> Markup:
    """Text that is shown as it stands, in one line: what Markdown or HTML would read is written as a reference."""
    line = " ".join(str(text).split())
    return Markup(MARKS.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704 - nothing in it is markup now
