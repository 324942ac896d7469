"""Leaves out of the theme's style sheets what no page of this site uses: about a half, which every browser would read."""

import re

FAMILIES = (
    *("abstract", "admonition", "bug", "danger", "failure", "inline", "md-annotation", "tip", "warning"),
    *(
        "arithmatex",
        "critic",
        "footnote",
        "giscus",
        "grid",
        "katex",
        "key",
        "mermaid",
        "tabbed",
        "task-list-control",
        "task-list-indicator",
        "task-list-item",
    ),
    *("emojione", "gemoji", "twemoji", "highlighttable", "linenodiv", "linenos"),
    *(
        "md-author",
        "md-banner",
        "md-clipboard",
        "md-consent",
        "md-draft",
        "md-feedback",
        "md-meta",
        "md-path",
        "md-pin",
        "md-progress",
    ),
    *("md-content--post", "md-input", "md-nav--integrated", "md-pagination", "md-post", "md-profile", "md-select"),
    *("md-header__source", "md-nav__source", "md-search__suggest", "md-sidebar--post", "md-social", "md-source"),
    *("md-footer__button", "md-footer__direction", "md-footer__link", "md-footer__title", "md-status", "md-tag"),
    *("md-top", "md-version"),
)
"""Beginnings of the classes that belong to parts of the theme which the site has not. A page that needs one again:
take its line out here; a test says which page and which class."""

UNUSED = re.compile(rf"\.(?:{'|'.join(FAMILIES)})(?![a-z])")
"""One of these classes in a selector."""

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
"""A rule, without the `@media` around it."""

COMMA = re.compile(r",(?![^(]*\))")
"""Between two selectors, not between the arguments of one."""

EMPTY = re.compile(r"@(?:media|supports)[^{}]*\{\}")

PROPERTY = re.compile(r"""(--md-[\w-]+):(?:"[^"]*"|[^;{}"])*(?:;|(?=\}))""")
"""A custom property of the theme with its value. Many hold an icon."""

USE = re.compile(r"var\((--md-[\w-]+)")


def without_unused(sheet: str, others: str = "") -> str:
    """A minified sheet of the theme without these parts, and without properties that neither it nor `others` use."""
    rules = EMPTY.sub("", RULE.sub(_used, sheet))
    used = {match[1] for text in (rules, others) for match in USE.finditer(text)}
    return PROPERTY.sub(lambda match: match[0] if match[1] in used else "", rules)


def _used(rule: re.Match[str]) -> str:
    """The rule for the selectors that are left, or nothing."""
    left = [selector for selector in COMMA.split(rule[1]) if not UNUSED.search(selector)]
    return f"{','.join(left)}{{{rule[2]}}}" if left else ""
