"""A difference as Markdown for a pull request: short first, details folded."""

from collections.abc import Sequence

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
from backend_atlas.exports.issue import plain
from backend_atlas.render import environment

FIRST, MOST = 12, 200
"""Reasons that are not folded; and rows of a table, so that a report stays below what a job summary may hold."""


def markdown(found: Difference, reasons: Sequence[Reason], site: str = "") -> str:
    """The whole report. `site` is where the site is; without it, addresses are no links."""
    decided = found.decisions
    template = environment().get_template("difference/report.md.jinja")
    return template.render(
        found=found,
        reasons=reasons,
        site=site,
        first=FIRST,
        most=MOST,
        verdict=verdict(reasons),
        kinds=kinds(found),
        whole=list(whole(found)),
        pages=pages_line(found.pages),
        results=(*decided.scenarios, *decided.witnesses) if decided else (),
        examples=decided.moved.examples if decided and decided.moved else (),
        decisions=list(decisions_lines(decided)),
        tally=tally,
        exchanged=exchanged,
        outcome=outcome,
        guide_link=guide_link,
        plain=plain,
    )
