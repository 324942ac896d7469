"""A project for another builder: the pages as `atlas render` writes them, the hand-written ones, and settings."""

from collections.abc import Iterable
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from backend_atlas import cli
from backend_atlas.navigation import navigation
from backend_atlas.page import Page

OURS = ("hooks", "watch", "strict", "validation", "extra", "exclude_docs")
"""Settings that mean nothing without our hooks, or that each builder has in a form of its own."""


class _Settings(yaml.SafeLoader):
    """Reads `mkdocs.yml`. Of `!ENV [NAME, default]` it takes the default."""


def _default(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


_Settings.add_constructor("!ENV", _default)


def read_settings(root: Path) -> dict[str, Any]:
    """The settings in the `mkdocs.yml` of a project."""
    found: dict[str, Any] = yaml.load((root / "mkdocs.yml").read_text(), _Settings)  # noqa: S506 - a loader that is safe
    return found


def write_project(root: Path, folder: Path, pages: Iterable[Page]) -> None:
    """Writes it into `folder`, which is new. `pages` are the generated ones, for the navigation."""
    copytree(root / "docs", folder / "docs")
    settings = read_settings(root)
    command = ["render", "--data", str(root / "data"), "--out", str(folder / "docs")]
    command += ["--edit-uri", settings["edit_uri"], "--pair-pages", str(settings["extra"]["pair_pages"])]
    if status := cli.main(command):
        raise SystemExit(status)
    text = yaml.safe_dump(_carried_over(settings, tuple(pages)), allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text)


def _carried_over(settings: dict[str, Any], pages: tuple[Page, ...]) -> dict[str, Any]:
    """The settings without what our hooks need. The theme is the builder's own, without our changes."""
    kept = {name: value for name, value in settings.items() if name not in OURS}
    theme = {name: value for name, value in settings["theme"].items() if name != "custom_dir"}
    nav = list(navigation(settings["nav"], pages))
    return kept | {"theme": theme, "nav": nav, "plugins": ["search"]}
