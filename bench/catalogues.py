"""Catalogues of any size, made from the real data and a seed.

Each technology is a copy of a real one with another name, other levels, packages, facts and addresses, and takes
answers from no other. Addresses keep the shape of real ones, and no two are the same, so that the data compress no
better than real data would. Packages are those of one registry, and as many as in the real data are named twice, or by
others of that registry too. What the rules ask of a single record holds; texts stay those of the copied one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from random import Random
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urlsplit

from backend_atlas.model import Catalogue, Cell, Technology
from backend_atlas.model.base import Source
from backend_atlas.model.cells import InheritedCell, Package
from backend_atlas.model.fact import Fact
from backend_atlas.model.facts import Facts
from backend_atlas.model.structure import PROVIDED
from backend_atlas.model.technical_facts import HostingFact
from backend_atlas.model.vocabulary import (
    Concurrency,
    Ecosystem,
    Execution,
    Hosting,
    Kind,
    Language,
    Platform,
    Registry,
    Support,
)

SEED = 20261122

ONSETS = ("b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "io", "oo")
ENDS = ("", "", "", "l", "n", "r", "s", "t", "x", "ck", "nd", "rt")

HOSTS = ("dev", "io", "org", "com")

SHARED = ("github.com", "opentelemetry.io", "grpc.io", "www.prisma.io", "socket.io")
"""Hosts on which several technologies have their sources."""

WORD = re.compile(r"[A-Za-z0-9]+")
OFTEN = 4
"""A word that stands so often in the addresses of one technology is the name of a folder, and in packages its own."""

DAYS = 500
"""Pages were read on some day in so many."""

PROVIDED_BY: Mapping[Kind, tuple[str, ...]] = {Kind.FULL_STACK: ("orm", "generator")}
"""Features that a technology of this kind brings, by the definition of the kind."""

T = TypeVar("T")


def generated(real: Catalogue, count: int, seed: int = SEED) -> Catalogue:
    """A catalogue with `count` technologies. The same seed gives the same one."""
    maker = _Maker(real, Random(f"{seed} {count}"))
    made = sorted((maker.technology() for _ in range(count)), key=lambda found: (found.name.casefold(), found.id))
    return replace(real, technologies=MappingProxyType({technology.id: technology for technology in made}))


class _Maker:
    def __init__(self, real: Catalogue, random: Random) -> None:
        self.models = tuple(real.technologies.values())
        self.random = random
        self.taken = {*real.technologies, *(technology.name for technology in self.models)}
        self.conditional = {feature.id for feature in real.features if feature.not_applicable}

    @cached_property
    def sources(self) -> Mapping[str, tuple[Source, ...]]:
        """Of each real technology, the first source of each cell: what the guide shows."""
        return {
            model.id: tuple(cell.sources[0] for cell in model.features.values() if cell.sources)
            for model in self.models
        }

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every real cell that a technology says itself, so that a choice of one has the real spread of levels."""
        cells = (cell for model in self.models for cell in model.features.values())
        return tuple(cell for cell in cells if not isinstance(cell, InheritedCell))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of real addresses, each as often as it stands there."""
        urls = [source.url for sources in self.sources.values() for source in sources]
        return tuple(word for url in urls for word in WORD.findall(url.split("/", 3)[3]))

    @cached_property
    def known(self) -> dict[tuple[Registry, str], list[Package]]:
        """The packages of a registry that any technology names for a feature, each once."""
        found: dict[tuple[Registry, str], dict[str, Package]] = defaultdict(dict)
        for model in self.models:
            for feature, package in _packages(model):
                found[package.registry, feature].setdefault(package.name, package)
        return defaultdict(list, {key: list(packages.values()) for key, packages in found.items()})

    @cached_property
    def repeated(self) -> float:
        """The part of the names in a real technology that stood there before, for another feature."""
        named = [[package.name for _, package in _packages(model)] for model in self.models]
        return 1 - sum(len(set(names)) for names in named) / sum(len(names) for names in named)

    @cached_property
    def shared(self) -> Mapping[Registry, float]:
        """The part of the names in a real technology that another one of its registry has as well.

        Of a registry with one real technology nobody knows: the least of the others.
        """
        names: dict[Registry, list[set[str]]] = defaultdict(list)
        for model in self.models:
            names[_registry(model)].append({package.name for _, package in _packages(model)})
        known = {registry: _shared(sets) for registry, sets in names.items() if len(sets) > 1}
        least = min(known.values(), default=0.0)
        return {registry: known.get(registry, least) for registry in Registry}

    @cached_property
    def newest(self) -> date:
        """The newest day on which a source was read."""
        return max(source.checked for sources in self.sources.values() for source in sources)

    def technology(self) -> Technology:
        model = self.random.choice(self.models)
        name = self.once(lambda: self.coined(2, 3).capitalize() + self.random.choice(("", "", "", ".js", " Web")))
        slug = name.lower().replace(".", "-").replace(" ", "-")
        site = _Site(self, f"docs.{slug}.{self.random.choice(HOSTS)}", model)
        shelf = _Shelf(self, model)
        kind = model.facts.kind.value
        own = {
            "id": slug,
            "name": name,
            "aliases": (),
            "runs_on": None,
            "homepage": f"https://{site.host.removeprefix('docs.')}/",
            "documentation": f"https://{site.host}/",
            "repository": f"https://github.com/{slug}/{slug}",
            "features": {feature: self.answer(feature, kind, site, shelf) for feature in model.features},
            "facts": self.facts(model.facts, site),
        }
        return Technology.model_construct(**{field: getattr(model, field) for field in Technology.model_fields} | own)

    def answer(self, feature: str, kind: Kind | None, site: "_Site", shelf: "_Shelf") -> Cell:
        """A cell that the rules allow for this feature, and for a technology of this kind."""
        while not self.allowed(feature, kind, model := self.random.choice(self.cells)):
            pass
        first, *others = shelf.packages(feature, model) or (None,)
        return model.model_copy(
            update={
                "demonstrated_by": None,
                "package": first,
                "alternatives": tuple(others),
                "sources": tuple(site.source() for _ in model.sources),
            }
        )

    def allowed(self, feature: str, kind: Kind | None, cell: Cell) -> bool:
        if cell.support is Support.NOT_APPLICABLE and feature not in self.conditional:
            return False
        if kind and feature in PROVIDED_BY.get(kind, ()):
            return cell.support in PROVIDED
        return not (kind is Kind.MICRO and feature == "orm" and cell.support is Support.BUILT_IN)

    def facts(self, model: Facts, site: "_Site") -> Facts:
        """Facts that the guide scores, drawn anew. What is unknown stays unknown."""
        drawn = {
            "platform": self.random.choice(list(Platform)),
            "languages": self.some(Language, 2),
            "execution": self.random.choice(list(Execution)),
            "concurrency": self.random.choice(list(Concurrency)),
            "ecosystems": self.some(Ecosystem, 2),
            "security_process": self.random.random() < 0.8,
            "default_packages": self.random.randint(0, 200),
            "layout_required": self.random.random() < 0.3 and model.kind.value is not Kind.MICRO,
        }
        facts = {name: self.fact(getattr(model, name), value, site) for name, value in drawn.items()}
        return model.model_copy(update=facts | {"hosting": self.hosting(model.hosting, site)})

    def hosting(self, model: HostingFact, site: "_Site") -> HostingFact:
        """As many places as before, others."""
        places = zip(model.items, self.random.sample(list(Hosting), len(model.items)), strict=True)
        items = [item.model_copy(update={"target": place, "sources": (site.source(),)}) for item, place in places]
        return model.model_copy(update={"items": tuple(items)})

    def fact(self, model: Fact, value: object, site: "_Site") -> Fact:
        if model.unknown is not None:
            return model
        return model.model_copy(update={"value": value, "sources": tuple(site.source() for _ in model.sources)})

    def some(self, terms: type[T], most: int) -> tuple[T, ...]:
        found: list[T] = list(terms)  # type: ignore[call-overload]
        return tuple(self.random.sample(found, self.random.randint(1, most)))

    def like(self, word: str) -> str:
        """Another word of about the same length: half of them from real addresses, half of them coined."""
        if self.random.random() < 0.5:
            near = [other for other in self.random.sample(self.words, 20) if abs(len(other) - len(word)) <= 2]
            if near:
                return near[0].lower()
        return self.coined(max(1, len(word) // 3), max(1, len(word) // 3))

    def coined(self, least: int, most: int) -> str:
        pick = self.random.choice
        parts = [pick(ONSETS) + pick(VOWELS) for _ in range(self.random.randint(least, most))]
        return "".join(parts) + pick(ENDS)

    def once(self, make: Callable[[], str]) -> str:
        """The first of what `make` gives that was not there before."""
        while (found := make()) in self.taken:
            pass
        self.taken.add(found)
        return found

    def day(self) -> date:
        return self.newest - timedelta(days=self.random.randrange(DAYS))


class _Shelf:
    """The packages of one technology: most of its names are in the shape of those of the one it is made from."""

    def __init__(self, maker: _Maker, model: Technology) -> None:
        self.maker = maker
        self.registry = _registry(model)
        self.models = tuple(package for _, package in _packages(model) if package.registry is self.registry)
        counted = Counter(
            word for name in dict.fromkeys(item.name for item in self.models) for word in WORD.findall(name)
        )
        self.own = {word: maker.like(word) for word, count in counted.items() if count >= OFTEN}
        self.taken: dict[str, Package] = {}

    def packages(self, feature: str, model: Cell) -> tuple[Package, ...]:
        """As many packages as a cell has: those of this technology, of others, or new ones."""
        found: dict[str, Package] = {}
        while len(found) < len(model.packages):
            package = self.package(feature)
            found.setdefault(package.name, package)
        self.taken |= found
        return tuple(found.values())

    def package(self, feature: str) -> Package:
        maker, random = self.maker, self.maker.random
        if self.taken and random.random() < maker.repeated:
            return random.choice(list(self.taken.values()))
        known = maker.known[self.registry, feature]
        if known and random.random() < maker.shared[self.registry]:
            return random.choice(known)
        made = random.choice(self.models).model_copy(update={"name": maker.once(self.name)})
        known.append(made)
        return made

    def name(self) -> str:
        """A name in the shape of a real one: `@scope/name`, `some-name`."""
        return WORD.sub(self.word, self.maker.random.choice(self.models).name)

    def word(self, found: re.Match[str]) -> str:
        word = found[0]
        new = self.own.get(word) or self.maker.like(word)
        return new.capitalize() if word[0].isupper() else new


class _Site:
    """Where one technology has its sources: most of them on a host of its own."""

    def __init__(self, maker: _Maker, host: str, model: Technology) -> None:
        self.maker = maker
        self.host = host
        self.models = maker.sources[model.id]
        self.own = urlsplit(model.documentation).hostname
        counted = Counter(word for source in self.models for word in WORD.findall(urlsplit(source.url).path))
        often = [word for word, count in counted.items() if count >= OFTEN]
        self.folders = {word: maker.random.choice(maker.words) for word in often}

    def source(self) -> Source:
        random = self.maker.random
        url = self.maker.once(lambda: self.url(random.choice(self.models).url))
        return random.choice(self.models).model_copy(update={"url": url, "checked": self.maker.day()})

    def url(self, model: str) -> str:
        """An address in the shape of a real one. Folders are the same for the whole site, other words drawn anew."""
        found = urlsplit(model)
        anchor = WORD.sub(lambda _: self.maker.random.choice(self.maker.words), found.fragment)
        return f"https://{self.found(found.hostname or '')}{WORD.sub(self.word, found.path)}{anchor and f'#{anchor}'}"

    def found(self, host: str) -> str:
        if host == self.own:
            return self.host
        if host in SHARED:
            return host
        first, _, rest = host.partition(".")
        kept = rest if rest.endswith((".io", ".org")) and "." in rest else rest.rpartition(".")[2] or "org"
        return f"{self.maker.like(first)}.{kept}"

    def word(self, found: re.Match[str]) -> str:
        return self.folders.get(found[0]) or self.maker.random.choice(self.maker.words)


def _packages(technology: Technology) -> Iterator[tuple[str, Package]]:
    """Every package in the cells of a technology, with the feature."""
    return ((feature, package) for feature, cell in technology.features.items() for package in cell.packages)


def _registry(technology: Technology) -> Registry:
    """The registry of most of its packages."""
    return Counter(package.registry for _, package in _packages(technology)).most_common(1)[0][0]


def _shared(sets: list[set[str]]) -> float:
    """The part of the names in some sets that stand in another set too."""
    counted = Counter(name for names in sets for name in names)
    return sum(counted[name] > 1 for names in sets for name in names) / sum(map(len, sets))
