"""Writes the record of a technology, whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

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


def write(record: ContractRecord, data: Path) -> Path:
    """Writes the record into the data folder. What stood there before stays until the new one is complete."""
    path = data / "evidence/contract" / f"{record.technology}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(record.model_dump_json(indent=2, exclude_none=True) + "\n", encoding="utf-8")
    part.replace(path)
    return path
