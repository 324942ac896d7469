"""What a page of a copy says where JavaScript is off, if it needs it. On the web, no page does."""

import re

BODY = re.compile(r"<body[^>]*>")


def sentence(root: str) -> str:
    """Where the answers are, seen from a page from which `root` leads to the first page."""
    return (
        "<noscript><p>In this copy, this page needs JavaScript. Without it, every answer stands on the page of its "
        f'<a href="{root}technologies/index.html">technology</a>.</p></noscript>'
    )


def said(page: str, root: str) -> str:
    """The page with that sentence before everything else."""
    return BODY.sub(lambda body: f"{body[0]}{sentence(root)}", page, count=1)
