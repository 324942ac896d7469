"""The checks themselves: every task has some, each is one sentence, one is the probe, and breakages name real ones."""

import ast
import re
from pathlib import Path

import pytest

from harness.broken import controls
from harness.samples import SAMPLES, ids, tasks

TASKS = [task.id for task in tasks().tasks]
SENTENCE = re.compile(r"[A-Z][^\n]*[^.]\.")


def checks(task: str) -> list[ast.FunctionDef]:
    path = SAMPLES / f"contract/test_{task.replace('-', '_')}.py"
    functions = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)]
    return [function for function in functions if function.name.startswith("test_")]


def names(task: str) -> set[str]:
    return {check.name.removeprefix("test_").replace("_", "-") for check in checks(task)}


def test_there_are_checks_of_every_task_and_no_others() -> None:
    files = {path.stem.removeprefix("test_").replace("_", "-") for path in (SAMPLES / "contract").glob("test_*.py")}
    assert files == set(TASKS)


@pytest.mark.parametrize("task", TASKS)
def test_each_check_is_one_sentence(task: str) -> None:
    for check in checks(task):
        assert SENTENCE.fullmatch(ast.get_docstring(check) or ""), check.name


@pytest.mark.parametrize("task", TASKS)
def test_one_check_of_a_task_is_the_probe(task: str) -> None:
    marked = [check.name for check in checks(task) if "pytest.mark.probe" in map(ast.unparse, check.decorator_list)]
    assert len(marked) == 1


def test_breakages_name_checks_that_exist() -> None:
    for control in controls():
        assert control.check in names(control.task), control.id
        assert control.id.startswith(f"{control.sample}-"), control.id


def test_every_sample_has_a_handler_to_break() -> None:
    broken = {control.sample for control in controls() if control.task == "tests"}
    assert broken == set(ids())


def test_breakages_leave_no_file_as_it_was() -> None:
    for control in controls():
        assert control.replacement != control.replace
        assert Path(control.file).suffix not in {".md", ".yml"}, control.id
