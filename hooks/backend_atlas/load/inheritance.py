"""What a technology takes from the one that it runs on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Cell, Feature, HostedTechnology, InheritedCell, Technology
from backend_atlas.model.base import Record
from backend_atlas.model.facts import OF_THE_RUNTIME
from backend_atlas.problems import Problem, did_you_mean
from backend_atlas.source import Document, Value

R = TypeVar("R", bound=Record)


def with_facts(document: Document, documents: Mapping[str, Document], memory: Memory) -> Document:
    """The file of a technology, with the facts of its runtime that it leaves out. `documents` are all files, by id."""
    runtime = documents.get(str(_field(document.value, "runs_on")))
    facts, given = _field(document.value, "facts"), _field(runtime.value, "facts") if runtime else None
    if not (isinstance(document.value, dict) and isinstance(facts, dict) and isinstance(given, dict)):
        return document
    inherited = {name: fact for name, fact in given.items() if name in OF_THE_RUNTIME}
    value: Value = {**document.value, "facts": {**inherited, **facts}}
    return memory(("facts", document.path), (document, runtime), lambda: replace(document, value=value))


def with_same_parts(technology: Technology, memory: Memory) -> Technology:
    """The same. Answers and facts that say what they said before are the objects that they were before."""
    if not memory.lasting:
        return technology

    def kept(part: R, name: str) -> R:
        return memory.kept((technology.id, name), part, lambda part: part.model_dump_json(exclude_unset=True))

    def make() -> Technology:
        cells = {name: kept(cell, f"features.{name}") for name, cell in technology.features.items()}
        facts = {name: kept(fact, f"facts.{name}") for name, fact in technology.facts}
        return technology.model_copy(update={"features": cells, "facts": technology.facts.model_copy(update=facts)})

    return memory(("parts", technology.id), (technology,), make)


def unknown_runtimes(documents: Iterable[Document], known: Collection[str]) -> Iterator[Problem]:
    """Each `runs_on` that names none of the `known` files. Told at once: what is left to it is missing then."""
    for document in documents:
        name = _field(document.value, "runs_on")
        if isinstance(name, str) and name not in known:
            hint = did_you_mean(name, known) or "leave it out where the runtime has no file of its own"
            yield document.problem(("runs_on",), f'"{name}" is not a runtime here', hint)


def with_answers(catalogue: Catalogue, memory: Memory) -> Catalogue:
    """The same, where what runs on another technology has that one's answers, but for those that it gives itself."""
    technologies = {stem: _with_answers(item, catalogue, memory) for stem, item in catalogue.technologies.items()}
    return replace(catalogue, technologies=MappingProxyType(technologies))


def _with_answers(technology: Technology, catalogue: Catalogue, memory: Memory) -> Technology:
    runtime = catalogue.technologies.get(technology.runs_on or "")
    if runtime is None:
        return technology
    inputs = technology, runtime, catalogue.groups
    return memory(("answers", technology.id), inputs, lambda: _hosted(technology, runtime, catalogue.features, memory))


def _hosted(
    technology: Technology, runtime: Technology, features: tuple[Feature, ...], memory: Memory
) -> HostedTechnology:
    def inherited(name: str) -> InheritedCell:
        cell = runtime.features[name]
        inputs = cell, runtime.id, runtime.name
        return memory(("inherited", technology.id, name), inputs, lambda: _inherited(cell, runtime))

    taken = {item.id: inherited(item.id) for item in features if item.runtime and item.id not in technology.features}
    answers = {**technology.features, **taken}
    known = [feature.id for feature in features if feature.id in answers]
    fields = dict(technology) | {"features": {name: answers[name] for name in known}}
    own, given = dict(technology.facts), dict(runtime.facts)
    same = frozenset(name for name in OF_THE_RUNTIME if own[name] == given[name])
    return HostedTechnology.model_construct(**fields, runtime_name=runtime.name, inherited_facts=same)


def _inherited(cell: Cell, runtime: Technology) -> InheritedCell:
    return InheritedCell.model_construct(**dict(cell), runtime=runtime.id, runtime_name=runtime.name)


def _field(value: Value | None, name: str) -> Value | None:
    return value.get(name) if isinstance(value, dict) else None
