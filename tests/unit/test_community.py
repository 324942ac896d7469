"""What runs on other people's machines, and what editors and forms name, is pinned, permitted and there."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from project import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def jobs(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text())["jobs"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
class TestWorkflow:
    def test_actions_are_pinned_by_commit_with_their_release(self, path: Path) -> None:
        used = [line.strip() for line in path.read_text().splitlines() if "uses:" in line]
        assert used
        assert [line for line in used if not PINNED.search(line)] == []

    def test_nothing_is_permitted_but_what_a_job_names(self, path: Path) -> None:
        assert yaml.safe_load(path.read_text())["permissions"] == {}
        for name, job in jobs(path).items():
            assert job["permissions"], name
            assert job["timeout-minutes"] <= 60, name

    def test_scripts_take_nothing_from_a_template(self, path: Path) -> None:
        scripts = [step.get("run", "") for job in jobs(path).values() for step in job["steps"]]
        assert not [script for script in scripts if "${{" in script]

    def test_it_does_not_run_with_the_rights_of_the_base(self, path: Path) -> None:
        assert "pull_request_target" not in path.read_text()


def test_one_job_may_write_issues_and_it_runs_no_code_of_the_repository() -> None:
    writing = [
        (path.stem, name, job)
        for path in WORKFLOWS
        for name, job in jobs(path).items()
        if "issues" in job["permissions"]
    ]
    assert [(path, name) for path, name, _ in writing] == [("weekly", "issue")]
    assert not [step for step in writing[0][2]["steps"] if "uses" in step]


def test_editors_and_files_name_the_same_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    written = {path.name for path in (ROOT / "data/schema").iterdir() if not path.name.startswith("evidence-")}
    assert written == {Path(schema).name for schema in settings}
    for schema, pattern in settings.items():
        files = sorted(ROOT.glob(pattern))
        assert files, pattern
        for file in files:
            named = re.match(r"# yaml-language-server: \$schema=(.+)\n", file.read_text())
            assert named, file
            assert (file.parent / named[1]).resolve() == ROOT / schema


def test_every_owned_path_is_there() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text().splitlines()
    owned = [line.split()[0] for line in lines if line.startswith("/")]
    assert owned
    assert [path for path in owned if not (ROOT / path.strip("/")).exists()] == []


def test_the_contributing_pages_lead_to_forms_that_are_there() -> None:
    for page in ("CONTRIBUTING.md", "docs/contribute/index.md"):
        forms = re.findall(r"issues/new\?template=([\w.]+)", (ROOT / page).read_text())
        assert len(forms) == 3
        assert [form for form in forms if not (ROOT / ".github/ISSUE_TEMPLATE" / form).is_file()] == []


@pytest.mark.parametrize(
    ("text", "status", "state"),
    [
        ("Nothing is due.", 0, "clear"),
        ("| Fact | Place |", 1, "due"),
        ("This run could not fetch: no registry said anything.", 0, "failed"),
    ],
)
def test_the_weekly_look_tells_what_is_due_from_what_could_not_be_fetched(
    text: str, status: int, state: str, tmp_path: Path
) -> None:
    done = weekly(tmp_path, f"echo '{text}'; exit {status}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report/state").read_text() == f"{state}\n"
    assert (tmp_path / "report/report.md").read_text() == f"{text}\n"


def test_a_fault_of_the_weekly_look_leaves_no_state(tmp_path: Path) -> None:
    assert weekly(tmp_path, "exit 2").returncode == 2
    assert not (tmp_path / "report/state").exists()


def test_a_wrong_word_for_the_weekly_look_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    command = [str(ROOT / ".github/weekly"), "lincs", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.endswith("lincs (known: links, packages, stale)\n")


def weekly(folder: Path, atlas: str) -> subprocess.CompletedProcess[str]:
    """Runs the script as it is, in a folder with this `atlas`."""
    for name, text in (
        (".github/weekly", (ROOT / ".github/weekly").read_text()),
        (".venv/bin/atlas", f"#!/bin/sh\n{atlas}\n"),
    ):
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
        path.chmod(0o755)
    command = [str(folder / ".github/weekly"), "stale", "report"]
    return subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False)
