"""Hands the generated pages to MkDocs."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from backend_atlas import links
from backend_atlas.clock import today
from backend_atlas.exports.search import documents
from backend_atlas.guide.checks import check
from backend_atlas.load import load, nothing_collected
from backend_atlas.memory import Memory
from backend_atlas.navigation import navigation
from backend_atlas.problems import DataError
from backend_atlas.publishing import Publication, publish
from generated.files import LateFile, begun, taken_out
from generated.pages import GeneratedPage


def on_pre_build(config: MkDocsConfig) -> None:
    """Loads and checks the data before MkDocs touches the site that was built before."""
    folder, memory = Path(config.docs_dir).parent / links.DATA_FILES, config.extra.get("memory") or Memory()
    try:
        with nothing_collected(kept=not memory.lasting):
            catalogue = load(folder, today(), links.DATA_FILES, also=check, memory=memory)
            icons = next((path for part in config.theme.dirs if (path := Path(part, ".icons/material")).is_dir()), None)
            edit = links.editing(config.repo_url, config.edit_uri_template or config.edit_uri)
            most, site = config.extra.get("pair_pages"), config.site_url or ""
            config.extra["publication"] = publish(catalogue, today(), site, icons, edit, most_pairs=most, memory=memory)
    except DataError as error:
        raise PluginError(f"The data has to be mended first.\n{error}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds one file a generated page, and the files for other programs. Begins with what takes long of these."""
    if linked := next((path for path in sorted(Path(config.docs_dir).rglob("*")) if path.is_symlink()), None):
        raise PluginError(f"docs/{linked.relative_to(config.docs_dir)} is a symbolic link. Put the file itself there.")
    published: Publication = config.extra["publication"]
    written = {f"{file.dest_uri.removesuffix('html')}md": file.content_string for file in files.documentation_pages()}
    for file in files.documentation_pages():
        file.edit_uri = f"{Path(config.docs_dir).name}/{file.src_uri}"
    for page in published.pages:
        file = _added(files, File.generated(config, links.source_file(page.address), content=""))
        file.edit_uri = page.source or None
        file.page = GeneratedPage(page, file, config)
    for uri, text in written.items():
        file = _added(files, File.generated(config, LateFile.source(uri), content=text))
        file.dest_uri = uri  # beside the page there
    for late in (published.files, published.readings, published.pictures):
        for uri in late:
            _added(files, LateFile.of(late, uri, config))
    config.nav = list(navigation(config.nav or [], published.pages))
    if "memory" not in config.extra:
        config.extra["late"] = begun(files, published.files)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Adds what the generated pages are found by, if the site has the theme's search."""
    if index := getattr(config.plugins.get("material/search"), "search_index", None):
        index.entries[:0] = documents(config.extra["publication"].pages)
    env.auto_reload = False  # every page would ask of every template whether its file changed
    if "late" in config.extra:
        taken_out(files)


@event_priority(-100)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Puts the content into a generated page at the last moment, after plugins that would look for what is theirs."""
    if isinstance(page, GeneratedPage):
        page.content = page.generated.html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Takes it out again: the content of all pages together is large."""
    if isinstance(page, GeneratedPage):
        page.content = ""


def on_post_build(config: MkDocsConfig) -> None:
    """Waits for what is written beside the pages, and helps."""
    if late := config.extra.get("late"):
        late.results()


def _added(files: Files, file: File) -> File:
    if files.get_file_from_path(file.src_uri):
        raise PluginError(f"docs/{file.src_uri} stands where a generated page belongs. Rename it, or remove it.")
    files.append(file)
    return file
