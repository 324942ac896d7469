"""Compares what is said of the technologies: cells, facts, and every other text of the data."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backend_atlas import links
from backend_atlas.difference.plain import Change, addresses, changes, plain
from backend_atlas.model import Catalogue, Cell, Feature, InheritedCell, Support, Technology
from backend_atlas.model.facts import OF_THE_RUNTIME
from backend_atlas.views.facts import fact_rows

LEVEL = frozenset({"support", "partial", "experimental"})
"""The fields of a cell that its worth comes from."""

CALLED = ("title", "name", "label", "claim", "url", "text", "id")
"""The fields that a record is called by, the first that it has."""
GUIDE_FILES = (
    (links.QUESTIONS_FILE, "questions", links.GUIDE),
    (links.VALUES_FILE, "values", links.METHOD),
    (links.SCENARIOS_FILE, "scenarios", links.SCENARIOS),
    (links.WITNESSES_FILE, "witnesses", links.TECHNOLOGIES),
)
"""Each with the field of the guide that holds it, and the page that shows it."""


@dataclass(frozen=True)
class Said:
    """Something that one file says otherwise now."""

    file: str
    """The file, relative to the repository."""
    owner: str
    """Whom or what it is about."""
    name: str
    """What is said: a fact in words, or the field."""
    before: str
    after: str
    changes: tuple[Change, ...]
    address: str = ""
    """Where it is shown, relative to the site's root."""

    @property
    def read_again(self) -> bool:
        """Whether nothing changed but days and releases of sources."""
        return all(change.read_again for change in self.changes)

    @property
    def source(self) -> str:
        """The first source as it is now; what is gone keeps the one that it had."""
        now = addresses([change.after for change in self.changes])
        return (now or addresses([change.before for change in self.changes]) or ("",))[0]

    @property
    def lost(self) -> tuple[str, ...]:
        """Sources that are gone."""
        return Change("", [c.before for c in self.changes], [c.after for c in self.changes]).lost


@dataclass(frozen=True)
class CellChange(Said):
    """A cell that is another now. `owner` is the name of the technology, `name` that of the feature."""

    technology: str = ""
    feature: str = ""
    level: bool = False
    """Whether the level is another, or its mark as partial or experimental."""
    cited: str = ""
    """The first source of the cell."""
    known: bool = True
    """Whether there is an answer now."""
    also: tuple[str, ...] = ()
    """The technologies that have the answer from this one."""

    @property
    def source(self) -> str:
        """The first source of the cell, also where the sources are as before."""
        return self.cited


def cells(before: Catalogue, after: Catalogue) -> Iterator[CellChange]:
    """Every cell that differs as it is written, in the order of the site. What is inherited counts with its runtime."""
    old, new = _by_id(before), _by_id(after)
    features = {feature.id: feature for feature in (*after.features, *before.features)}
    for id in dict.fromkeys((*new, *old)):
        for name, feature in features.items():
            one, other = _written(old.get(id), name), _written(new.get(id), name)
            if found := tuple(changes(plain(one) or {}, plain(other) or {})):
                words = _answer(before, old.get(id), name), _answer(after, new.get(id), name)
                yield CellChange(
                    file=links.technology_file(id),
                    owner=(new.get(id) or old[id]).name,
                    name=feature.name,
                    before=words[0],
                    after=words[1],
                    changes=found,
                    address=_feature_address(after, name) or _feature_address(before, name),
                    technology=id,
                    feature=name,
                    level=any(change.field in LEVEL for change in found),
                    cited=next(iter((*addresses(plain(other)), *addresses(plain(one)))), ""),
                    known=other is not None and other.support is not Support.UNKNOWN,
                    also=tuple(_heirs(after, id, feature)),
                )


def facts(before: Catalogue, after: Catalogue) -> Iterator[Said]:
    """Every typed fact that differs, of technologies that are in both."""
    for one, other in _in_both(before, after):
        old, new = ({row.key.replace("-", "_"): row for row in fact_rows(item)} for item in (one, other))
        for name in type(one.facts).model_fields:
            found = tuple(changes(plain(getattr(one.facts, name)) or {}, plain(getattr(other.facts, name)) or {}))
            if found and not _of_the_runtime(name, (before, one), (after, other)):
                before_words, after_words = ("; ".join(row.values) for row in (old[name], new[name]))
                file, address = links.technology_file(one.id), links.technology(one.id)
                yield Said(file, other.name, new[name].label, before_words, after_words, found, address)


def texts(before: Catalogue, after: Catalogue) -> Iterator[Said]:
    """Every other text about technologies that are in both."""
    for one, other in _in_both(before, after):
        old, new = (_prose(item) for item in (one, other))
        for change in changes(old, new):
            yield _said(links.technology_file(one.id), other.name, change, links.technology(one.id))


def vocabulary(before: Catalogue, after: Catalogue) -> Iterator[Said]:
    """What changes in features that are in both, and in the groups."""
    old = {feature.id: feature for feature in before.features}
    for feature in after.features:
        if feature.id in old:
            for change in changes(plain(old[feature.id]), plain(feature)):
                yield _said(links.VOCABULARY_FILE, feature.name, change, _feature_address(after, feature.id))
    one, other = ([{**plain(group), "features": []} for group in it.groups] for it in (before, after))
    for change in changes(one, other, "groups"):
        yield _said(links.VOCABULARY_FILE, "Groups", change, links.FEATURES)


def guide(before: Catalogue, after: Catalogue) -> Iterator[Said]:
    """What changes in the files of the decision guide, and in the measures of trust."""
    for file, name, address, old, new in _compared_files(before, after):
        for change in changes(old, new, name):
            yield _said(file, name.capitalize(), change, address)


def added(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is in the second only: id and name."""
    return tuple((id, name) for id, name in after.items() if id not in before)


def technology_names(catalogue: Catalogue) -> dict[str, str]:
    """Names by id."""
    return {item.id: item.name for item in catalogue.technologies.values()}


def feature_names(catalogue: Catalogue) -> dict[str, str]:
    """Names by id."""
    return {feature.id: feature.name for feature in catalogue.features}


def _said(file: str, owner: str, change: Change, address: str) -> Said:
    return Said(file, owner, change.field, shown(change.before), shown(change.after), (change,), address)


def shown(value: Any) -> str:
    """A plain value in one line: of a record what it is called, of sources their addresses."""
    if value is None:
        return ""
    if isinstance(value, dict):
        names = (*(name for name in CALLED if name in value), *value)
        return next((shown(value[name]) for name in names if isinstance(value[name], str)), f"{len(value)} fields")
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _compared_files(before: Catalogue, after: Catalogue) -> Iterator[tuple[str, str, str, Any, Any]]:
    if before.guide and after.guide:
        for file, name, address in GUIDE_FILES:
            yield file, name, address, plain(getattr(before.guide, name)), plain(getattr(after.guide, name))
    if before.agreement and after.agreement:
        old, new = plain(before.agreement), plain(after.agreement)
        yield links.AGREEMENT_FILE, "agreement", links.AGREEMENT, old, new


def _by_id(catalogue: Catalogue) -> dict[str, Technology]:
    return {item.id: item for item in catalogue.technologies.values()}


def _in_both(before: Catalogue, after: Catalogue) -> Iterator[tuple[Technology, Technology]]:
    old = _by_id(before)
    return ((old[id], item) for id, item in _by_id(after).items() if id in old)


def _written(technology: Technology | None, feature: str) -> Cell | None:
    cell = technology.features.get(feature) if technology else None
    return None if isinstance(cell, InheritedCell) else cell


def _answer(catalogue: Catalogue, technology: Technology | None, feature: str) -> str:
    """The cell in words. Empty where there is none, neither here nor at the runtime."""
    cell, whose = _written(technology, feature), ""
    if cell is None and technology and technology.runs_on and feature in _decided(catalogue.features):
        runtime = _by_id(catalogue).get(technology.runs_on)
        cell, whose = _written(runtime, feature), f" (from {runtime.name})" if runtime else ""
    return f"{answer(cell)}{whose}" if cell else ""


def answer(cell: Cell) -> str:
    """The level with its package and marks, in words."""
    package = f" {cell.package.name}" if cell.package else ""
    return ", ".join([f"{cell.support.label}{package}", *cell.marks])


def _decided(features: Iterable[Feature]) -> frozenset[str]:
    return frozenset(feature.id for feature in features if feature.runtime)


def _heirs(catalogue: Catalogue, runtime: str, feature: Feature) -> Iterator[str]:
    for item in catalogue.technologies.values():
        if feature.runtime and item.runs_on == runtime and _written(item, feature.id) is None:
            yield item.name


def _feature_address(catalogue: Catalogue, id: str) -> str:
    found = (group.id for group in catalogue.groups if any(feature.id == id for feature in group.features))
    return next((links.feature(group, id) for group in found), "")


def _of_the_runtime(name: str, *sides: tuple[Catalogue, Technology]) -> bool:
    """Whether the runtime says the fact, before and after: then it counts there."""
    if name not in OF_THE_RUNTIME:
        return False
    return all(
        (runtime := _by_id(catalogue).get(item.runs_on or "")) is not None
        and getattr(runtime.facts, name) == getattr(item.facts, name)
        for catalogue, item in sides
    )


def _prose(technology: Technology) -> dict[str, Any]:
    names = (name for name in Technology.model_fields if name not in ("facts", "features"))
    values = ((name, plain(getattr(technology, name))) for name in names)
    return {name: value for name, value in values if value not in (None, [])}
