"""Copies that other programs make, and what is said where one of them is missing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project import EPOCH, ROOT

PAGE = '<article><h1 id="page-title">{0}</h1><p>Words</p><h2 id="definitions">About {0}</h2>{1}</article>'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of a few pages, in the shape of the real one."""
    site = tmp_path / "site"
    link = '<p><a href="../../technologies/oak/#definitions">Oak</a><a href="../../gone/">gone</a></p>'
    for address in ("about", "about/backend", "technologies/oak", "features/data", "guide/method", "."):
        (site / address).mkdir(parents=True, exist_ok=True)
        (site / address / "index.html").write_text(f"<!doctype html><body>{PAGE.format(address, link)}</body>")
    (site / "assets").mkdir()
    (site / "assets/atlas.css").write_text("h1 { color: navy; }")
    return site


def made(kind: str, site: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "copies", kind, "--site", str(site), "--out", str(out)]
    settings = os.environ | {"SOURCE_DATE_EPOCH": EPOCH} | environment
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("kind", "package"), [("zim", "zim-tools"), ("pdf", "chromium-headless-shell")])
def test_a_missing_tool_is_one_line_and_leaves_nothing(kind: str, package: str, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = made(kind, small, out / f"atlas.{kind}", PATH=str(tmp_path / "nothing"), CHROMIUM="")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(rf"\S+ is not installed\. On Debian and Ubuntu: apt install {package}\n", done.stderr)
    assert not list(out.iterdir())


def test_a_site_that_was_not_built_is_one_line(tmp_path: Path) -> None:
    done = made("offline", tmp_path / "none", tmp_path / "out.zip")
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path / 'none'} holds no site. Build it first: make site\n"


def test_the_pdf_has_a_bookmark_for_each_page_and_links_between_them(small: Path, tmp_path: Path) -> None:
    done = made("pdf", small, tmp_path / "atlas.pdf")
    assert done.returncode == 0, done.stderr
    pdf = (tmp_path / "atlas.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    for title in (b"Technologies", b"technologies/oak", b"How the guide decides"):
        assert b"/Title (" + title in pdf
    assert b"technologies-oak--definitions" in pdf
    assert b"gone" not in re.findall(rb"/URI \(([^)]*)\)", pdf)


@pytest.mark.skipif(not shutil.which("zimwriterfs"), reason="`apt install zim-tools` brings zimwriterfs")
def test_the_zim_file_passes_its_check_and_says_what_it_is(site: Path, tmp_path: Path) -> None:
    done = made("zim", site, tmp_path / "atlas.zim")
    assert done.returncode == 0, done.stderr
    listed = dumped("list", tmp_path / "atlas.zim").split()
    assert {"index.html", "guide/index.html", "search/search_index.json"} <= set(listed)
    assert {"main page: index.html", "favicon: Illustration_48x48@1"} <= set(
        dumped("info", tmp_path / "atlas.zim").splitlines()
    )


def dumped(*words: str | Path) -> str:
    return subprocess.run(["zimdump", *words], capture_output=True, text=True, check=True).stdout
