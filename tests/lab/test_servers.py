"""Servers that behave, and servers that do not: a fault is one clear line and the end of the log, and nothing stays."""

import time
from collections.abc import Callable

import httpx
import pytest

from harness.faults import Fault
from harness.processes import left
from harness.servers import Running

Toy = Callable[..., Running]


def test_a_server_answers_until_it_is_stopped(toy: Toy) -> None:
    running = toy()
    running.start()
    assert httpx.get(f"{running.url}/api/hello/Ada").json() == {"hello": "Ada"}
    running.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{running.url}/api/hello/Ada")
    assert not list(left(running.folder))


def test_the_address_and_the_data_stay_over_a_restart(toy: Toy) -> None:
    running = toy()
    running.prepare()
    running.start()
    url = running.url
    running.stop()
    running.start()
    assert running.url == url
    assert httpx.get(f"{url}/api/hello/Ada").status_code == 200
    assert sorted(path.name for path in running.data.iterdir()) == ["prepared", "served"]


def test_its_environment_is_made_from_nothing(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLY_ON_THIS_MACHINE", "1")
    running = toy()
    running.start()
    found = httpx.get(f"{running.url}/environment").json()
    assert set(found) == {"PATH", "HOME", "LANG", "PORT", "DATA_DIR", "SECRET_KEY", "USER_PASSWORD"}
    assert found["HOME"] == str(running.home)
    assert found["PATH"].startswith(str(running.folder.parents[1] / "environment/bin"))


def test_only_files_that_the_digest_covers_are_run(toy: Toy) -> None:
    copied = sorted(path.name for path in toy().copy.iterdir())
    assert copied == ["requirements.txt", "sample.yml", "server.py"]


def test_a_server_that_dies_at_once(toy: Toy) -> None:
    running = toy("die")
    with pytest.raises(Fault) as fault:
        running.start()
    assert fault.value.message == "toy (plain): the server ended with status 1 before it answered"
    assert fault.value.log[-1] == "no such table: notes"


@pytest.mark.parametrize("how", ["sleep", "slow"])
def test_a_server_that_hangs_or_answers_too_slowly(toy: Toy, how: str) -> None:
    running = toy(how)
    running.patience = 2.5
    with pytest.raises(Fault) as fault:
        running.start()
    assert fault.value.message == "toy (plain): the server did not answer GET /api/hello/ready with 200 within 2.5 s"
    assert fault.value.log


def test_a_server_that_dies_later(toy: Toy) -> None:
    running = toy()
    running.start()
    running.check_alive()
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(f"{running.url}/die")
    running.server.popen.wait(5)  # type: ignore[union-attr]
    with pytest.raises(Fault, match="the server died with status 7"):
        running.check_alive()


def test_a_server_that_ignores_the_signal_to_stop(toy: Toy) -> None:
    running = toy("ignore")
    running.grace = 0.5
    running.start()
    with pytest.raises(Fault, match=r"the server did not stop within 0\.5 s of SIGTERM and was killed"):
        running.stop()
    assert not list(left(running.folder))


def test_a_server_that_leaves_a_process(toy: Toy) -> None:
    running = toy("child")
    running.start()
    with pytest.raises(Fault, match=r"left processes behind, which were killed: python"):
        running.stop()
    assert not list(left(running.folder))


def test_a_server_that_leaves_its_port_open(toy: Toy) -> None:
    running = toy("port")
    running.start()
    with pytest.raises(Fault, match=rf"port {running.port.number} was still open after the server was stopped: python"):
        running.stop()
    assert not running.port.is_open


def test_a_program_that_is_not_there(toy: Toy) -> None:
    running = toy()
    with pytest.raises(Fault, match="cannot be started: gunicorn: No such file or directory"):
        running.run(["gunicorn"])


def test_a_command_that_does_not_end(toy: Toy) -> None:
    running = toy()
    start = time.monotonic()
    with pytest.raises(Fault, match=r"did not end within 0\.5 s and was killed"):
        running.run(["python", "-c", "import time; print('slow', flush=True); time.sleep(60)"], timeout=0.5)
    assert time.monotonic() - start < 10
    assert not list(left(running.folder))


def test_preparing_that_fails(toy: Toy) -> None:
    running = toy(**{"'prepared').touch()": "'no', 'such').touch()"})
    with pytest.raises(Fault, match="ended with status 1") as fault:
        running.prepare()
    assert "FileNotFoundError" in fault.value.log[-1]
