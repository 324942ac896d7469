"""`atlas lab` from outside: what it prints, writes and leaves, whatever the samples do."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backend_atlas.model.lab import ContractRecord, Outcome
from harness.processes import left
from project import ROOT

Toys = Callable[..., Path]
Call = Callable[..., subprocess.Popen[str]]
ATLAS = [sys.executable, "-m", "backend_atlas.cli"]
NOWHERE = "http://127.0.0.1:9"
"""A registry that nobody can reach."""


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Call]:
    """Starts `atlas lab` on the toys of a test, with a cache and a data folder of its own."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str, **environment: str) -> subprocess.Popen[str]:
        places = ["--samples", "samples", "--cache", "cache", "--data", "data"]
        settings = os.environ | {"PYTHONPATH": str(ROOT / "hooks")} | environment
        command = [*ATLAS, "lab", *places, *words]
        pipe, same = subprocess.PIPE, subprocess.STDOUT
        started.append(subprocess.Popen(command, cwd=tmp_path, env=settings, text=True, stdout=pipe, stderr=same))
        return started[-1]

    yield start
    for popen in started:
        popen.kill()
        popen.communicate()
    assert not list(left(tmp_path))


def finished(popen: subprocess.Popen[str]) -> tuple[int, str]:
    out = popen.communicate(timeout=120)[0]
    return popen.returncode, out


def records(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "data").rglob("*") if path.is_file())


def test_the_whole_contract_while_another_sample_dies(toys: Toys, call: Call) -> None:
    toys("toy")
    folder = toys("dying", "die").parent
    status, out = finished(call("--write"))
    assert status == 1
    assert "1 of 2 as their manifests say" in out
    assert "dying: FAILED" in out
    assert "dying (plain): the server ended with status 1 before it answered" in out
    assert "| no such table: notes" in out
    assert "plain: 1 passed, 17 not provided" in out
    assert records(folder) == ["toy.json"]
    record = ContractRecord.model_validate_json((folder / "data/evidence/contract/toy.json").read_bytes())
    assert (record.technology, record.release[:4]) == ("toy", "3.13")
    ended = {task: found.outcome for task, found in record.variants[0].tasks.items()}
    assert ended.pop("json") is Outcome.PASSED
    assert len(ended) == 17
    assert set(ended.values()) == {Outcome.NOT_PROVIDED}
    assert not list((folder / "cache/toy/runs").iterdir())


def test_what_a_manifest_wrongly_calls_missing(toys: Toys, call: Call) -> None:
    by_core = "by: core\n    snippets: [{file: server.py"
    folder = toys("toy", **{by_core: "by: none\n    note: Not here, it says.\n    snippets: [{file: server.py"}).parent
    status, out = finished(call("toy", "json"))
    assert status == 1
    assert "json, a-name-is-greeted:" in out
    assert "by the manifest of toy this is not provided (plain), but the probe passed" in out
    assert records(folder) == []


def test_a_missing_runtime_is_not_run(toys: Toys, call: Call) -> None:
    toys("toy", **{'version: "3.13"': 'version: "3.99"'})
    status, out = finished(call("toy", "json"))
    assert status == 1
    assert "toy: not run" in out
    assert "Python 3.99 is needed and was not found; install it, for example: uv python install 3.99" in out
    assert "0 of 1 as their manifests say, 1 not run" in out


def test_a_registry_of_python_that_cannot_be_reached(toys: Toys, call: Call) -> None:
    folder = toys("toy") / "toy"
    (folder / "requirements.txt").write_text(f"flask==3.1.3 --hash=sha256:{'0' * 64}\n")
    toys("other")
    unreachable = {"UV_DEFAULT_INDEX": NOWHERE, "UV_HTTP_RETRIES": "0", "UV_FIND_LINKS": ""}
    status, out = finished(call("json", **unreachable))
    assert status == 1
    assert "toy: not run" in out
    assert "the packages of toy could not be installed: the registry cannot be reached" in out
    assert "other: as its manifest says" in out


def test_a_registry_of_node_that_cannot_be_reached(toys: Toys, call: Call) -> None:
    toys("toy", **{'{name: python, version: "3.13"}': '{name: node, version: "26.10.0"}'})
    status, out = finished(call("toy", "json", npm_config_registry=NOWHERE))
    assert status == 1
    assert "could not be installed: the registry cannot be reached" in out
    assert "toy: not run" in out


def test_a_manifest_with_problems(toys: Toys, call: Call) -> None:
    toys("toy", **{"installer: pip": "installer: gem", "  json:\n": "  jason:\n"})
    toys("other", **{"  json:\n": "  jason:\n"})
    toys("third", **{"    by: core\n": "    by: addon\n    packages: [{registry: pypi, name: Flask-WTF}]\n"})
    status, out = finished(call("toy", "other", "third"))
    assert status == 1
    assert 'samples/toy/sample.yml:4:12: installer: "gem" is not one of pip, npm' in out
    assert "samples/other/sample.yml:24:1: tasks: lacks json" in out
    assert 'tasks.jason: there is no task jason (did you mean "json"?)' in out
    assert "tasks.json.packages[0].name: Flask-WTF is not installed (add it to the lock)" in out


def test_a_linter_that_finds_something(toys: Toys, call: Call) -> None:
    toys(
        "toy",
        **{
            "lint: [python, -m, compileall, -q, server.py]": "lint: [python, -c, \"raise SystemExit('line too long')\"]"
        },
    )
    status, out = finished(call("toy"))
    assert status == 1
    assert "toy: its linter ended with status 1\n      | line too long\n" in out


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing(toys: Toys, call: Call, number: signal.Signals) -> None:
    folder = toys("toy", "slow").parent
    popen = call("toy", "--write")
    wait_for(folder / "cache/toy/runs", "*/data/served")
    popen.send_signal(number)
    status, out = finished(popen)
    assert status == 130, out
    assert "interrupted" in out
    assert "Traceback" not in out
    assert not list(left(folder))
    assert records(folder) == []


def wait_for(folder: Path, pattern: str) -> None:
    deadline = time.monotonic() + 110
    while not any(folder.glob(pattern)):
        assert time.monotonic() < deadline, f"no {pattern} in {folder}"
        time.sleep(0.1)


def test_a_wrong_call(toys: Toys, call: Call) -> None:
    toys("toy")
    assert finished(call("tox")) == (2, 'atlas: tox is neither a sample nor a task (did you mean "toy"?)\n')
    status, out = finished(call("json", "--write"))
    assert (status, out[:42]) == (2, "atlas: a record is of the whole contract: ")
    assert finished(call("--task", "jsn")) == (2, 'atlas: jsn is not a task (did you mean "json"?)\n')


def test_breakages(toys: Toys, call: Call) -> None:
    samples = toys("toy")
    (samples / "contract").mkdir()
    (samples / "contract/controls.yml").write_text(
        "controls:\n"
        + breakage("toy-does-the-same", "body = dict(os.environ)", "body = dict(os.environ.items())")
        + breakage("toy-says-hallo", '{"hello": unquote', '{"hallo": unquote')
    )
    status, out = finished(call("--controls"))
    assert status == 1
    assert "toy-says-hallo: caught by a-name-is-greeted" in out
    assert "toy-does-the-same: NOT CAUGHT by a-name-is-greeted of json; failed: no check" in out


def test_a_breakage_that_cannot_be_applied(toys: Toys, call: Call) -> None:
    samples = toys("toy")
    (samples / "contract").mkdir()
    (samples / "contract/controls.yml").write_text("controls:\n" + breakage("toy-twice", "self", "it"))
    status, out = finished(call("--controls"))
    assert status == 1
    assert "samples/contract/controls.yml:7:14: controls[0].replace: stands" in out


def breakage(name: str, replace: str, replacement: str) -> str:
    return (
        f"  - id: {name}\n    sample: toy\n    breaks: Something in the toy.\n    task: json\n    file: server.py\n"
        f"    replace: '{replace}'\n    with: '{replacement}'\n    check: a-name-is-greeted\n"
    )
