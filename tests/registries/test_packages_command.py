"""`atlas packages` from end to end, and where it looks for registries."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend_atlas.cli import main
from backend_atlas.load import load
from backend_atlas.model.vocabulary import Registry as Name
from backend_atlas.problems import DataError
from backend_atlas.registries.addresses import NoAddress, address
from project import TODAY
from registries.registry_server import DOCUMENTS, Registry, file, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    migrations = {"files": [file("alder_migrations-1.2.tar.gz", "2026-04-01T00:00:00Z")]}
    monkeypatch.setitem(DOCUMENTS, "/pypi/alder-migrations/", migrations)
    with serving() as found:
        yield found


def ask(data: Path, server: Registry, *more: str) -> int:
    places = [part for name in Name for part in (f"--{name.value}", f"{server.address}/{name.value}")]
    return main(["packages", "--data", str(data), *places, *more])


def test_the_record_says_what_each_registry_said(
    broken: Path, server: Registry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(broken, server, "--only", "pypi") == 1
    told = capsys.readouterr().out
    record = json.loads((broken / "evidence/packages.json").read_text())
    outcomes = {item["name"]: item["outcome"] for item in record["packages"] if item["registry"] == "pypi"}
    assert outcomes.pop("alder-migrations") == "found"
    assert set(outcomes.values()) == {"not-found"}
    assert f"PyPI: 1 of {len(outcomes) + 1} found" in told
    with pytest.raises(DataError, match="was not found in PyPI on "):
        load(broken, TODAY, "data")
    assert ask(broken, server, "--only", "pypi", "--json") == 1, "what a record says does not hinder asking again"
    assert json.loads(capsys.readouterr().out)["packages"]


def test_the_table_for_an_issue_names_the_cells(
    broken: Path, server: Registry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(broken, server, "--only", "pypi", "--markdown") == 1
    told = capsys.readouterr().out
    assert re.search(r"^\d+ packages, \d+ remarks\.$", told, re.MULTILINE)
    assert re.search(r"^\| `PyPI: .* was not found` \| `\w+: [a-z-]+`", told, re.MULTILINE)
    assert "- PyPI: 1 of " in told


def test_a_run_that_no_registry_answered_says_so(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["packages", "--data", str(broken), "--only", "pypi", "--pypi", "http://127.0.0.1:9", "--markdown"]) == 0
    )
    assert capsys.readouterr().out.startswith("This run could not fetch: PyPI answered nothing.\n")


def test_the_option_comes_before_the_environment() -> None:
    environment = {"ATLAS_NPM": "https://environment.example/"}
    assert address(Name.NPM, {"npm": "https://option.example/"}, environment) == "https://option.example"
    assert address(Name.NPM, {"npm": ""}, environment) == "https://environment.example"


PRINTED = {
    Name.NPM: ("npm", "https://npm.example/"),
    Name.GO: ("go", "https://proxy.example|https://other.example,direct"),
    Name.RUBYGEMS: ("gem", "*** CURRENT SOURCES ***\n\nhttps://gems.example/"),
    Name.NUGET: ("dotnet", "E https://nuget.example/v3/index.json"),
    Name.PACKAGIST: (
        "composer",
        "[home-page] https://no.example\n[repositories.packagist.url] https://repo.example",
    ),
}
PLACES = {
    Name.NPM: "https://npm.example",
    Name.GO: "https://proxy.example",
    Name.RUBYGEMS: "https://gems.example",
    Name.NUGET: "https://nuget.example/v3/index.json",
    Name.PACKAGIST: "https://repo.example",
}


@pytest.mark.parametrize("registry", PRINTED)
def test_the_configuration_of_the_tool_says_where(
    registry: Name, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, printed = PRINTED[registry]
    (tmp_path / program).write_text(f"#!/bin/sh\ncat <<'END'\n{printed}\nEND\n")
    (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert address(registry, {}, {}) == PLACES[registry]


def test_pip_says_which_index_it_was_told_to_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple/")
    assert address(Name.PYPI, {}, {}) == "https://index.example/simple"


SETTINGS = """<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><mirrors>
<mirror><id>blocked</id><mirrorOf>*</mirrorOf><url>http://0.0.0.0/</url><blocked>true</blocked></mirror>
<mirror><id>own</id><mirrorOf>central</mirrorOf><url>https://maven.example/</url></mirror>
</mirrors></settings>"""


def test_the_settings_of_maven_name_a_mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mvn").write_text(f"#!/bin/sh\necho 'Maven home: {tmp_path}'\n")
    (tmp_path / "mvn").chmod(0o755)
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/settings.xml").write_text(SETTINGS)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert address(Name.MAVEN, {}, {}) == "https://maven.example"


def test_a_tool_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoAddress, match="gem is not installed"):
        address(Name.RUBYGEMS, {}, {})
