"""What MkDocs built, and how it follows a change of the data: what depends on it is written, everything else stays."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

from backend_atlas.clock import today
from backend_atlas.exports.search import documents
from backend_atlas.links import source_file
from backend_atlas.publishing import Publication
from generated.files import LateFile

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

MISSING = "404.html"


class Built:
    """What MkDocs made when it built everything, as its events told."""

    env: "Environment"
    files: "Files"

    def __init__(self, config: "MkDocsConfig") -> None:
        self.config = config
        self.day = today()
        self.contexts: dict[str, TemplateContext] = {}
        """What each page was rendered with, by its address; the page for addresses without one by its name."""

    @property
    def publication(self) -> Publication:
        """What was published last."""
        found: Publication = self.config.extra["publication"]
        return found

    def told(self) -> dict[str, tuple[object, ...]]:
        """What each page tells besides its own content."""
        found, linked = self.publication, self.config.extra["linked_data"]
        return {url: (found.beside.get(url), found.images.get(url), linked[url]) for url in linked}

    def follow(self, before: Publication, told: Mapping[str, tuple[object, ...]]) -> None:
        """Writes whatever differs from what was published and told `before`, as MkDocs would."""
        now, plugins = self.publication, self.config.plugins
        changed = {page.address: page for page, old in zip(now.pages, before.pages, strict=True) if page is not old}
        for address, content in changed.items():
            self.read(self.page(address), content)
        if index := getattr(plugins.get("material/search"), "search_index", None):
            del index.entries[: len(documents(before.pages))]
        plugins.on_env(self.env, config=self.config, files=self.files)
        for url, telling in self.told().items():
            if url in changed or telling != told[url]:
                self.write(self.page(url))
        if now.not_found != before.not_found:
            self.write_missing()
        data = [address for address, content in now.files.items() if content != before.files[address]]
        readings = [source_file(address) for address in changed]
        drawn = [at for at, words in now.pictures.words.items() if words != before.pictures.words[at]]
        for contents, addresses in ((now.files, data), (now.readings, readings), (now.pictures, drawn)):
            for address in addresses:
                self.write_late(contents, address)
        for file in self.files.documentation_pages():
            if file.page:
                file.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        plugins.on_post_build(config=self.config)

    def page(self, url: str) -> "Page":
        """The page of MkDocs at that address."""
        page = self.contexts[url]["page"]
        assert page  # noqa: S101 - it was noted with its page
        return page

    def read(self, page: "Page", content: object) -> None:
        """Gives a page new content."""
        config, plugins = self.config, self.config.plugins
        page.generated = content  # type: ignore[attr-defined]  # that of `mkdocs_hooks`
        page = plugins.on_pre_page(page, config=config, files=self.files)
        page.read_source(config)
        page.render(config, self.files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=self.files)

    def write(self, page: "Page") -> None:
        """Renders a page and writes it."""
        config, plugins = self.config, self.config.plugins
        page.active = True
        try:
            context = self.contexts[page.url]
            context = plugins.on_page_context(context, page=page, config=config, nav=context["nav"])
            output = self.env.get_template("main.html").render(context)
            output = plugins.on_post_page(output, page=page, config=config)
        finally:
            page.active = False
        write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)

    def write_late(self, contents: Mapping[str, str | bytes], address: str) -> None:
        """Writes a file whose content is not kept."""
        file = self.files.get_file_from_path(LateFile.source(address))
        assert isinstance(file, LateFile)  # noqa: S101 - `mkdocs_hooks` made it
        file.contents = contents
        file.copy_file()

    def write_missing(self) -> None:
        """Renders the page for addresses without one, and writes it."""
        output = self.env.get_template(MISSING).render(self.contexts[MISSING])
        output = self.config.plugins.on_post_template(output, template_name=MISSING, config=self.config)
        write_file(output.encode(), str(Path(self.config.site_dir, MISSING)))
