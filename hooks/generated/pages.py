"""A page of MkDocs that is made without Markdown in between."""

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from backend_atlas import links
from backend_atlas.page import Page as AtlasPage

log = get_plugin_logger("atlas")


class GeneratedPage(Page):
    """A page whose content comes from the data."""

    def __init__(self, page: AtlasPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(page.title), file, config)
        self.generated = page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - that of MkDocs
        """Sets what MkDocs would read from front matter."""
        page = self.generated
        self.markdown = ""
        self.meta = {"description": escape(page.description), "hide": list(page.hide), "search": {"exclude": True}}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - that of MkDocs
        """Sets the table of contents, and what MkDocs needs to check links. The content comes while it is written."""
        self.content = ""
        self.toc = get_toc([self.generated.top.toc()])
        self.present_anchor_ids = set(self.generated.anchors)
        self.links_to_anchors = {}
        for target in sorted(self.generated.links):
            address, _, anchor = target.partition("#")
            file = files.src_uris.get(links.source_file(address))
            if file is None:
                log.warning("'%s' links to '%s', which is not a page of the site.", self.file.src_uri, target)
            elif anchor:
                self.links_to_anchors.setdefault(file, {})[anchor] = target
