"""The Jinja environment: templates, filters, and the links that a page makes while it is rendered."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from html import escape
from pathlib import Path

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.lexers.special import TextLexer
from pygments.util import ClassNotFound

from backend_atlas import links
from backend_atlas.guide.words import lowered
from backend_atlas.model import Support
from backend_atlas.views.facts import day
from backend_atlas.views.freshness import age, overdue
from backend_atlas.views.packages import check_line, machine_line

TEMPLATES = Path(__file__).parent / "templates"
INLINE_TAGS = {"code", "em", "strong", "a"}
MARKS = frozenset("`*_[]<>&\\")
CODE = re.compile("(?<!`)`([^`]+)`(?!`)")
CODE_ALONE = re.compile(rf"(?:[^`*_\[\]<>&\\]++|{CODE.pattern})++")
"""Text in which nothing but code is marked, as in nearly all that is marked."""

JOINT = re.compile(r"(?<=[/.:-])|(?<=[a-z])(?=[A-Z])")
OUTLINE = re.compile(r'<path d="([^"]+)"')


HOLE = Markup("\ue002")
"""Where something comes into a rendered text later. A character of private use that no page has."""


@dataclass(frozen=True)
class Frame:
    """HTML around parts that were rendered before."""

    before: str
    after: str

    def around(self, *parts: str) -> tuple[str, ...]:
        """The whole, in parts."""
        return (self.before, *parts, self.after)

    @property
    def line(self) -> "Frame":
        """The same as a line of its own."""
        return Frame(self.before, f"{self.after}\n")


@dataclass
class Rendering:
    """Renders the templates of one page and remembers which addresses it links to."""

    address: str
    environment: Environment
    targets: set[str] = field(default_factory=set)

    def __call__(self, template: str, **context: object) -> str:
        """The text of `template`. Inside, `href(address)` gives a link from this page."""
        return self.environment.get_template(template).render(**context, href=self.href).strip()

    def frame(self, template: str, **context: object) -> Frame:
        """The same with a hole where the template prints `inside`."""
        before, _, after = self(template, **context, inside=HOLE).partition(HOLE)
        return Frame(before, after)

    def href(self, target: str) -> str:
        """`target` as seen from this page. What a script reads after the hash is no anchor."""
        address, _, anchor = target.partition("#")
        self.targets.add(address if "=" in anchor else target)
        return links.relative(target, self.address)


@dataclass(frozen=True)
class Icons:
    """Decorative icons of 24 by 24 units from a folder of SVG files. Without a folder there are none."""

    folder: Path | None = None

    @cache  # noqa: B019 - there is one instance for each folder
    def outline(self, name: str) -> str:
        """The shape of an icon in the form of a path's `d`. Raises `FileNotFoundError` where the folder lacks it."""
        if not self.folder or not name:
            return ""
        return " ".join(OUTLINE.findall((self.folder / f"{name}.svg").read_text(encoding="utf-8")))


@cache
def environment(icons: Path | None = None, today: date | None = None) -> Environment:
    """Templates with autoescaping, strict about undefined names. `icons` is the folder of `Icons`.

    Ages are as of `today`; without it, pages tell none.
    """
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each rendering asks whether the files of its templates changed
    )
    texts = {"prose": prose, "code": code, "code_of": code_of, "host": host, "breakable": breakable, "lcfirst": lowered}
    found.filters.update(texts, check_line=check_line, day=day, machine_line=machine_line, plural=plural, number=number)
    found.filters.update(age=partial(age, today=today), overdue=partial(overdue, today=today))
    found.globals.update(package_url=links.package, links=links, Support=Support, outline=Icons(icons).outline)
    return found


@cache
def prose(text: str) -> Markup:
    """Inline Markdown as HTML: code, emphasis and https links. Everything else is escaped or removed."""
    if MARKS.isdisjoint(text):
        return Markup(text)  # noqa: S704 - nothing in it could be markup
    if CODE_ALONE.fullmatch(text):
        return Markup(CODE.sub(_marked_code, text.replace("\n", " ")))  # noqa: S704 - the code is escaped
    return parsed(text)


def parsed(text: str) -> Markup:
    """The same of any text. Takes twenty times as long."""
    html = _inline_markdown().reset().convert(text.replace("\n", " "))
    clean = nh3.clean(html, tags=INLINE_TAGS, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel=None)
    return Markup(clean)  # noqa: S704 - cleaned in the line above


def _marked_code(found: re.Match[str]) -> str:
    return f"<code>{escape(found[1].strip(), quote=False)}</code>"


@cache
def _inline_markdown() -> Markdown:
    """Markdown that takes HTML for text. To be reset before each text."""
    found = Markdown()
    found.preprocessors.deregister("html_block")
    found.inlinePatterns.deregister("html")
    return found


def code(text: str, language: str) -> Markup:
    """Source code with Pygments' classes, which the theme colours."""
    return _highlighted(text, get_lexer_by_name(language))


def code_of(text: str, file: str) -> Markup:
    """The same, in the language that the name of the file says. Plain text where Pygments does not know it."""
    try:
        return _highlighted(text, get_lexer_for_filename(file, text))
    except ClassNotFound:
        return _highlighted(text, TextLexer())


def _highlighted(text: str, lexer: Lexer) -> Markup:
    formatter = HtmlFormatter(cssclass="highlight", wrapcode=True)
    return Markup(highlight(text, lexer, formatter))  # noqa: S704 - escaped by Pygments


def host(name: str) -> Markup:
    """The name of a host, which may go on in the next line after each dot."""
    return Markup(".<wbr>").join(name.split("."))


def breakable(name: str) -> Markup:
    """The name of a package, which may go on in the next line after a mark or before a capital, as in the script."""
    return Markup("<wbr>").join(part for part in JOINT.split(name) if part)


def plural(count: int, noun: str) -> str:
    """`3 packages`, `1 package`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def number(value: float, digits: int = 2) -> str:
    """At most so many decimals, and none that are zero: `3`, `0.15`."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
