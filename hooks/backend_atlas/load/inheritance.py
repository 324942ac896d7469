"""What a technology takes from the one that it runs on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from backend_atlas.model import Catalogue, HostedTechnology, InheritedCell, Technology
from backend_atlas.model.facts import OF_THE_RUNTIME
from backend_atlas.problems import Problem, did_you_mean
from backend_atlas.source import Document, Value


def with_facts(document: Document, documents: Mapping[str, Document]) -> Document:
    """The file of a technology, with the facts of its runtime that it leaves out. `documents` are all files, by id."""
    runtime = documents.get(str(_field(document.value, "runs_on")))
    facts, given = _field(document.value, "facts"), _field(runtime.value, "facts") if runtime else None
    if not (isinstance(document.value, dict) and isinstance(facts, dict) and isinstance(given, dict)):
        return document
    inherited = {name: fact for name, fact in given.items() if name in OF_THE_RUNTIME}
    return replace(document, value={**document.value, "facts": {**inherited, **facts}})


def unknown_runtimes(documents: Iterable[Document], known: Collection[str]) -> Iterator[Problem]:
    """Each `runs_on` that names none of the `known` files. Told at once: what is left to it is missing then."""
    for document in documents:
        name = _field(document.value, "runs_on")
        if isinstance(name, str) and name not in known:
            hint = did_you_mean(name, known) or "leave it out where the runtime has no file of its own"
            yield document.problem(("runs_on",), f'"{name}" is not a runtime here', hint)


def with_answers(catalogue: Catalogue) -> Catalogue:
    """The same, where what runs on another technology has that one's answers, but for those that it gives itself."""
    technologies = {stem: _hosted(item, catalogue) for stem, item in catalogue.technologies.items()}
    return replace(catalogue, technologies=MappingProxyType(technologies))


def _hosted(technology: Technology, catalogue: Catalogue) -> Technology:
    runtime = catalogue.technologies.get(technology.runs_on or "")
    if runtime is None:
        return technology
    decided = [feature.id for feature in catalogue.features if feature.runtime]
    inherited = {name: _inherited(name, runtime) for name in decided if name not in technology.features}
    answers = {**technology.features, **inherited}
    known = [feature.id for feature in catalogue.features if feature.id in answers]
    fields = dict(technology) | {"features": {name: answers[name] for name in known}}
    own, given = dict(technology.facts), dict(runtime.facts)
    same = frozenset(name for name in OF_THE_RUNTIME if own[name] == given[name])
    return HostedTechnology.model_construct(**fields, runtime_name=runtime.name, inherited_facts=same)


def _inherited(name: str, runtime: Technology) -> InheritedCell:
    cell = dict(runtime.features[name])
    return InheritedCell.model_construct(**cell, runtime=runtime.id, runtime_name=runtime.name)


def _field(value: Value | None, name: str) -> Value | None:
    return value.get(name) if isinstance(value, dict) else None
