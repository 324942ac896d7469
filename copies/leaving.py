"""Open data stay on the web: in a copy they would take more room than its pages. Links to them lead there."""

import posixpath
import re

LEFT_OUT = re.compile(r"api/(?!v1/matrix\.csv$).*|schema/v1/.*|llms\.txt|.*\.md")
"""Paths that no copy holds. The table of levels is small enough."""

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
LINK = re.compile(r'<a href="([^"#?:]+)([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
ELSEWHERE = re.compile(r'(<p class="page-data">)This page as .*?</a>\.\s*')
"""The line at the foot of a page that leads to the same page as data."""


def led_to_the_web(page: str, folder: str) -> str:
    """The HTML of a page in `folder`. Where the public address of the site is not known, such links become text."""
    known = CANONICAL.search(page)
    root = known[1].removesuffix(folder) if known else ""

    def replaced(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, found[1]))
        if not LEFT_OUT.fullmatch(path):
            return found[0]
        return f'<a href="{root}{path}{found[2]}"{found[3]}>{found[4]}</a>' if root else found[4]

    return LINK.sub(replaced, page if root else ELSEWHERE.sub(r"\1", page))
