"""One real page for any catalogue, with the real theme and style sheets, without the rest of the site."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from backend_atlas import links
from backend_atlas.exports.social import Pictures
from backend_atlas.guide.basis import Basis
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.page import Page
from backend_atlas.pages.features import features
from backend_atlas.pages.guide import _guide
from backend_atlas.publishing import Publication
from backend_atlas.render import environment
from backend_atlas.views.guide import Deciding
from bench import ROOT
from generated.pages import GeneratedPage
from mkdocs_hooks import on_page_context
from theme_hooks import on_files as join_style_sheets


@dataclass(frozen=True)
class Built:
    """The page as a file, and what its engine reads."""

    path: Path
    basis: Basis


def built(catalogue: Catalogue, today: date, out: Path) -> Built:
    """The page of the guide, short lists and all, in the folder `out`."""
    deciding = Deciding.of(catalogue, today)
    if deciding is None:
        raise SystemExit("the data hold no guide")
    return Built(built_page(_guide(environment(), deciding), out), deciding.basis)


def built_matrix(catalogue: Catalogue, out: Path) -> Path:
    """The page of the whole matrix, in the folder `out`."""
    return built_page(features(environment(), catalogue), out)


def built_page(page: Page, out: Path) -> Path:
    """Builds `page`. Other pages are left out, and so its links to them lead nowhere."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    source = links.source_file(page.address)
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_dir=str(out),
        strict=False,
        nav=[{page.title: source}],
        hooks=[],
        exclude_docs=f"*.md\n!/{source}",
    )
    config.extra |= {
        "publication": Publication((page,), "", {}, {}, Pictures({}, Memory()), {}, {}, {}),
        "linked_data": {},
    }

    def add(files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the page, as the hooks of the site do."""
        file = File.generated(config, source, content="")
        file.page = GeneratedPage(replace(page, links=frozenset()), file, config)
        files.append(file)
        return join_style_sheets(files, config)

    config.plugins.events["files"].append(add)
    config.plugins.events["page_context"].append(on_page_context)
    build(config)
    return out / page.address / "index.html"
