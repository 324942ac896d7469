"""Makes one style sheet of the theme's and ours, gives the search what it lacks, and marks where a page belongs.

Needs no import of MkDocs.
"""

import re
from typing import TYPE_CHECKING

from backend_atlas import links
from backend_atlas.browser import SEARCH, script
from backend_atlas.exports.linked_data import linked_data
from backend_atlas.styles.joining import joined
from backend_atlas.styles.unused import without_unused

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ACTIVE = re.compile(r'<a href="[^"]*" class="md-nav__link md-nav__link--active"')
WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Replaces the sheets: the theme's first, then `extra_css` in its order. Puts our part before the search's."""
    for file in files.javascript_files():
        if WORKER.fullmatch(file.src_uri):
            file.content_string = f'"use strict";\n{script(SEARCH)}\n{file.content_string}'
    theme = [file for file in files.css_files() if file.src_uri.endswith(".min.css")]
    sheets = [*theme, *(files.src_uris[str(uri)] for uri in config.extra_css)]
    ours = [sheet.content_string for sheet in sheets[len(theme) :]]
    theirs = without_unused("".join(sheet.content_string for sheet in theme), "".join(ours))
    address, text = joined([theirs, *ours])
    for sheet in sheets:
        files.remove(sheet)
    files.append(type(sheets[0]).generated(config, address, content=text))
    config.extra_css = [address]
    return files


def on_nav(nav: "Navigation", config: "MkDocsConfig", files: "Files") -> None:
    """Puts a page that the navigation leaves out below the page that lists it, so that this one is marked as active."""
    for page in config.extra["publication"].pages:
        if not page.in_navigation:
            child = files.src_uris[links.source_file(page.address)].page
            above = files.src_uris[links.source_file(links.above(page.address))].page
            child.parent = above  # type: ignore[union-attr]  # any item with `active` and `ancestors` will do


def on_env(env: "Environment", config: "MkDocsConfig", files: "Files") -> None:
    """Says what each page is about, and where it stands, in a form for search engines. Every page is read by now."""
    titles = {page.url: str(page.title) for file in files.documentation_pages() if (page := file.page)}
    found = config.extra["publication"].subjects
    config.extra["linked_data"] = {url: linked_data(url, titles, found, config.site_url or "") for url in titles}


def on_post_page(output: str, page: "Page", config: "MkDocsConfig") -> str:
    """Says in the navigation which page is read, in words of the standard as well as in colour."""
    end = max(output.find("<article"), 0)
    if not ACTIVE.search(output, 0, end):
        return output  # no copy of a long page
    return ACTIVE.sub(r'\g<0> aria-current="page"', output[:end]) + output[end:]
