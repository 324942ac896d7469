"""When a technology comes first."""

from dataclasses import dataclass

from backend_atlas.model import Technology
from backend_atlas.model.guide import Witness
from backend_atlas.views.guide.deciding import Deciding, ScenarioView


@dataclass(frozen=True)
class FirstView:
    """When a technology comes first: its witness and the scenarios that it leads."""

    witness: Witness
    given: tuple[tuple[str, list[str]], ...]
    link: str
    headline: str
    leads: tuple[ScenarioView, ...]


def first_view(found: Deciding, technology: Technology) -> FirstView | None:
    """None where no witness is stored, which `rules` refuses."""
    leads = tuple(view for view in found.scenarios if technology.id in view.answered.leaders)
    for witness in found.guide.witnesses:
        if witness.id == technology.id:
            if witness.answers is None:
                return FirstView(witness, (), "", "", leads)
            result = found.witnessed[witness.id]
            words = found.words
            return FirstView(witness, tuple(words.given(result)), found.link(result), words.headline(result), leads)
    return None
