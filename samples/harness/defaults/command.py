"""The command `atlas lab --defaults`: observes quick starts, all at once, and writes a record for each."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from backend_atlas.model.lab import DefaultsRecord
from backend_atlas.problems import DataError
from harness import samples
from harness.defaults.probes import PROBES
from harness.defaults.recording import Probes, modes, observe, record
from harness.faults import Fault, NotInstalled
from harness.installing import install_bare
from harness.sessions import Folders
from harness.writing import write

FAILED = 1


def run(ids: Sequence[str], folders: Folders, probes: Probes = PROBES) -> int:
    """Observes the quick starts of these samples, or of all. Returns 1 where one could not be observed."""
    wanted = list(ids) or samples.ids(folders.samples)
    with ThreadPoolExecutor(len(wanted) or 1) as pool:
        outcomes = list(pool.map(lambda sample: observed(sample, folders, probes), wanted))
    for sample, outcome in zip(wanted, outcomes, strict=True):
        if isinstance(outcome, DefaultsRecord):
            print("\n".join([*told(outcome), f"  wrote {write(outcome, folders.data, 'defaults', sample)}"]))
        else:
            print(f"{sample}: {'not run' if isinstance(outcome, NotInstalled) else 'FAILED'}\n  {outcome}")
    return 0 if all(isinstance(outcome, DefaultsRecord) for outcome in outcomes) else FAILED


def observed(id: str, folders: Folders, probes: Probes) -> DefaultsRecord | Fault | DataError:
    """The record of a quick start, or what kept it from being made. Its modes run at the same time."""
    try:
        sample = samples.sample(id, folders.samples)
        installation = install_bare(sample, folders.cache)
        with ThreadPoolExecutor() as pool:
            wanted = modes(sample.manifest).items()
            found = tuple(pool.map(lambda mode: observe(installation, mode[0], mode[1], probes), wanted))
        return record(sample, installation, found)
    except (DataError, Fault) as error:
        return error


def told(found: DefaultsRecord) -> Iterator[str]:
    """The record in lines."""
    yield f"{found.name} {found.release}"
    for mode in found.modes:
        yield f"  {mode.mode}: {mode.command}"
        for seen in mode.observations:
            yield f"    {seen.title}: {seen.meaning}{f' ({seen.owner.label})' if seen.owner else ''}"
