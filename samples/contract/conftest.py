"""Starts one sample in one variant, and hands it to the checks: `pytest samples/contract --sample ID --variant ID`."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from backend_atlas.model.lab import Control, Manifest, Variant
from backend_atlas.problems import DataError
from contract.asking import KEPT_OPEN
from contract.visitor import Visitor
from harness import broken as breakages
from harness import samples
from harness.installing import CACHE, Installation, install
from harness.recording import Recorder
from harness.samples import Sample
from harness.servers import Running

ANSWER_LIMIT = 10.0
"""Seconds that an answer may take, unless a check says otherwise."""

RECORDER = pytest.StashKey[Recorder]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sample", metavar="ID", help="the technology whose sample is checked")
    parser.addoption("--variant", metavar="ID", help="the way to deploy it (default: the first of the manifest)")
    parser.addoption("--control", metavar="ID", help="the breakage of controls.yml to apply to the copy")
    parser.addoption("--samples", type=Path, default=samples.SAMPLES, metavar="DIR", help="the folder of the samples")
    parser.addoption("--cache", type=Path, default=CACHE, metavar="DIR", help="where they are installed and run")
    parser.addoption("--results", type=Path, metavar="FILE", help="where to write how each check ended")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "probe: the one check that tells whether a sample does a task at all")
    if not config.getoption("--sample"):
        raise pytest.UsageError("name the sample: pytest samples/contract --sample ID")
    try:
        sample = samples.sample(config.getoption("--sample"), config.getoption("--samples"))
        variant = sample.variant(config.getoption("--variant"))
    except DataError as error:
        raise pytest.UsageError(str(error)) from None
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # pytest would end without stopping the servers
    config.stash[RECORDER] = Recorder(sample, variant)
    config.pluginmanager.register(config.stash[RECORDER])


def pytest_sessionfinish(session: pytest.Session) -> None:
    path = session.config.getoption("--results")
    if path and RECORDER in session.config.stash:
        session.config.stash[RECORDER].write(path)


@pytest.fixture(scope="session")
def sample(pytestconfig: pytest.Config) -> Sample:
    """The sample that is checked."""
    return pytestconfig.stash[RECORDER].sample


@pytest.fixture(scope="session")
def manifest(sample: Sample) -> Manifest:
    """What the sample says of itself."""
    return sample.manifest


@pytest.fixture(scope="session")
def variant(pytestconfig: pytest.Config) -> Variant:
    """The way in which it is deployed."""
    return pytestconfig.stash[RECORDER].variant


@pytest.fixture(scope="session")
def control(pytestconfig: pytest.Config) -> Control | None:
    """The breakage of every copy in this run, if there is one."""
    wanted = pytestconfig.getoption("--control")
    return breakages.control(wanted, pytestconfig.getoption("--samples")) if wanted else None


@pytest.fixture(scope="session")
def installation(pytestconfig: pytest.Config, sample: Sample) -> Installation:
    """Its runtime and packages."""
    return install(sample, pytestconfig.getoption("--cache"))


@pytest.fixture(scope="session")
def running(installation: Installation, variant: Variant, control: Control | None) -> Iterator[Running]:
    """The sample, prepared and started."""
    found = Running(installation, variant, control)
    with ExitStack() as stack:
        stack.callback(found.close)
        found.prepare()
        found.start()
        yield found


@pytest.fixture
def broken(installation: Installation, variant: Variant) -> Iterator[Callable[[Control | None], Running]]:
    """Makes a copy with a breakage and an empty data folder, neither prepared nor started."""
    with ExitStack() as stack:

        def make(control: Control | None) -> Running:
            found = Running(installation, variant, control)
            stack.callback(found.close)
            return found

        yield make


@pytest.fixture
def fresh(broken: Callable[[Control | None], Running], control: Control | None) -> Callable[[], Running]:
    """Makes another copy with an empty data folder, neither prepared nor started."""
    return lambda: broken(control)


@pytest.fixture
def client(running: Running) -> Iterator[httpx.Client]:
    """A client without cookies, whose connections are its own."""
    with httpx.Client(base_url=running.url, timeout=ANSWER_LIMIT, limits=KEPT_OPEN, trust_env=False) as found:
        yield found


@pytest.fixture
def visitor(running: Running) -> Iterator[Visitor]:
    """Somebody with a browser that holds no cookies."""
    with Visitor(running.url) as found:
        yield found


@pytest.fixture
def observed(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Stores in the record what was seen."""
    return lambda what: record_property("observed", what)
