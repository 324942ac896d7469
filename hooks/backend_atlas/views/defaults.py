"""What a new project does by default, side by side: the observations of the official quick starts."""

from collections.abc import Mapping
from dataclasses import dataclass

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.model.lab import DefaultsRecord, Lab
from backend_atlas.model.lab.defaults import Mode, Observation

STARTED = {Mode.DEVELOPMENT: "As its quick start says", Mode.PRODUCTION: "As its page on deployment says"}


@dataclass(frozen=True)
class Started:
    """What was observed in one mode."""

    mode: str
    observation: Observation


@dataclass(frozen=True)
class Observed:
    """One technology, in all modes of one probe. Empty where the probe was not made."""

    name: str
    technology: str
    """The address of the technology's page. Empty where the atlas has none."""
    modes: tuple[Started, ...]


@dataclass(frozen=True)
class Probe:
    """One question, with what was observed of each technology, in the order of the lab."""

    id: str
    title: str
    observed: tuple[Observed, ...]


@dataclass(frozen=True)
class QuickStart:
    """Which quick start was observed, and when."""

    record: DefaultsRecord
    technology: str
    commands: tuple[tuple[str, str], ...]
    """Mode and command."""
    chosen: bool
    """Whether it is shown at first."""


@dataclass(frozen=True)
class DefaultsView:
    """Everything the page prints."""

    starts: tuple[QuickStart, ...]
    probes: tuple[Probe, ...]


def defaults_view(catalogue: Catalogue, lab: Lab) -> DefaultsView | None:
    """The view, or None where nothing was observed."""
    records = {stem: sample.defaults for stem, sample in lab.samples.items() if sample.defaults}
    if not records:
        return None
    known = [stem for stem in records if stem in catalogue.technologies]
    chosen = known if len(known) > 1 else list(records)
    starts = tuple(
        QuickStart(
            record,
            _page(catalogue, stem),
            tuple((STARTED[mode.mode], mode.command) for mode in record.modes),
            stem in chosen,
        )
        for stem, record in records.items()
    )
    return DefaultsView(starts, tuple(_probes(catalogue, records)))


def _probes(catalogue: Catalogue, records: Mapping[str, DefaultsRecord]) -> list[Probe]:
    titles = {
        item.probe: item.title for record in records.values() for mode in record.modes for item in mode.observations
    }
    return [
        Probe(probe, title, tuple(_observed(catalogue, stem, record, probe) for stem, record in records.items()))
        for probe, title in titles.items()
    ]


def _observed(catalogue: Catalogue, id: str, record: DefaultsRecord, probe: str) -> Observed:
    modes = tuple(
        Started(STARTED[mode.mode] if len(record.modes) > 1 else "", item)
        for mode in record.modes
        for item in mode.observations
        if item.probe == probe
    )
    return Observed(record.name, _page(catalogue, id), modes)


def _page(catalogue: Catalogue, id: str) -> str:
    return links.technology(id) if id in catalogue.technologies else ""
