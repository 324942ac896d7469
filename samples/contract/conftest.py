"""Starts one sample in one variant, and hands it to the checks: `pytest samples/contract --sample ID --variant ID`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest

from backend_atlas.model.lab import Manifest, Variant
from harness import samples
from harness.installing import Installation, install
from harness.samples import Sample
from harness.servers import Running

ANSWER_LIMIT = 10.0
"""Seconds that an answer may take, unless a check says otherwise."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sample", metavar="ID", help="the technology whose sample is checked")
    parser.addoption("--variant", metavar="ID", help="the way to deploy it (default: the first of the manifest)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "probe: the one check that tells whether a sample does a task at all")


@pytest.fixture(scope="session")
def sample(pytestconfig: pytest.Config) -> Sample:
    """The sample that is checked."""
    wanted = pytestconfig.getoption("--sample")
    if not wanted:
        raise pytest.UsageError("name the sample: pytest samples/contract --sample ID")
    return samples.sample(wanted)


@pytest.fixture(scope="session")
def manifest(sample: Sample) -> Manifest:
    """What the sample says of itself."""
    return sample.manifest


@pytest.fixture(scope="session")
def variant(pytestconfig: pytest.Config, manifest: Manifest) -> Variant:
    """The way in which it is deployed."""
    wanted = pytestconfig.getoption("--variant") or manifest.variants[0].id
    return next(variant for variant in manifest.variants if variant.id == wanted)


@pytest.fixture(scope="session")
def installation(sample: Sample) -> Installation:
    """Its runtime and packages."""
    return install(sample)


@pytest.fixture(scope="session")
def running(installation: Installation, variant: Variant) -> Iterator[Running]:
    """The sample, prepared and started."""
    found = Running(installation, variant)
    with ExitStack() as stack:
        stack.callback(found.close)
        found.prepare()
        found.start()
        yield found


@pytest.fixture
def fresh(installation: Installation, variant: Variant) -> Iterator[Callable[[], Running]]:
    """Makes another copy with an empty data folder, neither prepared nor started."""
    with ExitStack() as stack:

        def make() -> Running:
            found = Running(installation, variant)
            stack.callback(found.close)
            return found

        yield make


@pytest.fixture
def client(running: Running) -> Iterator[httpx.Client]:
    """A client without cookies, whose connections are its own."""
    with httpx.Client(base_url=running.url, timeout=ANSWER_LIMIT) as found:
        yield found


@pytest.fixture
def observed(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Stores in the record what was seen."""
    return lambda what: record_property("observed", what)
