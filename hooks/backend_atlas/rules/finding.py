"""What a rule finds."""

from dataclasses import dataclass

from backend_atlas.source import Location

VOCABULARY = "features.yml"
TECHNOLOGIES = "technologies"
GUIDE = "guide"
EVIDENCE = "evidence"
SAMPLES = "samples"
CONTRACT = "contract"
DEFAULTS = "defaults"
PACKAGES = f"{EVIDENCE}/packages.json"
AGREEMENT = "coding-agreement.yml"
CHANGES = "changes"
TASKS = f"{SAMPLES}/{CONTRACT}/tasks.yml"


@dataclass(frozen=True)
class Finding:
    """A broken rule: in which file of the data or of the samples, at which field, what, and how to mend it."""

    file: str
    location: Location
    message: str
    hint: str = ""


def in_technology(stem: str) -> str:
    """The file of a technology, as findings name it."""
    return f"{TECHNOLOGIES}/{stem}.yml"


def in_guide(name: str) -> str:
    """One of the files of the decision guide, as findings name it."""
    return f"{GUIDE}/{name}.yml"


def in_sample(id: str) -> str:
    """The manifest of a sample, as findings name it."""
    return f"{SAMPLES}/{id}/sample.yml"


def in_record(id: str) -> str:
    """The record of the contract, as findings name it."""
    return f"{EVIDENCE}/{CONTRACT}/{id}.json"


def in_defaults(id: str) -> str:
    """The record of the defaults, as findings name it."""
    return f"{EVIDENCE}/{DEFAULTS}/{id}.json"


def in_measurements(name: str) -> str:
    """One record of the measurements, as findings name it."""
    return f"{EVIDENCE}/measurements/{name}.json"


def in_changes(month: str) -> str:
    """What changed in a month, as findings name the file."""
    return f"{CHANGES}/{month}.yml"
