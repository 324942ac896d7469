"""The second coding and the audits: `coding-agreement.yml`."""

from pathlib import Path

from backend_atlas.load.reading import Reading
from backend_atlas.model.agreement import CodingAgreement
from backend_atlas.rules.finding import AGREEMENT


def coding_agreement(folder: Path, reading: Reading, needed: bool) -> CodingAgreement | None:
    """What the file says. None where there is none, or where it has problems. The guide needs it."""
    path = folder / AGREEMENT
    if path.exists():
        return reading.record(path, AGREEMENT, CodingAgreement)
    if needed:
        hint = "the guide takes from it how often a level is wrong: data/README.md says what it holds"
        reading.refuse(AGREEMENT, "is missing", hint)
    return None
