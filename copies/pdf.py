"""The atlas as one PDF with bookmarks: each technology, what counts for each feature, and how the guide decides."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, sync_playwright

from backend_atlas import links
from browser.install import chromium
from copies import TITLE, version
from copies.links import PAGE
from copies.offline import styles

HERE = Path(__file__).parent
STAMP = re.compile(rb"(?<=Date \(D:)\d{14}(?=\+00'00'\))")
"""The moments that Chromium writes into the file."""

FOOTER = (
    '<p style="width: 100%; text-align: center; font: 7pt sans-serif; color: #555">'
    '<span class="title"></span>, page <span class="pageNumber"></span> of <span class="totalPages"></span></p>'
)


@dataclass(frozen=True)
class Article:
    """One page of the site, with anchors that no other has."""

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class Part:
    """A bookmark of the first level, and the articles below it."""

    id: str
    name: str
    articles: tuple[Article, ...]


def write(site: Path, moment: datetime, out: Path) -> None:
    """Writes the file. Ends the program where no Chromium is installed; nothing is left then."""
    path = chromium()
    if not path:
        sys.exit("Chromium is not installed. On Debian and Ubuntu: apt install chromium-headless-shell")
    new = out.with_suffix(".new.pdf")
    try:
        with sync_playwright() as playwright, TemporaryDirectory(prefix="atlas-") as folder:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
            whole = Path(folder) / "atlas.html"
            whole.write_text(_whole(site, moment, tuple(_parts(browser, site))), encoding="utf-8")
            _print(browser, whole, new)
            browser.close()
        new.write_bytes(STAMP.sub(f"{moment:%Y%m%d%H%M%S}".encode(), new.read_bytes()))
        new.replace(out)
    finally:
        new.unlink(missing_ok=True)


def _contents(site: Path) -> Iterator[tuple[str, list[str], str]]:
    """Name of a part, the addresses of its pages, and the one section of each that is taken, if not all."""
    yield "How to read it", [links.ABOUT, links.BACKEND], ""
    yield "Technologies", list(_below(site, links.TECHNOLOGIES)), ""
    yield "Features: what counts", list(_below(site, links.FEATURES)), "definitions"
    yield "How the guide decides", [links.METHOD], ""


def _below(site: Path, address: str) -> Iterator[str]:
    return (f"{address}{path.parent.name}/" for path in sorted((site / address).glob(f"*/{PAGE}")))


def _parts(browser: Browser, site: Path) -> Iterator[Part]:
    contents = tuple(_contents(site))
    every = [address for _, addresses, _ in contents for address in addresses]
    ids = {f"{site.resolve().as_uri()}/{address}": _id(address) for address in every}
    tab = browser.new_context(offline=True).new_page()
    join = (HERE / "join.js").read_text(encoding="utf-8")
    for name, addresses, only in contents:
        articles = []
        for address in addresses:
            tab.goto((site / address / PAGE).resolve().as_uri())
            html = tab.evaluate(join, [_id(address), only, ids])
            articles.append(Article(_id(address), tab.locator("h1").inner_text(), html))
        yield Part(_id(name.lower().replace(" ", "/")), name, tuple(articles))


def _id(address: str) -> str:
    return re.sub(r"[^\w]+", "-", address.strip("/"))


def _whole(site: Path, moment: datetime, parts: Iterable[Part]) -> str:
    templates = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    text = "\n".join(styles(site).values()).replace("</", "<\\/")
    day = f"{moment.day} {moment:%B %Y}"
    page = templates.get_template("atlas.html.jinja")
    return page.render(title=TITLE, version=version(), day=day, styles=text, parts=tuple(parts))


def _print(browser: Browser, page: Path, out: Path) -> None:
    tab = browser.new_context(offline=True).new_page()
    tab.set_default_timeout(300_000)
    tab.goto(page.as_uri())
    tab.evaluate("document.fonts.ready")
    tab.pdf(
        path=str(out),
        outline=True,
        tagged=True,
        prefer_css_page_size=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOTER,
    )
