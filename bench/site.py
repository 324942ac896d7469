"""The real page of the guide for any catalogue, with the real theme and style sheets, without the rest of the site."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from backend_atlas import links
from backend_atlas.guide.basis import Basis
from backend_atlas.model import Catalogue
from backend_atlas.pages.guide import _guide
from backend_atlas.render import environment
from backend_atlas.views.guide import Deciding
from bench import ROOT
from mkdocs_hooks import GeneratedPage
from theme_hooks import on_files as join_style_sheets

SOURCE = links.source_file(links.GUIDE)


@dataclass(frozen=True)
class Built:
    """The page as a file, and what its engine reads."""

    path: Path
    basis: Basis


def built(catalogue: Catalogue, today: date, out: Path) -> Built:
    """Builds the page into the folder `out`, short lists and all.

    Other pages are left out, and so the page's links to them lead nowhere.
    """
    deciding = Deciding.of(catalogue, today)
    if deciding is None:
        raise SystemExit("the data hold no guide")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_dir=str(out),
        strict=False,
        nav=[{"Decide": SOURCE}],
        hooks=[],
        exclude_docs=f"*.md\n!/{SOURCE}",
    )
    page = replace(_guide(environment(), deciding), links=frozenset())

    def add(files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the page, as the hooks of the site do."""
        file = File.generated(config, SOURCE, content="")
        file.page = GeneratedPage(page, file, config)
        files.append(file)
        return join_style_sheets(files, config)

    config.plugins.events["files"].append(add)
    build(config)
    return Built(out / links.GUIDE / "index.html", deciding.basis)
