"""Work that two processes divide. Most tests start a process: one with threads, as theirs is, cannot be copied."""

import os
import subprocess
import sys
import threading

import pytest

from backend_atlas.dividing import Divided, possible
from project import ROOT

LINUX = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="only Linux with two cores divides"
)


def said(code: str) -> str:
    """What a program says that divides calls. It prints, or fails with what is told here."""
    whole = f"import os, time\nfrom functools import partial\nfrom backend_atlas.dividing import Divided\n{code}"
    path = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", whole], env=path, capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout.strip() if done.returncode == 0 else done.stderr


@LINUX
def test_two_processes_take_calls_and_results_keep_their_order() -> None:
    code = """
def call(number):
    time.sleep(0.02)
    return number, os.getpid()
found = Divided([partial(call, number) for number in range(20)]).results()
print([number for number, _ in found] == list(range(20)), len({process for _, process in found}))
"""
    assert said(code) == "True 2"


@LINUX
def test_each_process_takes_calls_from_its_own_end() -> None:
    code = """
def call():
    time.sleep(0.02)
    return os.getpid() == here
here = os.getpid()
found = Divided([call] * 20).results()
print(found == tuple(sorted(found)), found[0], found[-1])
"""
    assert said(code) == "True False True"


@LINUX
def test_what_both_have_comes_back_as_the_same_objects() -> None:
    code = """
known = ["a part", "another"]
def call(number):
    time.sleep(0.02)
    return os.getpid(), (known[number % 2], "own")
found = Divided([partial(call, number) for number in range(20)], known=known).results()
print(len({process for process, _ in found}), {id(part) for _, (part, _) in found} == set(map(id, known)))
"""
    assert said(code) == "2 True"


@LINUX
def test_the_copy_begins_before_anybody_waits() -> None:
    code = """
import tempfile, pathlib
path = pathlib.Path(tempfile.mkdtemp(), "written")
divided = Divided([path.touch, partial(time.sleep, 0)])
while not path.exists():
    time.sleep(0.01)
print("begun", divided.results())
"""
    assert said(code) == "begun (None, None)"


@LINUX
@pytest.mark.parametrize("where", ["os.getpid() == here", "os.getpid() != here"])
def test_what_a_call_raises_is_raised_here(where: str) -> None:
    code = f"""
here = os.getpid()
def call(number):
    time.sleep(0.02)
    if {where}:
        raise ValueError(f"call {{number}} failed")
Divided([partial(call, number) for number in range(20)]).results()
"""
    error = said(code)
    assert "ValueError: call " in error
    assert "in call" in error


@LINUX
def test_a_copy_that_is_ended_is_told() -> None:
    code = """
here = os.getpid()
def call():
    time.sleep(0.05)
    if os.getpid() != here:
        os.kill(os.getpid(), 9)
Divided([call] * 9).results()
"""
    assert "ChildProcessError: a copy of this process ended with -9" in said(code)


@LINUX
def test_a_copy_divides_nothing_further() -> None:
    code = """
here = os.getpid()
def inner():
    return os.getpid()
def outer():
    time.sleep(0.05)
    return os.getpid(), *Divided([inner, inner]).results()
found = Divided([outer] * 4).results()
print(all(len(set(processes)) == 1 for processes in found if processes[0] != here))
"""
    assert said(code) == "True"


@LINUX
def test_without_room_for_a_copy_everything_is_made_here() -> None:
    code = """
def full():
    raise OSError("no room")
os.fork = full
print({*Divided([os.getpid] * 5).results()} == {os.getpid()})
"""
    assert said(code) == "True"


def test_a_process_with_threads_does_everything_itself() -> None:
    held = threading.Event()
    thread = threading.Thread(target=held.wait)
    thread.start()
    try:
        assert not possible()
        assert set(Divided([os.getpid] * 5).results()) == {os.getpid()}
    finally:
        held.set()
        thread.join()


def test_nothing_is_copied_where_it_is_not_wanted() -> None:
    assert said("print({*Divided([os.getpid] * 5, alone=True).results()} == {os.getpid()})") == "True"
    assert said("print(Divided([]).results())") == "()"
