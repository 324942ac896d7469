"""The structure: one direction, no circles, and a core that knows nothing of MkDocs."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from project import ROOT

CORE = ROOT / "hooks/backend_atlas"
ORDER = (
    ("problems", "clock", "digest", "dividing", "styles", "watching"),
    ("memory",),
    ("store",),
    ("syntax",),
    ("source",),
    ("editing",),
    ("model",),
    ("explain", "agreement"),
    ("rules",),
    ("load", "twice", "draft"),
    ("asking",),
    ("links",),
    ("guide", "browser"),
    ("views",),
    ("render", "terminal"),
    ("page", "fragments"),
    ("pages", "exports"),
    ("navigation", "registries", "difference", "publishing"),
    ("commands",),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
MODULES = sorted(path for path in CORE.rglob("*.py") if path.name != "__init__.py" or path.parent != CORE)


def layer(path: Path) -> str:
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    own = RANK[layer(path)]
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "backend_atlas" and len(parts) > 1 and parts[1] in RANK:
            assert parts[1] == layer(path) or RANK[parts[1]] < own, f"{path} imports {name}"


def test_every_module_belongs_to_a_layer() -> None:
    assert {layer(path) for path in MODULES} == set(RANK)


def test_the_core_runs_without_mkdocs() -> None:
    code = (
        "import sys; sys.modules['mkdocs'] = sys.modules['material'] = None\n"
        "from datetime import date; from pathlib import Path\n"
        "import backend_atlas.cli, backend_atlas.navigation, backend_atlas.exports.schema\n"
        "from backend_atlas.load import load; from backend_atlas.pages import pages\n"
        "day = date(2026, 11, 22)\n"
        "print(len([page.html for page in pages(load(Path('tests/sample'), day), day)]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "27"), done.stderr


def test_only_the_hook_file_imports_mkdocs() -> None:
    for path in CORE.rglob("*.py"):
        assert not any(name.split(".")[0] in ("mkdocs", "material") for name in imports(path)), path


def test_the_hook_file_stays_a_thin_adapter() -> None:
    assert len((ROOT / "hooks/mkdocs_hooks.py").read_text().splitlines()) <= 100
