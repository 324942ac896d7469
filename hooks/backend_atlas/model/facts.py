"""Every typed fact of one technology, in the order of its file."""

from typing import Any

from pydantic import ConfigDict

from backend_atlas.model.base import Record
from backend_atlas.model.project_facts import (
    AdoptionFact,
    DatedReleaseFact,
    GovernanceFact,
    LicenceFact,
    MaintainersFact,
    PoolFact,
    ScorecardFact,
    SupportFact,
)
from backend_atlas.model.technical_facts import (
    ConcurrencyFact,
    DefaultPackagesFact,
    EcosystemsFact,
    ExecutionFact,
    FlagFact,
    HostingFact,
    KindFact,
    LanguagesFact,
    PlatformFact,
    SmallestAppFact,
)

OF_THE_RUNTIME = frozenset({"execution", "concurrency", "ecosystems"})
"""The facts that what runs on another technology of the atlas may leave out: they are that one's."""


def _may_be_left_out(schema: dict[str, Any]) -> None:
    schema["required"] = [name for name in schema["required"] if name not in OF_THE_RUNTIME]


class Facts(Record):
    """Every typed fact of one technology."""

    model_config = ConfigDict(json_schema_extra=_may_be_left_out)

    kind: KindFact
    """What sort of thing it is: runtime, micro-framework, API framework or full-stack framework."""
    platform: PlatformFact
    """What it runs on."""
    languages: LanguagesFact
    """The languages its documentation is written for."""
    layout_required: FlagFact
    """Whether a project has to follow a folder layout. A generator that suggests one does not require it."""
    default_packages: DefaultPackagesFact
    """Packages in a fresh default install."""
    smallest_app: SmallestAppFact
    """The shortest application in the official documentation."""
    execution: ExecutionFact
    """How the code runs."""
    concurrency: ConcurrencyFact
    """How the documented default deployment serves several requests at a time."""
    hosting: HostingFact
    """Where it can run."""
    support: SupportFact
    """Release lines and how long they are supported."""
    governance: GovernanceFact
    """Who decides."""
    maintainers: MaintainersFact
    """How many people carry the work."""
    security_process: FlagFact
    """Whether there is a private channel for reports and a feed of advisories."""
    scorecard: ScorecardFact
    """The OpenSSF Scorecard."""
    licence: LicenceFact
    """The licence."""
    first_stable: DatedReleaseFact
    """The first stable release."""
    latest: DatedReleaseFact
    """The newest release."""
    ecosystems: EcosystemsFact
    """Libraries in the same process because of the platform."""
    hiring_pool: PoolFact
    """People to hire."""
    adoption: AdoptionFact
    """Figures on use."""
