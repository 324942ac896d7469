"""Hands the generated pages to MkDocs. The only file that imports it."""

import os
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from backend_atlas import links
from backend_atlas.exports.schema import schemas
from backend_atlas.load import load
from backend_atlas.pages import Page as AtlasPage
from backend_atlas.pages import Section, pages
from backend_atlas.problems import DataError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

log = get_plugin_logger("atlas")


def on_pre_build(config: MkDocsConfig) -> None:
    """Loads and checks the data before MkDocs touches the site that was built before."""
    folder = Path(config.docs_dir).parent / links.DATA_FILES
    try:
        config.extra["atlas"] = pages(load(folder, _today(), links.DATA_FILES))
    except DataError as error:
        raise PluginError(f"The data has to be mended first.\n{error}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds one file a generated page, and the schemas."""
    generated: tuple[AtlasPage, ...] = config.extra["atlas"]
    for file in files.documentation_pages():
        file.edit_uri = f"{Path(config.docs_dir).name}/{file.src_uri}"
    for page in generated:
        file = _added(files, config, links.source_file(page.address))
        file.edit_uri = page.source or None
        file.page = GeneratedPage(page, file, config)
    for name, text in schemas().items():
        _added(files, config, f"schema/{name}", text)
    config.nav = list(_navigation(config.nav or [], generated))
    return files


class GeneratedPage(Page):
    """A page whose content comes from the data, without Markdown in between."""

    def __init__(self, page: AtlasPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.generated = page

    def read_source(self, config: MkDocsConfig) -> None:
        page = self.generated
        self.markdown = ""
        self.meta = {"description": page.description, "search": {"exclude": not page.in_search}}
        if page.wide:
            self.meta["hide"] = ["toc"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        page = self.generated
        self.content = page.html
        self.toc = get_toc(_tokens(page.sections, 2))
        self.present_anchor_ids = {*page.anchors, *_ids(page.sections)}
        self.links_to_anchors = {}
        for target in sorted(page.links):
            address, _, anchor = target.partition("#")
            file = files.get_file_from_path(links.source_file(address))
            if file is None:
                log.warning(f"'{self.file.src_uri}' links to '{target}', which is not a page of the site.")
            elif anchor:
                self.links_to_anchors.setdefault(file, {})[anchor] = target


def _added(files: Files, config: MkDocsConfig, uri: str, content: str = "") -> File:
    if files.get_file_from_path(uri):
        raise PluginError(f"docs/{uri} stands where a generated page belongs. Rename it, or remove it.")
    file = File.generated(config, uri, content=content)
    files.append(file)
    return file


def _navigation(nav: Iterable[Any], generated: tuple[AtlasPage, ...]) -> Iterator[Any]:
    """The navigation, with the generated pages below each hub that ends in a slash, as in `features/`."""
    for item in nav:
        (title, target), *_ = item.items() if isinstance(item, dict) else ((None, item),)
        if isinstance(target, list):
            yield {title: list(_navigation(target, generated))}
        elif isinstance(target, str) and target.endswith("/"):
            below = [page for page in generated if page.address.startswith(target) and page.in_navigation]
            yield {title: [links.source_file(page.address) for page in below]}
        else:
            yield item


def _tokens(sections: tuple[Section, ...], level: int) -> list[Any]:
    return [
        {"level": level, "id": section.id, "name": section.title, "children": _tokens(section.children, level + 1)}
        for section in sections
    ]


def _ids(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.id
        yield from _ids(section.children)


def _today() -> date:
    return datetime.fromtimestamp(float(os.environ.get("SOURCE_DATE_EPOCH", time.time())), UTC).date()
