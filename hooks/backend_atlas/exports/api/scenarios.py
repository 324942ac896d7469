"""The worked examples of the decision guide with their results."""

from backend_atlas import links
from backend_atlas.exports.api.parts import Answer, Material, Part, Place
from backend_atlas.guide.words import VERDICTS
from backend_atlas.model.vocabulary import Verdict
from backend_atlas.views.guide import Deciding, ScenarioView


class RankedTechnology(Part):
    """A technology that meets every condition."""

    technology: str
    """Its id."""
    score: float
    """From 0 to 1: the part of what was asked for that it has."""
    low: float
    """The score if everything unknown about it were at its worst."""
    high: float
    """The same at its best."""
    first_share: float
    """The part of the trials with other weights in which it comes first."""


class ExcludedTechnology(Part):
    """A technology that lacks something that was called a must."""

    technology: str
    """Its id."""
    lacks: tuple[str, ...]
    """What it lacks, in words."""


class WorkedExample(Part):
    """A project, its answers, and what the guide says."""

    id: str
    """Its id, as in its address."""
    title: str
    """The project in a few words."""
    story: str
    """Who decides, and about what."""
    answers: str
    """The answers, as in a link to the guide and as `atlas decide` takes them."""
    expected_verdicts: tuple[Verdict, ...]
    """How the result may be called. Written before the data were."""
    why: str
    """Why this is what has to come out."""
    verdict: Verdict
    """What the result is called."""
    headline: str
    """The result in one sentence."""
    leaders: tuple[str, ...]
    """The ids of the technologies that are named as the result."""
    ranking: tuple[RankedTechnology, ...]
    """Every technology that meets the conditions, the highest score first."""
    excluded: tuple[ExcludedTechnology, ...]
    """The others."""
    page: str
    """Its page, relative to the answer."""
    guide: str
    """The guide with these answers, relative to the answer."""


class ScenariosAnswer(Answer):
    """Every worked example. Address: `/api/v1/scenarios.json`."""

    scenarios: tuple[WorkedExample, ...]
    """In reading order."""


def scenarios(material: Material, deciding: Deciding) -> tuple[Place, ScenariosAnswer]:
    """Every worked example."""
    at = Place(material, "scenarios", links.SCENARIOS)
    return at, ScenariosAnswer(**at.about, scenarios=tuple(_example(at, deciding, it) for it in deciding.scenarios))


def _example(at: Place, deciding: Deciding, view: ScenarioView) -> WorkedExample:
    scenario, result = view.scenario, view.answered
    return WorkedExample(
        id=scenario.id,
        title=scenario.title,
        story=scenario.story,
        answers=scenario.answers,
        expected_verdicts=scenario.classes,
        why=scenario.why,
        verdict=VERDICTS[result.verdict],
        headline=view.result.headline,
        leaders=result.leaders,
        ranking=tuple(
            RankedTechnology(technology=it.id, score=it.score, low=it.low, high=it.high, first_share=it.share)
            for it in result.ranking
        ),
        excluded=tuple(
            ExcludedTechnology(
                technology=it.id, lacks=tuple(deciding.words.condition(condition) for condition in it.conditions)
            )
            for it in result.excluded
        ),
        page=at.href(view.address),
        guide=at.href(f"{links.GUIDE}#{deciding.link(result)}"),
    )
