"""Building: the same bytes each time, and bad data never published."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

from project import ROOT, build


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def one_core() -> Iterator[None]:
    """What is started meanwhile has one core, and divides nothing. Elsewhere than on Linux nothing is divided."""
    if sys.platform != "linux":
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def test_two_builds_in_different_places_give_the_same_bytes(site: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    with one_core():
        done = build(whole, out, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    one, other = files(site), files(out)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_without_blocks_that_are_kept_the_bytes_are_the_same(site: Path, whole: Path, tmp_path: Path) -> None:
    settings, out = whole / "mkdocs.yml", tmp_path / "without"
    settings.write_text(settings.read_text().replace("hooks/blocks_hooks.py, ", ""))
    (whole / "hooks/blocks_hooks.py").unlink()
    done = build(whole, out)
    assert done.returncode == 0, done.stderr
    one, other = files(site), files(out)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


TELLS = """
once = None

def on_env(env, config, files):
    global once
    once = env.globals["once"]

def on_post_build(config):
    for key, block in once.kept.items():
        print("kept" if block.proven else "differs" if block.proven is False else "seen once", key[0])
"""


def test_each_block_that_is_kept_is_the_same_on_its_second_page(project: Path, tmp_path: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("hooks/serving_hooks.py]", "hooks/serving_hooks.py, tells.py]"))
    (project / "tells.py").write_text(TELLS)
    done = build(project, tmp_path / "out", strict=False)
    assert done.returncode == 0, done.stderr
    told = set(done.stdout.splitlines())
    assert {f"kept {name}" for name in ("header", "tabs", "site_nav", "config")} <= told
    assert not any(line.startswith("differs") for line in told)


def test_bad_data_ends_the_build_with_every_problem_and_no_traceback(project: Path, tmp_path: Path) -> None:
    for name in ("alder", "birch"):
        file = project / f"data/technologies/{name}.yml"
        file.write_text(file.read_text().replace("support: built-in", "support: build-in", 1))
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("published before")
    done = build(project, out)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name in ("alder", "birch"):
        assert f"data/technologies/{name}.yml:" in done.stderr
    assert done.stderr.count('did you mean "built-in"?') == 2
    assert files(out) == {"index.html": b"published before"}


def test_a_hand_written_page_in_the_place_of_a_generated_one_is_refused(project: Path, tmp_path: Path) -> None:
    page = project / "docs/technologies/alder/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Mine\n")
    done = build(project, tmp_path / "out")
    assert done.returncode == 1
    assert "docs/technologies/alder/index.md stands where a generated page belongs" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_symbolic_link_in_docs_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    (project / "docs/secret.md").symlink_to(tmp_path / "secret.md")
    done = build(project, tmp_path / "out")
    assert done.returncode == 1
    assert "docs/secret.md is a symbolic link" in done.stderr


def test_a_broken_link_in_a_hand_written_page_is_refused(project: Path, tmp_path: Path) -> None:
    page = project / "docs/about/index.md"
    page.write_text(page.read_text() + "\n[gone](../features/data/index.md#no-such-feature)\n")
    done = build(project, tmp_path / "out")
    assert done.returncode == 1
    assert "no-such-feature" in done.stderr


def test_a_link_of_a_generated_page_to_a_missing_page_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "docs/contribute/index.md").unlink()
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - Contribute: contribute/index.md\n", ""))
    about = project / "docs/about/index.md"
    about.write_text(about.read_text().replace("[corrections](../contribute/index.md)", "corrections"))
    done = build(project, tmp_path / "out")
    assert done.returncode == 1
    assert "links to 'contribute/', which is not a page of the site" in done.stderr


def test_a_new_technology_needs_only_its_file_and_a_witness(whole: Path, tmp_path: Path) -> None:
    text = (whole / "data/technologies/flask.yml").read_text()
    for old, new in (("id: flask", "id: zflask"), ("name: Flask\n", "name: Zflask\n")):
        text = text.replace(old, new, 1)
    text = re.sub(r"^    demonstrated_by: .*\n", "", text, flags=re.MULTILINE)  # it has no sample
    (whole / "data/technologies/flask.yml").write_text(text)
    (whole / "data/technologies/flask.yml").rename(whole / "data/technologies/zflask.yml")
    for file in (
        *(whole / "data/guide").iterdir(),
        *(whole / "data/changes").iterdir(),
        whole / "data/coding-agreement.yml",
    ):
        file.write_text(re.sub(r"\bflask\b", "zflask", file.read_text()))
    out = tmp_path / "out"
    done = build(whole, out)
    assert done.returncode == 0, done.stderr
    assert (out / "compare/django-vs-zflask/index.html").is_file()
    assert not (out / "technologies/flask").exists()


@pytest.mark.parametrize("plugins", ["[]", "\n  - search: { enabled: false }"])
def test_a_site_without_the_search_is_built_too(plugins: str, project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    setting = re.compile(r"^plugins:.*?(?=^\w)", re.MULTILINE | re.DOTALL)
    config.write_text(setting.sub(f"plugins: {plugins}\n\n", config.read_text()))
    out = tmp_path / "out"
    done = build(project, out, strict=False)
    assert done.returncode == 0, done.stderr
    assert (out / "technologies/alder/index.html").is_file()
    assert not (out / "search/search_index.json").exists()


@pytest.mark.parametrize("broken", [False, True])
def test_make_site_swaps_only_when_the_new_site_is_complete(broken: bool, request: pytest.FixtureRequest) -> None:
    project: Path = request.getfixturevalue("project" if broken else "whole")
    copytree(ROOT / "requirements", project / "requirements")
    for name in ("Makefile", "pyproject.toml"):
        (project / name).write_bytes((ROOT / name).read_bytes())
    (project / "site").mkdir()
    (project / "site/index.html").write_text("published before")
    if broken:
        (project / "data/technologies/birch.yml").write_text("id: birch\n")
    virtual = ROOT / ".venv"
    if not (virtual / "ready-site").exists():
        pytest.skip("the environment was not made by make")
    command = ["make", "site", f"VENV={virtual}", "-o", f"{virtual}/ready-site"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == broken, done.stderr
    home = (project / "site/index.html").read_text()
    assert (home == "published before") == broken
    assert not (project / "site.new").exists()
    assert not (project / "site.old").exists()


def test_rendered_markdown_covers_the_same_pages(site: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "backend_atlas.cli", "render", "--out", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "hooks"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rendered = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("index.md")}
    built = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert built - rendered == {
        *("about", "about/backend", "contribute", "contribute/architecture", "contribute/look", "contribute/speed"),
        "data",
    }
    assert rendered <= built
