"""`atlas show`: a technology in eighty columns, one answer with its evidence, in colour or piped."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from backend_atlas.cli import main
from project import ROOT, SAMPLE

COMMAND = [sys.executable, "-m", "backend_atlas.cli", "show"]
PAINT = re.compile(r"\x1b\[[0-9]+m")


def shown(capsys: pytest.CaptureFixture[str], *words: str, data: Path = SAMPLE) -> str:
    assert main(["show", *words, "--data", str(data)]) == 0
    return capsys.readouterr().out


def test_a_technology_is_shown_with_every_fact_and_feature(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "birch")
    assert text.startswith("Birch 1.2.3\nMicro-framework\n\nA micro-framework that exists only in the tests")
    assert "\n  routing                   ■ Built in" in text
    assert re.search(r"\n  orm  +◉ Community package  \S+", text)
    assert text.endswith(f"\n{SAMPLE}/technologies/birch.yml\nOne answer with its sources: atlas show birch FEATURE\n")


@pytest.mark.parametrize("id", sorted(path.stem for path in (ROOT / "data/technologies").glob("*.yml")))
def test_lines_fit_in_eighty_columns(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    long = [line for line in shown(capsys, id, data=ROOT / "data").splitlines() if len(line) > 80]
    assert [line for line in long if len(line.split()[-1]) < 50] == []


def test_an_answer_says_question_level_package_sources_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "birch", "orm")
    line = (SAMPLE / "technologies/birch.yml").read_text().splitlines().index("  orm:") + 1
    assert text.startswith(
        "Birch 1.2.3: SQL mapper\nIs there an object or query mapper for SQL?\n\n◉ Community package"
    )
    assert "\nPackage\n  " in text
    assert "\n    https://docs.example.org/birch-orm/\n" in text
    assert "\nWhat counts\n  - Models with relations.\n" in text
    assert text.endswith(f"{SAMPLE}/technologies/birch.yml:{line}\n")


@pytest.mark.parametrize("name", ["first-stable", "first_stable"])
def test_a_fact_is_an_answer_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "birch", name)
    assert text.startswith("Birch 1.2.3: First stable release\n")
    assert "\nSources\n  - " in text


def test_what_the_runtime_says_is_shown_at_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "express", "multi-core", data=ROOT / "data")
    assert "The answer of Node.js, which runs it." in text
    assert re.search(r"technologies/nodejs\.yml:\d+\n$", text)
    assert re.search(r"technologies/nodejs\.yml:\d+\n$", shown(capsys, "express", "execution", data=ROOT / "data"))


def test_colour_only_adds(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("birch",), ("birch", "orm"), ("birch", "licence")):
        plain, painted = shown(capsys, *words), shown(capsys, *words, "--colour", "always")
        assert painted != plain
        assert PAINT.sub("", painted) == plain


def on_a_terminal(**environment: str) -> str:
    ours, theirs = pty.openpty()
    command = [*COMMAND, "birch", "--data", str(SAMPLE)]
    settings = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | environment
    done = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings)
    os.close(theirs)
    text = b""
    try:
        while piece := os.read(ours, 4096):
            text += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert done.wait() == 0
    return text.decode()


def test_a_terminal_gets_colours_unless_somebody_wants_none() -> None:
    assert PAINT.search(on_a_terminal(TERM="xterm"))
    assert not PAINT.search(on_a_terminal(TERM="xterm", NO_COLOR="1"))
    assert not PAINT.search(on_a_terminal(TERM="dumb"))


def test_a_pipe_may_be_closed_early() -> None:
    command = [*COMMAND, "birch", "--data", str(SAMPLE)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert (process.wait(), process.stderr.read()) == (0, b"")
    process.stderr.close()


def test_letters_stand_for_shapes_where_there_are_none() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [*COMMAND, "birch", "--data", str(SAMPLE)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "# Built in" in done.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("brich",), 'is not a technology in {} (did you mean "birch"?)'),
        (("zebra",), "is not a technology in {} (known: alder, birch, cedar)"),
        (("birch", "routes"), '"routes" is neither a feature nor a fact (did you mean "routing"?)'),
    ],
)
def test_a_word_that_is_not_known_is_one_line(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", *words, "--data", str(SAMPLE)]) == 2
    said = capsys.readouterr().err
    assert message.format(SAMPLE) in said
    assert said.count("\n") == 1


def test_other_files_may_be_half_done_but_not_this_one(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken / "technologies/alder.yml").write_text("name: [")
    assert main(["show", "birch", "--data", str(broken)]) == 0
    assert main(["show", "alder", "--data", str(broken)]) == 1
    assert f"{broken}/technologies/alder.yml:2:1: cannot be read as YAML" in capsys.readouterr().err
