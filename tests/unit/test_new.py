"""`atlas new`: asks, refuses, and writes a file in which only what nobody has read is left open."""

import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backend_atlas.cli import main
from backend_atlas.draft import Beginning, draft
from backend_atlas.editing import scalar
from backend_atlas.load import load
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Support
from backend_atlas.model.vocabulary import Kind, Platform
from backend_atlas.problems import DataError
from backend_atlas.rules.copies import no_technology_repeats_another
from backend_atlas.rules.facts import kind_follows_its_definition
from plain_yaml import plain
from project import TODAY

OAK = ["--name", "Oak", "--kind", "micro-framework", "--runtime", "python", "--registry", "pypi", "--package", "oak"]


def new(data: Path, *words: str) -> int:
    return main(["new", *words, "--data", str(data)])


def test_the_file_leaves_open_what_nobody_has_read(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(broken, "oak", *OAK) == 0
    path = broken / "technologies/oak.yml"
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{path}: 5 features are unknown, 73 places say TODO."
    assert "`atlas check --watch` names what is left" in said[1]
    with pytest.raises(DataError) as error:
        load(broken, TODAY)
    problems = error.value.problems
    assert {problem.path for problem in problems} == {str(path)}
    assert all(problem.message.startswith("is still to be written") for problem in problems)
    assert "What it is, in one sentence" in {problem.hint for problem in problems}
    assert sum(1 + problem.message.count(",") + problem.message.count(" and ") for problem in problems) >= 25


def test_what_the_runtime_decides_is_left_to_it(sample: Catalogue) -> None:
    oak = Beginning("oak", "Oak", Kind.MICRO, Platform.NODEJS, runtime="cedar")
    first, *others = sample.groups
    routing, templates = first.features
    groups = [first.model_copy(update={"features": (routing.model_copy(update={"runtime": True}), templates)}), *others]
    fields = plain(draft(oak, groups))
    assert fields["runs_on"] == "cedar"
    assert "package" not in fields
    assert not {"execution", "concurrency", "ecosystems"} & set(fields["facts"])
    assert set(fields["features"]) == {feature.id for feature in sample.features} - {"routing"}


def test_the_runtime_is_the_one_of_the_platform(broken: Path) -> None:
    assert new(broken, "oak", *OAK, "--runtime", "nodejs", "--registry", "npm") == 0
    assert plain((broken / "technologies/oak.yml").read_text())["runs_on"] == "cedar"


def test_the_definitions_stand_beside_what_they_decide(sample: Catalogue) -> None:
    text = draft(Beginning("oak", "Oak", Kind.MICRO, Platform.PYTHON), sample.groups)
    for feature in sample.features:
        comment = text[: text.index(f"\n  {feature.id}:\n")].rsplit("\n\n", 1)[1]
        words = " ".join(comment.replace("#", " ").split())
        assert feature.question in words
        assert all(" ".join(point.split()) in words for point in feature.counts)
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["Oak.py", *OAK], '"Oak.py" is not an id (did you mean "oak-py"?)'),
        (["birch", *OAK], "birch is in the atlas already (nothing was written; see it with: atlas show birch)"),
        (["oak", *OAK, "--name", "birch"], '--name: "birch" is already a name of birch'),
        (["oak", *OAK, "--kind", "micro"], "not one of runtime, micro-framework, api-framework, full-stack-framework"),
        (["oak", *OAK, "--runtime", "Node.js"], '(did you mean "nodejs"?)'),
        (["oak", *OAK, "--registry", "pypy"], '(did you mean "pypi"?)'),
        (["oak", *OAK, "--package", ""], '"" is not the name of a package (write it in one line)'),
        (["oak", *OAK, "--name", "x" * 61], "has 61 characters (at most 60 are allowed)"),
    ],
)
def test_a_wrong_answer_is_refused_in_one_line(
    words: list[str], message: str, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_text() for path in broken.rglob("*.yml")}
    assert new(broken, *words) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert {path: path.read_text() for path in broken.rglob("*.yml")} == before


def test_without_a_terminal_nothing_is_asked(broken: Path) -> None:
    command = [sys.executable, "-m", "backend_atlas.cli", "new", "oak", "--name", "Oak", "--data", str(broken)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        "atlas: --kind, --runtime, --registry, --package left out (on a terminal it asks for each)\n"
    )


def on_a_terminal(data: Path, typed: bytes, *words: str) -> tuple[int, str]:
    """Runs `atlas new oak` on a real terminal, types, and returns the status and what was shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "backend_atlas.cli", "new", "oak", *words, "--data", str(data)]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    os.write(ours, typed)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return process.wait(), shown.decode()


def test_on_a_terminal_it_asks_until_there_is_an_answer(broken: Path) -> None:
    status, shown = on_a_terminal(broken, b"\nBirch\nOak\nmicro\nmicro-framework\nruby\n\n\n")
    assert status == 0, shown
    assert '"Birch" is already a name of birch' in shown
    assert '(did you mean "micro-framework"?)' in shown
    fields = plain((broken / "technologies/oak.yml").read_text())
    assert (fields["name"], fields["package"]) == ("Oak", {"registry": "rubygems", "name": "oak"})


def test_what_was_given_is_not_asked_and_no_package_needs_no_name(broken: Path) -> None:
    status, shown = on_a_terminal(broken, b"Oak\nnone\n", "--kind", "api-framework", "--runtime", "go")
    assert status == 0, shown
    assert "package" not in plain((broken / "technologies/oak.yml").read_text())


def test_leaving_writes_nothing(broken: Path) -> None:
    status, shown = on_a_terminal(broken, b"Oak\n\x04")
    assert (status, shown.splitlines()[-1]) == (2, "atlas: nothing was written")
    assert not (broken / "technologies/oak.yml").exists()


@pytest.mark.parametrize("text", ["Oak", "ASP.NET Core", "@nestjs/core", "yes", "1.10", "a: b", "C#", "é", '"', "-"])
def test_a_name_is_read_back_as_it_was_given(text: str) -> None:
    assert plain(f"name: {scalar(text)}") == {"name": text}


def test_another_file_may_be_half_done(broken: Path) -> None:
    (broken / "technologies/birch.yml").write_text("name: [")
    assert new(broken, "oak", *OAK) == 0


def test_what_is_unknown_is_no_copy_and_contradicts_no_kind(sample: Catalogue) -> None:
    birch = sample.technologies["birch"]
    unknown = Cell(support=Support.UNKNOWN, note="Not looked up yet.")
    kind = birch.facts.kind.model_copy(update={"value": Kind.FULL_STACK})
    facts = birch.facts.model_copy(update={"kind": kind})
    oak = birch.model_copy(update={"facts": facts, "features": {feature.id: unknown for feature in sample.features}})
    found = replace(sample, technologies={"oak": oak, "elm": oak})
    assert [*no_technology_repeats_another(found, Memory()), *kind_follows_its_definition(found)] == []
