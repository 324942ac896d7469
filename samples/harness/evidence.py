"""Makes the record of a technology from what was observed."""

from collections.abc import Mapping

from backend_atlas.digest import digest
from backend_atlas.model.lab import ContractRecord
from backend_atlas.model.lab.evidence import VariantRecord
from harness.environment import environment, release
from harness.installing import Installation
from harness.results import Results
from harness.sessions import CHECKS


def record(installation: Installation, results: Mapping[str, Results]) -> ContractRecord:
    """What was observed of a technology, from the results of its variants. Raises NotInstalled."""
    manifest = installation.sample.manifest
    return ContractRecord(
        technology=manifest.id,
        name=manifest.name,
        release=release(installation),
        environment=environment(installation),
        contract=digest(CHECKS),
        variants=tuple(VariantRecord(id=variant, tasks=found.tasks) for variant, found in results.items()),
    )
