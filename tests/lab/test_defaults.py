"""Probes of defaults tell a careless server from a careful one, and records tell nothing of this machine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backend_atlas.model.lab import DefaultsRecord
from backend_atlas.model.lab.defaults import End, Mode, Owner
from backend_atlas.model.lab.manifest import BarePaths
from harness.defaults import answers, bodies, command, headers, pages, waiting
from harness.defaults.asking import Request
from harness.defaults.probes import PROBES
from harness.defaults.recording import observation
from harness.defaults.subject import Probe, Subject, asked
from harness.sessions import Folders
from lab.quick_starts import FOLDER, Careful, Careless, served

QUICK = tuple(probe for probe in PROBES if probe[0] != "unfinished-request")
"""The probes that do not wait."""

CAREFUL: tuple[tuple[Probe, str, Owner], ...] = (
    (headers.software, "names its software: Server: careful, X-Powered-By: Care.", Owner.SERVER),
    (headers.security, "sets X-Frame-Options; not Content-Security-Policy, ", Owner.FRAMEWORK),
    (headers.foreign_host, "is refused with 400.", Owner.FRAMEWORK),
    (headers.long_header, "A header of 100 KB is refused with 4", Owner.SERVER),
    (answers.unknown_path, "is answered 404, text/html.", Owner.FRAMEWORK),
    (answers.wrong_method, "DELETE is refused with 405; Allow names GET.", Owner.FRAMEWORK),
    (answers.failing_handler, "answered 500, text/html. The page shows no details.", Owner.FRAMEWORK),
    (answers.traversal, "None of 6 paths that climb out", Owner.FRAMEWORK),
    (pages.markup, "is shown as text.", Owner.FRAMEWORK),
    (pages.forged_post, "A form sent by another site is refused with 400.", Owner.FRAMEWORK),
    (pages.cookies, "The cookie id is HttpOnly, is Secure and has SameSite=Lax.", Owner.FRAMEWORK),
    (bodies.small, "A JSON body of 1 KB is taken; the answer is 200.", Owner.NOBODY),
    (bodies.large, "A JSON body of 5 MB is refused with 400.", Owner.FRAMEWORK),
    (bodies.malformed, "Malformed JSON is refused with 400.", Owner.FRAMEWORK),
)
CARELESS: tuple[tuple[Probe, str, Owner], ...] = (
    (headers.security, "sets none of these headers: Content-Security-Policy", Owner.NOBODY),
    (headers.foreign_host, "is answered 200, as any other.", Owner.NOBODY),
    (answers.wrong_method, "no method is refused.", Owner.NOBODY),
    (answers.failing_handler, "The page shows details for developers.", Owner.FRAMEWORK),
    (answers.traversal, "is answered with a file.", Owner.NOBODY),
    (pages.markup, "becomes markup on the page.", Owner.NOBODY),
    (pages.forged_post, "A form sent by another site is taken; the answer is 200.", Owner.NOBODY),
    (pages.cookies, "The cookie id is not HttpOnly, is not Secure and has no SameSite.", Owner.FRAMEWORK),
    (bodies.large, "A JSON body of 5 MB is taken; the answer is 200.", Owner.NOBODY),
    (bodies.malformed, "Malformed JSON is taken; the answer is 200.", Owner.NOBODY),
)


@pytest.fixture(scope="module")
def careful() -> Iterator[Subject]:
    with served(Careful) as subject:
        yield subject


@pytest.fixture(scope="module")
def careless() -> Iterator[Subject]:
    with served(Careless) as subject:
        yield subject


@pytest.mark.parametrize(("probe", "meaning", "owner"), CAREFUL, ids=lambda value: getattr(value, "__name__", ""))
def test_a_careful_server_is_told(careful: Subject, probe: Probe, meaning: str, owner: Owner) -> None:
    found = probe(careful)
    assert meaning in found.meaning
    assert found.owner is owner


@pytest.mark.parametrize(("probe", "meaning", "owner"), CARELESS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_careless_server_is_told(careless: Subject, probe: Probe, meaning: str, owner: Owner) -> None:
    found = probe(careless)
    assert meaning in found.meaning
    assert found.owner is owner


def test_what_a_quick_start_lacks_is_said(careful: Subject) -> None:
    bare = Subject(careful.url, BarePaths(), framework=True)
    for probe in (answers.failing_handler, answers.traversal, pages.markup, pages.forged_post, bodies.small):
        found = probe(bare)
        assert found.meaning.startswith("The quick start has none: it has no ")
        assert (found.request, found.owner) == (None, None)


def test_every_header_has_an_owner(careful: Subject) -> None:
    seen = observation(careful, "software", "Software", headers.software(careful))
    assert seen.answer
    assert [(header.name, header.owner) for header in seen.answer.headers] == [
        ("Server", Owner.SERVER),
        ("Date", Owner.SERVER),
        ("X-Frame-Options", Owner.FRAMEWORK),
        ("X-Powered-By", Owner.FRAMEWORK),
        ("Content-Type", Owner.FRAMEWORK),
        ("Content-Length", Owner.FRAMEWORK),
    ]


def test_a_record_names_no_folder_of_this_machine(careless: Subject) -> None:
    seen = observation(careless, "failing-handler", "Error", answers.failing_handler(careless))
    assert seen.answer
    assert FOLDER not in seen.model_dump_json()
    assert seen.answer.excerpt == "Traceback: .../app.py"


def test_a_request_that_never_ends_is_watched(careful: Subject) -> None:
    found = waiting.unfinished(careful, limit=0.5)
    assert found.meaning == "A request that never ends is still open after 0.5 s. Meanwhile others are answered."
    assert (found.owner, found.end) == (Owner.NOBODY, End.SILENT)


def test_a_closed_connection_is_no_answer() -> None:
    class Closing(Careless):
        def parse_request(self) -> bool:
            self.close_connection = True
            return False

    with served(Closing) as subject:
        found = asked(subject, Request("/"), lambda _: ("never", None))
    assert found.meaning == "The connection is closed without an answer."
    assert (found.owner, found.end) == (Owner.SERVER, End.CLOSED)


def test_a_quick_start_is_recorded(toys: Callable[..., Path], cache: Path, tmp_path: Path) -> None:
    samples = toys(**{"bare:": "bare:\n  paths: {home: /api/hello/Ada}"})
    (samples / "toy/bare").mkdir()
    for name in ("server.py", "requirements.txt"):
        (samples / "toy/bare" / name).write_bytes((samples / "toy" / name).read_bytes())
    assert command.run([], Folders(samples, cache, tmp_path / "data"), QUICK) == 0
    written = (tmp_path / "data/evidence/defaults/toy.json").read_text()
    record = DefaultsRecord.model_validate_json(written)
    assert [mode.mode for mode in record.modes] == [Mode.DEVELOPMENT]
    assert [seen.probe for seen in record.modes[0].observations] == [name for name, _, _ in QUICK]
    assert str(cache) not in written


def test_a_quick_start_that_does_not_start_leaves_no_record(
    toys: Callable[..., Path], cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = toys()
    (samples / "toy/bare").mkdir()
    (samples / "toy/bare/requirements.txt").write_bytes((samples / "toy/requirements.txt").read_bytes())
    assert command.run(["toy"], Folders(samples, cache, tmp_path / "data"), QUICK) == 1
    assert "toy: FAILED" in capsys.readouterr().out
    assert not (tmp_path / "data").exists()
