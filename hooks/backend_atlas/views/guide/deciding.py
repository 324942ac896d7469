"""The guide with its engine, and its worked examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from backend_atlas import links
from backend_atlas.dividing import Divided
from backend_atlas.guide.answers import read
from backend_atlas.guide.basis import Basis
from backend_atlas.guide.deciding import Engine, Result, fragment
from backend_atlas.guide.record import madr
from backend_atlas.guide.survey import Survey, survey
from backend_atlas.guide.use import Use, uses
from backend_atlas.guide.words import Words
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.model.guide import Guide, Scenario
from backend_atlas.views.guide.result import ResultView, result_view


@dataclass(frozen=True)
class ScenarioView:
    """A worked example with its result."""

    scenario: Scenario
    address: str
    expected: str
    alone: str
    """What is expected as long as the atlas holds one acceptable technology. Empty if the same."""
    answered: Result
    names: str
    result: ResultView
    record: str


@dataclass(frozen=True)
class Deciding:
    """The guide with its engine, made once for all pages."""

    catalogue: Catalogue
    """An excerpt, see `Excerpts.deciding`."""
    guide: Guide
    engine: Engine
    today: date
    site: str = ""
    """The public address of the site, for links in records. Empty if it is not known."""

    @classmethod
    def of(cls, catalogue: Catalogue, today: date, site: str = "", memory: Memory | None = None) -> "Deciding | None":
        """None where the data hold no guide. With `memory`, the same one as long as nothing changes that decides."""
        guide, memory = catalogue.guide, memory or Memory()
        if guide is None:
            return None
        engine = Engine.of(catalogue, guide, today, memory)
        excerpt = Excerpts(catalogue, memory).deciding()
        inputs = engine, *parts(excerpt), today, site
        return memory("deciding", inputs, lambda: cls(excerpt, guide, engine, today, site))

    @property
    def basis(self) -> Basis:
        """What decides."""
        return self.engine.basis

    @cached_property
    def words(self) -> Words:
        """Sentences about results."""
        return Words(self.engine)

    @cached_property
    def survey(self) -> Survey:
        """The short lists."""
        return survey(self.engine)

    @cached_property
    def uses(self) -> Mapping[str, Use]:
        """How much of the guide rests on each feature and fact."""
        return uses(self.guide, self.basis)

    @cached_property
    def scenarios(self) -> tuple[ScenarioView, ...]:
        """The worked examples, decided."""
        return Divided([partial(_scenario, self, scenario) for scenario in self.guide.scenarios.scenarios]).results()

    @cached_property
    def witnessed(self) -> Mapping[str, Result]:
        """By the id of a technology: how its witness is scored, where it has one."""
        given = {item.id: item.answers for item in self.guide.witnesses if item.answers is not None}
        return {id: self.engine.scored(read(text, self.basis).answers) for id, text in given.items()}

    def prepare(self) -> None:
        """Decides what many pages show. Else each of two processes that divide the pages would."""
        self.scenarios  # noqa: B018 - kept from now on

    def decide(self, text: str) -> Result:
        """The result for answers that are known to be valid."""
        return self.engine.decide(read(text, self.basis).answers)

    def link(self, result: Result) -> str:
        """What stands after the hash in the address of the guide."""
        return fragment(self.basis, result)


def _scenario(found: Deciding, scenario: Scenario) -> ScenarioView:
    result = found.decide(scenario.answers)
    expected, alone = (
        " or ".join(verdict.label.lower() for verdict in verdicts) for verdicts in (scenario.classes, scenario.alone)
    )
    text = madr(found.words, result, f"{found.site}{links.GUIDE}#{found.link(result)}", found.today.isoformat())
    shown = result_view(found.words, result)
    return ScenarioView(
        scenario, links.scenario(scenario.id), expected, alone, result, found.words.names(result.leaders), shown, text
    )
