"""The data as JSON, for programs: `/api/v1/`, with a JSON Schema of each kind of answer in `/schema/v1/`.

A module holds the models of one kind of answer and makes them: the models are the one definition, the schemas are made
from them. `parts` has what every answer has; `cells` and `facts` are parts of several.

What may change within v1, and what makes v2, stands on the page `/data/`.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from backend_atlas import links
from backend_atlas.exports.api.changes import changes
from backend_atlas.exports.api.features import feature_answers, features
from backend_atlas.exports.api.index import index
from backend_atlas.exports.api.measurements import measurements
from backend_atlas.exports.api.parts import Answer, Material, Place
from backend_atlas.exports.api.scenarios import scenarios
from backend_atlas.exports.api.technologies import technologies, technology_answers
from backend_atlas.exports.api.whole import whole
from backend_atlas.exports.day import data_day
from backend_atlas.exports.late import Each
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.views.guide import Deciding


def api(catalogue: Catalogue, today: date, deciding: Deciding | None = None, memory: Memory | None = None) -> Each[str]:
    """Address to JSON text, as of `today`. `memory` spares writing again what stayed."""
    memory = memory or Memory()

    def text(at: Place, answer: Answer) -> str:
        return memory.kept_if_lasting(("json", at.address), (answer,), partial(_json, answer))

    return Each({at.address: partial(text, at, answer) for at, answer in answers(catalogue, today, deciding, memory)})


def addresses(catalogue: Catalogue) -> tuple[str, ...]:
    """The addresses of all answers."""
    own = (links.answer("technology", id) for id in catalogue.technologies)
    defined = (links.answer("feature", feature.id) for feature in catalogue.features)
    guide = ("scenarios",) if catalogue.guide else ()
    lists = ("index", "all", "technologies", "features", "changes", "measurements", *guide)
    return (*map(links.answer, lists), *own, *defined)


def answers(
    catalogue: Catalogue, today: date, deciding: Deciding | None = None, memory: Memory | None = None
) -> tuple[tuple[Place, Answer], ...]:
    """Every answer with its place, the list of all first. `deciding` spares deciding the worked examples again."""
    memory = memory or Memory()
    material = Material(catalogue, today, data_day(catalogue, memory), memory)
    found = tuple(_answers(material, deciding or Deciding.of(catalogue, today)))
    return (index(material, (at for at, _ in found)), *found)


def _answers(material: Material, deciding: Deciding | None) -> Iterator[tuple[Place, Answer]]:
    yield whole(material)
    yield technologies(material)
    yield from technology_answers(material)
    yield features(material)
    yield from feature_answers(material)
    yield changes(material)
    yield measurements(material)
    if deciding:
        yield scenarios(material, deciding)


def _json(answer: Answer) -> str:
    return f"{answer.model_dump_json()}\n"
