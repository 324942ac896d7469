"""`atlas refresh` from end to end, with answers that the registries really gave."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend_atlas.cli import main
from backend_atlas.load import load
from backend_atlas.pages import pages
from project import TODAY
from registries.registry_server import DOCUMENTS, STATUS, Registry, serving

EPOCH = "1795651200"
"""26 November 2026."""
BLOCK = re.compile(r"^ +machine:\n(?: +(?:release|released|licence|deprecated|read): .*\n)+", re.MULTILINE)
STORED_FOR = {
    "/stored/simple/alder-migrations/": "/stored/simple/flask-login/",
    "/stored/pypi/alder-migrations/json": "/stored/pypi/flask-login/json",
    "/stored/simple/birch-sql/": "/stored/simple/flask-login/",
    "/stored/pypi/birch-sql/json": "/stored/pypi/flask-login/json",
    "/npm/@cedar%2Frouter": "/npm/express-rate-limit",
    "/npm/sapling": "/npm/har-validator",
}
"""The packages of the small data get the answers of real ones. There is no `trunk-migrate`, and `trunk` fails."""


@pytest.fixture
def server() -> Iterator[Registry]:
    with serving() as found:
        yield found


@pytest.fixture
def data(broken: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small data, where one technology is published itself."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setitem(STATUS, "/npm/trunk", 500)
    for address, stored in STORED_FOR.items():
        monkeypatch.setitem(DOCUMENTS, address, DOCUMENTS[stored])
    alder = broken / "technologies/alder.yml"
    alder.write_text(
        alder.read_text().replace("summary:", "package: {registry: npm, name: alive}  # itself\nsummary:", 1)
    )
    return broken


def refresh(data: Path, server: Registry, *more: str) -> int:
    places = ("--pypi", f"{server.address}/stored/simple/", "--npm", f"{server.address}/npm")
    return main(["refresh", "--data", str(data), *places, *more])


def texts(data: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((data / "technologies").iterdir())}


def package(data: Path, technology: str, feature: str) -> Any:
    found = load(data, TODAY.replace(day=26), registries=False).technologies[technology].features[feature].package
    assert found
    return found


def test_only_what_a_program_owns_is_written(data: Path, server: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(data)
    assert refresh(data, server, "birch") == 0
    after = texts(data)
    assert BLOCK.sub("", after["birch.yml"]) == before.pop("birch.yml"), "days of people, comments and order stay"
    assert after.items() >= before.items(), "other technologies stay"
    (block,) = BLOCK.findall(after["birch.yml"])
    assert " ".join(block.split()) == 'machine: release: "0.6.3" released: "2023-10-30" licence: MIT read: "2026-11-26"'
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith(": features.orm.package.release: PyPI: birch-sql has 0.6.3 of 2023-10-30")
    assert told[1:] == ["PyPI: 1 of 1 read", "1 file was changed"]
    assert refresh(data, server, "birch") == 0
    assert capsys.readouterr().out.endswith("No file was changed\n")


def test_the_technology_itself_is_read(data: Path, server: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    assert refresh(data, server, "alder") == 0
    line = (
        'package: {registry: npm, name: alive, machine: {release: "2.0.0", released: "2026-05-07", read: "2026-11-26"}}'
    )
    assert f"{line}  # itself\n" in texts(data)["alder.yml"]
    told = capsys.readouterr().out
    assert "alder.yml:8:1: package: npm: alive has 2.0.0 of 2026-05-07, and the newest release is 1.2.3 here\n" in told
    assert "package.licence: PyPI: alder-migrations names MIT\n" in told


def test_npm_names_the_licence_of_the_release(data: Path, server: Registry) -> None:
    refresh(data, server, "cedar")
    limited, validator = package(data, "cedar", "routing").machine, package(data, "cedar", "templates").machine
    assert (limited.release, str(limited.released), limited.licence) == ("8.7.5", "2026-11-18", "MIT")
    assert (validator.licence, validator.released) == ("MIT", None), "the copy says when it saw the release"


def test_what_fails_changes_nothing_and_is_told(
    data: Path, server: Registry, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(data)
    assert refresh(data, server, "cedar", "--seconds", "5") == 1
    told = capsys.readouterr().out
    assert "npm: trunk was not read: answered 500; nothing of it was changed\n" in told
    assert "npm: trunk-migrate was not found; nothing of it was changed\n" in told
    assert "npm: 2 of 4 read\n1 file was changed\n" in told
    assert texts(data)["cedar.yml"].count("machine:") == 2
    assert BLOCK.sub("", texts(data)["cedar.yml"]) == before["cedar.yml"]
    assert sorted(texts(data)) == sorted(before), "no drafts are left"


def test_without_its_licence_nothing_of_a_package_is_written(
    data: Path, server: Registry, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(STATUS, "/stored/pypi/birch-sql/json", 403)
    before = texts(data)
    assert refresh(data, server, "birch") == 1
    assert "PyPI: birch-sql was not read: answered 403" in capsys.readouterr().out
    assert texts(data) == before


def test_a_dry_run_tells_and_writes_nothing(data: Path, server: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(data)
    assert refresh(data, server, "alder", "birch", "--dry-run") == 0
    assert capsys.readouterr().out.endswith("2 files would be changed\n")
    assert texts(data) == before


def test_a_package_is_asked_for_once(data: Path, server: Registry) -> None:
    birch = data / "technologies/birch.yml"
    birch.write_text(birch.read_text().replace('name: "birch-sql"', "name: alder-migrations"))
    assert refresh(data, server, "alder", "birch") == 0
    assert server.asked.count("/stored/simple/alder-migrations/") == 1


def test_what_ends_is_written_and_taken_back(
    data: Path, server: Registry, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = DOCUMENTS["/stored/simple/birch-sql/"]
    ended = stored | {"project-status": {"status": "archived", "reason": "see: other"}}
    monkeypatch.setitem(DOCUMENTS, "/stored/simple/birch-sql/", ended)
    assert refresh(data, server, "birch") == 0
    assert "features.orm.package: PyPI: birch-sql is archived: see: other\n" in capsys.readouterr().out
    assert '        deprecated: "archived: see: other"\n        read:' in texts(data)["birch.yml"]
    assert package(data, "birch", "orm").machine.deprecated == "archived: see: other"
    monkeypatch.setitem(DOCUMENTS, "/stored/simple/birch-sql/", stored)
    assert refresh(data, server, "birch") == 0
    assert "deprecated" not in texts(data)["birch.yml"]


def test_a_release_of_tomorrow_is_not_believed(
    data: Path, server: Registry, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) - 4 * 86400))
    late = {"dist-tags": {"latest": "3"}, "versions": {"3": {}}, "time": {"3": "2026-11-25T00:00:00Z"}}
    monkeypatch.setitem(DOCUMENTS, "/npm/alive", late)
    assert refresh(data, server, "alder") == 1
    assert (
        "npm: alive was not read: names a release of 2026-11-25, which lies after 2026-11-22" in capsys.readouterr().out
    )


def test_pages_say_what_a_program_read(data: Path, server: Registry) -> None:
    refresh(data, server, "alder", "birch")
    today = TODAY.replace(day=26)
    found = {page.address: page.html for page in pages(load(data, today, registries=False), today)}
    assert (
        "A program read PyPI on 26 November 2026: 0.6.3 is the newest release of 30 October 2023."
        in (found["technologies/birch/"])
    )
    assert (
        "A program read npm on 26 November 2026: 2.0.0 is the newest release of 7 May 2026."
        in (found["technologies/alder/"])
    )


def test_a_technology_that_is_not_there_is_one_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "aldr", "--data", str(data)]) == 2
    assert capsys.readouterr().err == 'atlas: there is no technology "aldr" (did you mean "alder"?)\n'
