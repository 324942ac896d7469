"""Puts the style sheets of the theme and ours into one. An adapter to MkDocs that need not import it."""

from typing import TYPE_CHECKING

from backend_atlas.styles import joined

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Replaces the sheets: the theme's first, then `extra_css` in its order."""
    theme = [file for file in files.css_files() if file.src_uri.endswith(".min.css")]
    sheets = [*theme, *(files.src_uris[str(uri)] for uri in config.extra_css)]
    address, text = joined(sheet.content_string for sheet in sheets)
    for sheet in sheets:
        files.remove(sheet)
    files.append(type(sheets[0]).generated(config, address, content=text))
    config.extra_css = [address]
    return files
