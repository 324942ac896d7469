"""Serving: a change of the data is followed at once, and what is then served is what a build makes."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from project import EPOCH, LAB, SAMPLE, build, copied

SECONDS = 60
"""More than a change takes on a busy machine."""
TEMPLATES = "hooks/backend_atlas/templates"


@dataclass
class Served:
    """The small project, served, and a page of it in a browser that nobody touches."""

    project: Path
    folder: Path
    address: str
    log: Path
    tab: Page

    def change(self, file: str, old: str, new: str) -> None:
        path = self.project / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def shows(self, text: str) -> None:
        expect(self.tab.locator("body")).to_contain_text(text, timeout=SECONDS * 1000)

    def files(self) -> dict[str, tuple[int, bytes]]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {
            path.relative_to(self.folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in found
        }


@pytest.fixture
def served(browser: Browser, tmp_path: Path) -> Iterator[Served]:
    project = copied(tmp_path, SAMPLE, LAB)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log, kept = tmp_path / "log", tmp_path / "kept"
    kept.mkdir()
    settings = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(kept), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", address]
    context = browser.new_context()
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=project, env=os.environ | settings, stdout=out, stderr=out)
        try:
            tab = context.new_page()
            while "Serving on" not in log.read_text():
                assert server.poll() is None, log.read_text()
                tab.wait_for_timeout(200)
            tab.goto(f"http://{address}/technologies/birch/")
            (folder,) = kept.glob("mkdocs_*")
            yield Served(project, folder, f"http://{address}/", log, tab)
        finally:
            context.close()
            server.terminate()
            server.wait()


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def same_as_a_build(served: Served, out: Path) -> None:
    done = build(served.project, out, strict=False, SITE_URL=served.address)
    assert done.returncode == 0, done.stderr
    one, other = bytes_of(served.folder), bytes_of(out)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_changes_are_followed_and_leave_what_a_build_makes(served: Served, tmp_path: Path) -> None:
    birch = "data/technologies/birch.yml"
    before = served.files()

    served.change(birch, "note: The mapper of", "note: Mind this. The mapper of")
    served.shows("Mind this.")
    after = served.files()
    written = {name for name, (time, _) in after.items() if before[name][0] != time}
    differ = {name for name, (_, content) in after.items() if before[name][1] != content}
    assert written == differ | {"search/search_index.json"}
    assert {"technologies/birch/index.html", "technologies/birch/index.md", "api/v1/cells.csv"} < written
    assert {"compare/alder-vs-birch/index.html", "api/v1/all.json", "features/data/index.html"} < written
    assert "technologies/alder/index.html" not in written
    assert "compare/alder-vs-cedar/index.html" not in written

    served.change(birch, "support: built-in", "support: build-in")
    served.shows('did you mean "built-in"?')
    alert = served.tab.get_by_role("alert")
    expect(alert).to_contain_text(f"{birch}:")
    assert re.search(rf"ERROR.+{birch}:\d+:\d+:.+did\s+you\s+mean", served.log.read_text(), re.DOTALL)
    assert "Traceback" not in served.log.read_text()
    assert {name: content for name, (_, content) in served.files().items()} == {
        name: content for name, (_, content) in after.items()
    }

    served.change(birch, "support: build-in", "support: built-in")
    expect(alert).to_have_count(0, timeout=SECONDS * 1000)
    served.change(birch, "note: Mind this. The", "note: Mind that. The")
    served.shows("Mind that.")
    served.change(birch, "value: micro-framework", "value: api-framework")
    served.shows("API framework")  # the picture for previews says it, too
    same_as_a_build(served, tmp_path / "changed")

    served.change("docs/about/index.md", "\n## ", "\n## Mind this: ")
    served.change(birch, "name: Birch", "name: Beech")
    served.shows("What Beech is not")
    same_as_a_build(served, tmp_path / "renamed")
    served.change("hooks/theme/partials/footer.html", "Open data", "Data, open")
    served.shows("Data, open")
    served.change(f"{TEMPLATES}/technology/strengths-and-limits.html.jinja", "Strengths", "What is good")
    served.shows("What is good")
