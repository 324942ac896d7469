"""Follows changes of the data while the site is served. No part of a build.

Without this file, the folder beside it and its name in `mkdocs.yml`, MkDocs builds everything anew after each change.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from backend_atlas import links
from serving.noticing import notice
from serving.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

DELAY = 0.01
"""Seconds to wait for more changes. To follow a change takes so little that it is not worth waiting for others."""

preview: Preview | None = None
"""There is one while the site is served. MkDocs loads this file once for all builds."""


def on_startup(command: str, dirty: bool) -> None:
    """Begins to remember."""
    global preview  # noqa: PLW0603 - nothing else lasts from one build to the next
    preview = Preview() if command == "serve" else None


def on_config(config: "MkDocsConfig") -> None:
    """MkDocs begins to build."""
    if preview:
        preview.begin(config)


def on_env(env: "Environment", config: "MkDocsConfig", files: "Files") -> None:
    """Notes what pages are rendered with."""
    if preview and preview.begun:
        preview.begun.env, preview.begun.files = env, files


def on_page_context(context: "TemplateContext", page: "Page", config: "MkDocsConfig", nav: "Navigation") -> None:
    """Notes what this page is rendered with."""
    if preview and preview.begun:
        preview.begun.contexts[page.url] = context


def on_template_context(context: "TemplateContext", template_name: str, config: "MkDocsConfig") -> None:
    """Notes what a template of the theme is rendered with."""
    if preview and preview.begun:
        preview.begun.contexts[template_name] = context


def on_serve(server: "LiveReloadServer", config: "MkDocsConfig", builder: "Callable[[], None]") -> None:
    """Takes the place of what MkDocs does after a change."""
    if preview:
        preview.build = builder
        preview.keep()
        notice(Path(config.docs_dir).parent / links.DATA_FILES, server.observer)
        server.builder, server.build_delay = preview, DELAY
        if app := server.get_app():
            server.set_app(preview.shown(app))
