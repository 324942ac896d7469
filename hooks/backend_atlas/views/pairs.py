"""Which pairs of technologies have a page of their own, and where others are compared.

Their number grows with the square of the technologies. Up to a limit every pair has a page. Beyond it those have one
that come first in the lists of what to compare a technology with; any other is put together by script.
"""

from dataclasses import replace
from itertools import combinations

from backend_atlas import links
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.vocabulary import Language
from backend_atlas.problems import DataError, Problem

Pair = tuple[str, str]
"""Two ids, in the order of the address."""


def with_pairs(catalogue: Catalogue, most: int | None, memory: Memory) -> Catalogue:
    """The same catalogue, in which at most so many pairs have a page. Without a limit all have one.

    Raises `DataError` where the limit, which stands in the settings, is no number of pages.
    """
    if most is not None and (type(most) is not int or most < 0):
        problem = Problem("mkdocs.yml", 1, 1, "extra.pair_pages", f"{most!r} is no number of pages", "0 or more")
        raise DataError([problem])
    count = len(catalogue.technologies)
    if most is None or count * (count - 1) // 2 <= most:
        return replace(catalogue, pairs=None)
    return replace(catalogue, pairs=memory.kept("pairs", frozenset(_first(catalogue, most))))


def pairs(catalogue: Catalogue) -> list[Pair]:
    """The pairs that have a page, in the order of their addresses."""
    if catalogue.pairs is None:
        return list(combinations(sorted(catalogue.technologies), 2))
    return sorted(catalogue.pairs)


def has_page(catalogue: Catalogue, one: str, other: str) -> bool:
    """Whether the pair has a page, whatever its order."""
    return catalogue.pairs is None or _pair(one, other) in catalogue.pairs


def comparison(catalogue: Catalogue, one: str, other: str) -> str:
    """The page that compares two technologies; where they have none, their comparison put together by script."""
    return links.pair(one, other) if has_page(catalogue, one, other) else links.selection(*_pair(one, other))


def nearest(catalogue: Catalogue, technology: Technology) -> list[Technology]:
    """Every other technology: those of the same kind first, of these those in the same language; then by language."""
    others = [other for other in catalogue.technologies.values() if other.id != technology.id]
    return sorted(others, key=lambda other: (not same_kind(technology, other), not shared_languages(technology, other)))


def same_kind(one: Technology, other: Technology) -> bool:
    """Whether both are of one kind, as far as is known."""
    return one.facts.kind.value is not None and one.facts.kind.value is other.facts.kind.value


def shared_languages(one: Technology, other: Technology) -> list[Language]:
    """The languages of the other that are also languages of the one."""
    return [language for language in other.facts.languages.value or () if language in (one.facts.languages.value or ())]


def _pair(one: str, other: str) -> Pair:
    first, second = sorted((one, other))
    return first, second


def _first(catalogue: Catalogue, most: int) -> list[Pair]:
    """The first of every list of neighbours, then the second of each, until there are enough."""
    places: dict[Pair, int] = {}
    for item in catalogue.technologies.values():
        for place, other in enumerate(nearest(catalogue, item)):
            pair = _pair(item.id, other.id)
            places[pair] = min(place, places.get(pair, place))
    return sorted(places, key=lambda pair: (places[pair], pair))[:most]
